import type { Withdrawal } from "#domain/ask.ts";
import type { StepName } from "#domain/scenario.ts";
import { MAIL_DAYS_MAX, type CallWords, type ScriptWords } from "#i18n/cards/calls/messages.ts";
import { SCRIPT_EN } from "#i18n/cards/calls/script-en.ts";
import { momentOf } from "#i18n/cards/calls/script.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const NOTHING_LEFT = "There is nothing left to ask for at the moment.";

const WITHDRAWN: Readonly<Record<Withdrawal, (customer: string) => string>> = {
  paid: (customer) => `${customer} has settled everything: no need to call. Good news!`,
  promised: (customer) => `${customer} has promised to pay: no need to call for now.`,
  disputed: (customer) => `${customer} disputes the amount and somebody is on it: no need to call.`,
  stopped: (customer) => `Reminders to ${customer} are on hold: no need to call for now.`,
  reassigned: (customer) => `Somebody else is now looking after ${customer}: no need to call.`,
};

const FIRMER = (when: string): string => `a slightly firmer reminder goes out ${when}`;
const COMES_NEXT: Readonly<Record<StepName, (when: string) => string>> = {
  "pre-due": FIRMER,
  first: FIRMER,
  second: FIRMER,
  call: (when) => `a call will be proposed ${when}`,
  last: FIRMER,
  "formal-notice": (when) => `a formal notice will be considered ${when}`,
  decision: (when) => `the next move will be considered ${when}`,
};

const script: ScriptWords = {
  title: (customer) => `A few ideas for the call to ${customer}`,
  openingTitle: "To open",
  opening: (contact, step) => {
    const hello = contact === null ? "Hello" : `Hello ${contact}`;
    return `"${hello}, ${SCRIPT_EN[momentOf(step)].opening}"`;
  },
  factsTitle: "The facts",
  facts: (totals, invoices, others) =>
    totals.length === 0
      ? NOTHING_LEFT
      : `${say.amounts(totals)}: ${say.list(others > 0 ? [...invoices, say.count(others, "other", "others")] : invoices)}.`,
  questionsTitle: "Three questions",
  questions: (step) => SCRIPT_EN[momentOf(step)].questions,
  closeTitle: "To close",
  close: (step) => SCRIPT_EN[momentOf(step)].close,
  repliesTitle: "What people often say",
  replies: (step) => SCRIPT_EN[momentOf(step)].replies,
};

