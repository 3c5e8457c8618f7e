import { briefCard, type BriefView } from "#cards/brief.ts";
import { calendarCard, calendarTroubleCard, type CalendarView } from "#cards/calendar.ts";
import { digestCard, type DigestView } from "#cards/digest.ts";
import { meetingOutcomeCard, type MeetingOutcomeView } from "#cards/meeting-outcome.ts";
import type { Words } from "#i18n/words.ts";
import { asOf, euro, garnier, sonia, today } from "./sample-people.ts";
import type { NamedCard } from "./samples.ts";

const at = new Date("2026-11-24T13:00:00Z");
const when = { at, timeZone: "Europe/Paris", day: today, today };

const late: BriefView = {
  customer: garnier,
  when,
  outstanding: [euro(20_400)],
  overdue: [euro(12_400)],
  notDue: [euro(8_000)],
  oldestDaysLate: 30,
  promises: [],
  disputes: [],
  insolvency: null,
  dunning: {
    last: { step: "second", day: "2026-11-09", undelivered: false },
    next: { step: "call", on: "2026-11-24" },
  },
  contact: sonia,
  mayAsk: true,
  asOf,
};
const promises = [{ id: 5, amount: euro(6_000), due: "2026-11-27", state: "waiting" }] as const;
const broken = [{ id: 5, amount: euro(6_000), due: "2026-11-19", state: "late" }] as const;
const disputes = [
  { id: 4, amount: euro(600), invoice: "F00031", category: "price", answerBy: "2026-12-01", mayClose: false },
] as const;
const fine: BriefView = { ...late, overdue: [], oldestDaysLate: 0, mayAsk: false };

const outcome: MeetingOutcomeView = {
  meeting: 6,
  customer: garnier,
  firstName: "Claire",
  late: [euro(12_400)],
  oldestDaysLate: 30,
  days: [{ name: "friday", day: "2026-11-27" }],
  state: { is: "open" },
  asOf,
};

const linked: CalendarView = {
  feed: { where: "calendar.example/…", read: { at: asOf.now, day: today }, fault: null },
  meetings: [
    { customer: "Garnier", when },
    { customer: "Sodial", when: { ...when, at: new Date("2026-11-26T08:30:00Z"), day: "2026-11-26" } },
  ],
  asOf,
};
const unread = { where: "calendar.example/…", read: null, fault: null };

const digest: DigestView = {
  firstName: "Claire",
  day: today,
  portfolio: { outstanding: [euro(84_300)], overdue: [euro(31_600)], lateCustomers: 4 },
  entries: [
    {
      is: "met",
      customer: { ...garnier, payer: garnier.code },
      at,
      totals: [euro(12_400)],
      oldestDays: 30,
      isAsked: true,
      answered: null,
      leaving: null,
    },
    {
      is: "met",
      customer: { code: "C0013", name: "Batival", payer: "C0013" },
      at: new Date("2026-11-24T15:30:00Z"),
      totals: [euro(6_000)],
      oldestDays: 1,
      isAsked: false,
      answered: null,
      leaving: null,
    },
  ],
  others: 0,
  calls: [],
  team: null,
  standsIn: [],
  meanwhile: null,
  finance: null,
  dataOf: null,
  asOf,
};

/** Meetings with customers, and the calendar they come from. */
export function meetingCards(words: Words): readonly NamedCard[] {
  return [
    ["brief", briefCard(late, words)],
    ["brief asked for", briefCard({ ...late, when: null, notDue: [], contact: null, dunning: null }, words)],
    ["brief, all contested", briefCard({ ...late, disputes, mayAsk: false }, words)],
    ["brief, all promised", briefCard({ ...late, promises, mayAsk: false }, words)],
    ["brief, a promise not come in", briefCard({ ...late, promises: broken }, words)],
    ["brief, nothing to claim any more", briefCard({ ...late, insolvency: "2026-11-16" }, words)],
    ["brief, nothing late", briefCard(fine, words)],
    ["brief, all settled", briefCard({ ...fine, outstanding: [] }, words)],
    ["meeting over", meetingOutcomeCard(outcome, words)],
    ["meeting over, promised", meetingOutcomeCard({ ...outcome, state: { is: "noted", what: "promise" } }, words)],
    ["meeting over, contested", meetingOutcomeCard({ ...outcome, state: { is: "noted", what: "dispute" } }, words)],
    ["meeting over, commented", meetingOutcomeCard({ ...outcome, state: { is: "noted", what: "comment" } }, words)],
    ["meeting over, nothing said", meetingOutcomeCard({ ...outcome, state: { is: "noted", what: "nothing" } }, words)],
    ["meeting over, settled", meetingOutcomeCard({ ...outcome, state: { is: "settled" } }, words)],
    ["no calendar", calendarCard({ feed: null, meetings: [], asOf }, words)],
    ["calendar", calendarCard(linked, words)],
    ["calendar not read yet", calendarCard({ feed: unread, meetings: [], asOf }, words)],
    ["calendar without meetings", calendarCard({ ...linked, meetings: [] }, words)],
    ["calendar failing", calendarCard({ feed: { ...unread, fault: "not-found" }, meetings: [], asOf }, words)],
    ["calendar lost", calendarTroubleCard({ where: unread.where, since: "2026-11-23", asOf }, words)],
    ["calendar found again", calendarTroubleCard({ where: unread.where, since: null, asOf }, words)],
    ["digest of a day with meetings", digestCard(digest, words)],
  ];
}
