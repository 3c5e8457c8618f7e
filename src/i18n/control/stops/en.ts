import { commonEn } from "#i18n/common/en.ts";
import type { PauseFacts, StopsWords } from "#i18n/control/stops/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const stopsEn: StopsWords = {
  title: "Paused reminders",
  none: "Nothing is paused: every reminder goes out as planned.",
  pauses: "Paused for everybody, a company or a segment:",
  pause: (facts) => say.capital(told(facts)),
  paused: (facts) => `Reminders paused, ${told(facts)}.`,
  bySetting: "paused in the company's settings",
  holds: (n) => `On hold for ${say.count(n, "customer", "customers")}:`,
  hold: (reason, invoice, until, by) =>
    `: ${commonEn.holdReasons[reason]}${invoice === null ? "" : `, invoice ${invoice}`}${
      until === null ? ", until further notice" : `, until ${say.day(until, "long")}`
    }${by === null ? "" : ` (${by})`}`,
  open: "Customer card",
  suspend: "Pause…",
  resume: "Resume",
  resumeConfirm: {
    title: "Resume the reminders?",
    text: "Each invoice goes on with its next reminder; none is skipped.",
    yes: "Resume",
    no: "Not now",
  },
  form: {
    title: "Pause the reminders",
    submit: "Pause",
    scope: "For whom",
    company: "The whole company",
    seller: (name) => `Company ${name}`,
    segment: (name) => `Segment ${name}`,
    until: "Until (inclusive)",
    untilHint: "Without a date, until somebody resumes them.",
    reason: "Why",
    reasonHint: "Shown in the preview and on customer cards.",
  },
};

function told({ scope, name, from, until, reason, by }: PauseFacts): string {
  const whose = { company: "the whole company", seller: `company ${name}`, segment: `segment ${name}` }[scope];
  const start = from === null ? "" : ` from ${say.day(from, "long")}`;
  const end = until === null ? " until further notice" : ` until ${say.day(until, "long")}`;
  const only = from !== null && from === until ? ` on ${say.day(from, "long")}` : `${start}${end}`;
  return `${whose},${only}${reason === null ? "" : `: ${reason}`}${by === null ? "" : ` (${by})`}`;
}