export const callsEn: CallWords = {
  title: (customer, by, today) =>
    by === null
      ? `A quick call to ${customer}, as soon as suits you?`
      : `A quick call to ${customer}, whenever suits you before ${eveningOf(say.near(by, today))}?`,
  summary: (customer, totals) =>
    `A quick call to ${customer}?${totals.length === 0 ? "" : ` ${say.amounts(totals)} to come in.`}`,
  facts: ({ totals, invoices, oldestDaysLate, firstDue }, today) => {
    if (totals.length === 0) return NOTHING_LEFT;
    const what = `${say.amounts(totals)} on ${say.count(invoices, "invoice", "invoices")}`;
    if (oldestDaysLate > 0) {
      return `${what}, ${invoices === 1 ? "" : "the oldest "}${say.count(oldestDaysLate, "day", "days")} late.`;
    }
    const expected = firstDue === null ? "" : ` ${onDay(say.near(firstDue, today))}`;
    return `${what}, ${invoices === 1 ? "expected" : "the first expected"}${expected}. Nothing is late.`;
  },
  unanswered: (mails) =>
    `${say.capital(say.countInLetters(mails.length, "e-mail", "e-mails"))} without an answer (${
      mails.length > MAIL_DAYS_MAX ? "the latest: " : ""
    }${mails
      .slice(-MAIL_DAYS_MAX)
      .map((day) => say.day(day, "short"))
      .join(", ")}).`,
  reasons: {
    unanswered: "",
    "key-account": "This is a key account: no e-mail goes out without you, so you choose how to bring it up.",
    "promise-broken": "",
    "by-hand": "",
    "no-answer-again": "Nobody answered last time. Shall we try again?",
    "later-again": "You chose to come back to it today.",
    "after-visit": "The visit has taken place: what came of it?",
  },
  askedBy: (name, why) => `${name} asks: "${why}"`,
  heldBy: (name) => `With ${name}.`,
  noContact: "No phone number is known for this customer.",
  toOpen: (opening) => `To open: ${opening}`,
  broken: {
    title: ({ customer, missing, due, today }) =>
      `${customer}'s payment has not come in yet: ${say.money(missing)}, expected ${say.near(due, today) === "yesterday" ? "yesterday" : `on ${say.day(due, "long")}`}.`,
    cause: "Often it is only a missing signature.",
    opening: (due) => `"We had said ${say.day(due, "weekday").split(" ")[0]}, what is in the way on your side?"`,
    next: (step, financeOn, today) => {
      const reminder = step === null ? null : COMES_NEXT[step.step](onDay(say.near(step.on, today)));
      const finance = financeOn === null ? null : `finance is told ${onDay(say.near(financeOn, today))}`;
      const both = [reminder, finance].filter((each) => each !== null).join("; ");
      return both === "" ? "" : `Without news, ${both}.`;
    },
  },
  menu: {
    notReceived: "Invoice not received",
    alreadyPaid: "Already paid",
    otherContact: "Other contact",
    visit: "Visit planned",
    later: "Later",
    notMine: "Not my customer",
    why: "Why me?",
    script: "Ideas for the call",
    customer: "Customer card",
    comment: "Add a comment",
    noAnswerOther: "No answer, choose the day",
  },
  noted: (name) => `Noted, thank you ${name}`,
  notedBy: (name) => `Noted by ${name}`,
  outcomes: {
    noAnswer: (customer, on, today) =>
      `no answer at ${customer}. ${on === null ? "" : `The card comes back ${onDay(say.near(on, today))}. `}E-mails go on as planned.`,
    notReceived: (customer, by, today) =>
      `${customer} did not get the invoice. A copy goes out again, and sales administration will follow it up${by === null ? "" : ` by ${say.near(by, today)}`}. No reminder meanwhile.`,
    alreadyPaid: (customer, until, today) =>
      `${customer} says it is paid. Finance is looking for the payment; no reminder ${until === null ? "meanwhile" : `up to and including ${say.near(until, today)}`}.`,
    otherContact: (customer, contact) =>
      `the contact at ${customer} changes. ${contact === null ? "E-mails to the former one stop." : `The next messages go to ${contact}.`}`,
    notMine: (customer) => `${customer} is not one of your customers. Management chooses who takes it.`,
    visit: (customer, back, today) =>
      `a visit to ${customer} is planned. No reminder until then${back === null ? "" : `, and the card comes back ${onDay(say.near(back, today))} to note what came of it`}.`,
    later: (customer, on, today) =>
      `${customer} comes back ${on === null ? "later" : onDay(say.near(on, today))}. E-mails go on as planned.`,
    done: (customer) => `it is done for ${customer}.`,
    plainPromise: (customer) => `${customer} gave a payment date.`,
    plainDispute: (customer) => `${customer} disputes part of the amount.`,
  },
  withdrawn: (customer, why) => WITHDRAWN[why](customer),
  withdrawnTitle: (customer, why) => (why === "paid" ? `✅ ${customer}: settled` : `${customer}: call withdrawn`),
  why: {
    title: (customer) => `Why this call to ${customer} comes to you`,
    owner: (customer) => `${customer} is one of your customers: yours is the voice they know.`,
    insteadOf: (customer, absent) => `${customer} is a customer of ${absent}, for whom you stand in.`,
    stoodIn: (customer) => `Nobody else is available for ${customer} at the moment.`,
    money: (totals, days) => {
      if (totals.length === 0) return NOTHING_LEFT;
      const late = days > 0 ? `up to ${say.count(days, "day", "days")} late` : "nothing is late";
      return `${say.amounts(totals)} to come in, ${late}.`;
    },
    mails: (n) =>
      n === 0
        ? "No e-mail goes out to this customer without you."
        : `${say.capital(say.countInLetters(n, "e-mail", "e-mails"))} without an answer: a voice works better.`,
    history: (paid, asked) => {
      if (asked === 1)
        return `Here, the last call was ${paid === 0 ? "not " : ""}followed by a payment within 30 days.`;
      const followed = paid === 0 ? "none" : say.number(paid);
      return `Here, ${followed} of the last ${say.number(asked)} calls ${paid > 1 ? "were" : "was"} followed by a payment within 30 days.`;
    },
    noHistory: "There is no earlier call to compare with yet.",
    cap: (perDay, perWeek) =>
      `Never more than ${say.count(perDay, "new call", "new calls")} a day and ${perWeek} a week, the most useful first.`,
    exit: 'Not for you? The "Other…" menu is where to say so, or to put it off.',
  },
  script,
  mine: {
    title: (n) => (n === 0 ? "My calls" : `My calls (${n})`),
    none: "No call is waiting for you. Have a good day!",
    line: (totals, days) =>
      totals.length === 0
        ? "nothing to ask for at the moment"
        : `${say.amounts(totals)}, ${days > 0 ? `up to ${say.count(days, "day", "days")} late` : "nothing late"}`,
    since: (day, today) => `proposed ${onDay(say.near(day, today))}`,
    open: "Open a call…",
  },
};

function eveningOf(day: string): string {
  if (day === "today") return "this evening";
  return `${day} evening`;
}

/** "today" and "tomorrow" stand alone, other days take "on". */
function onDay(day: string): string {
  return /^(today|tomorrow|yesterday)$/.test(day) ? day : `on ${day}`;
}
