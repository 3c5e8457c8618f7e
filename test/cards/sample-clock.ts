import { absenceCard, type AbsenceView } from "#cards/absence.ts";
import type { Card } from "#cards/card.ts";
import { askHelpCard, askToldCard, nudgeCard, type HelpState, type WaitingAsk } from "#cards/clock.ts";
import type { Words } from "#i18n/words.ts";

const today = "2026-11-27";
const asOf = { now: new Date("2026-11-27T06:10:00Z"), timeZone: "Europe/Paris", today } as const;
const TOTAL = { minor: 1_240_000n, currency: "EUR" };

const call: WaitingAsk = { ask: 12, customer: "Garnier", totals: [TOTAL], task: null, since: "2026-11-24", today };
const task: WaitingAsk = { ...call, ask: 13, totals: [], task: "Qui suit Lemoine\u202f?" };

const you = { you: true, name: "Sophie" } as const;
const claire = { you: false, name: "Claire Morel" } as const;
const paul = { you: false, name: "Paul Henry" } as const;

const HELP: Readonly<Record<string, HelpState>> = {
  open: {
    is: "open",
    holder: "Claire Morel",
    team: [
      { id: 4, name: "Karim Haddad" },
      { id: 5, name: "Emma Noir" },
    ],
    leaveUntil: "2026-12-01",
  },
  alone: { is: "open", holder: "Claire Morel", team: [], leaveUntil: "2026-12-01" },
  answered: { is: "answered", by: claire },
  "answered by you": { is: "answered", by: you },
  withdrawn: { is: "withdrawn" },
  "taken by you": { is: "taken-by-you" },
  taken: { is: "taken", holder: "Paul Henry" },
  given: { is: "given", by: paul, holder: "Karim Haddad" },
  "given by you": { is: "given", by: you, holder: "Karim Haddad" },
  "given back": { is: "given-back", by: paul },
  "given back by you": { is: "given-back", by: you },
  waited: { is: "given-back", by: { you: false, name: null } },
  left: { is: "left", by: "Paul Henry", until: "2026-12-01" },
};

const ABSENCE: AbsenceView = {
  absence: 3,
  from: "2026-11-30",
  until: "2026-12-04",
  today,
  is: "to-come",
  reader: { is: "absent", delegate: "Karim Haddad" },
};

/** The clock on people, and absences. */
export function clockCards(words: Words): ReadonlyMap<string, Card> {
  const others = [{ ...task, holder: words.common.roles.finance }];
  const instead = { is: "delegate", absent: "Claire Morel", calls: 2 } as const;
  const alone = { is: "absent", delegate: null } as const;
  return new Map([
    ["nudge: one call", nudgeCard({ mine: [call], others: [], asOf }, words)],
    ["nudge: several", nudgeCard({ mine: [call, task], others, asOf }, words)],
    ["nudge: for direction", nudgeCard({ mine: [], others, asOf }, words)],
    ["nudge: over", nudgeCard({ mine: [], others: [], asOf }, words)],
    ...Object.entries(HELP).map(
      ([name, state]) => [`a hand: ${name}`, askHelpCard({ waiting: call, state, asOf }, words)] as const,
    ),
    ["the manager knows", askToldCard({ waiting: call, manager: "Paul Henry", asOf }, words)],
    ["the manager knew", askToldCard({ waiting: call, manager: null, asOf }, words)],
    ["absence to come", absenceCard(ABSENCE, words)],
    ["absence, nobody stands in", absenceCard({ ...ABSENCE, is: "now", reader: alone }, words)],
    ["absence over", absenceCard({ ...ABSENCE, is: "over" }, words)],
    ["absence: standing in", absenceCard({ ...ABSENCE, is: "now", reader: instead }, words)],
    ["absence: standing in, later", absenceCard({ ...ABSENCE, reader: instead }, words)],
    ["absence: stood in", absenceCard({ ...ABSENCE, is: "over", reader: instead }, words)],
    ["absence: stands in no more", absenceCard({ ...ABSENCE, is: "cancelled", reader: instead }, words)],
  ]);
}
