import type { Day } from "#domain/calendar.ts";
import type { ExportWords } from "#i18n/exports/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const exportsEn: ExportWords = {
  sheet: "By rep",
  fileName: (from, to) => `relais-by-rep-${from}-${to}`,
  columns: {
    name: "Name",
    email: "E-mail",
    manager: "Team of",
    from: "From",
    to: "To",
    currency: "Currency",
    collected: "Collected",
    dso: "DSO at the end (days, over 90 days)",
    overdueRate: "Share late at the end (%)",
    disputes: "Disputes open in the period",
    disputesSolved: "of which solved",
    disputesSolvedRate: "Disputes solved (%)",
    promises: "Promises that fell due",
    promisesKept: "of which kept",
    promisesKeptRate: "Promises kept (%)",
  },
  title: "Export by rep",
  ready: (scope, from, to) => `The export by rep is ready: ${scope}, ${span(from, to)}.`,
  openLink: "Download the file",
  linkHint: "This link is personal, valid for 15 minutes and for one use.",
  periodHint: 'Another period: "cash export last month", "quarter", "year" or "2026-03".',
  page: {
    text: (scope, from, to) => `By rep: ${scope}, ${span(from, to)}. One download with this link.`,
    excel: "Excel (.xlsx)",
    csv: "CSV",
    notForYou: "These figures are not, or are no longer, open to your account.",
  },
};

function span(from: Day, to: Day): string {
  return `${say.day(from, "full")} to ${say.day(to, "full")}`;
}
