import type { Outcome, TaskKind } from "#domain/ask.ts";
import { tellCompanyEn } from "#i18n/cards/timeline/company-en.ts";
import type { Happening, Recorded, TimelineWords } from "#i18n/cards/timeline/messages.ts";
import { lettersEn } from "#i18n/cards/letters/en.ts";
import { commonEn } from "#i18n/common/en.ts";
import { sayIn } from "#i18n/say.ts";
import { scenariosEn } from "#i18n/scenarios/en.ts";

const say = sayIn("en");

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  promise: "payment promised",
  dispute: "dispute",
  "no-answer": "no answer",
  "not-received": "invoice not received",
  "already-paid": "already paid",
  "other-contact": "other contact",
  "not-mine": "somebody else's customer",
  "visit-planned": "visit planned",
  later: "put off",
  done: "done",
  approved: "agreed",
  refused: "not agreed",
};

const TASKS: Readonly<Record<TaskKind, string>> = {
  "formal-notice": "formal notice to approve",
  decision: "next move to decide",
  "end-of-road": "next move to set going",
  "check-payment": "payment to look for",
  "approve-promise": "promise to approve",
  "broken-promise": "promise not kept",
  "who-to-write-to": "contact to find",
  "assign-owner": "owner to find",
  "in-credit": "credit to allocate",
  "read-reply": "reply to read",
  "unknown-send": "e-mail to check",
  "urgent-block": "urgent pause to confirm",
  "contact-proposed": "new contact to approve",
  "circuit-changed": "invoicing circuit to update",
  "vip-proposed": "account to follow closely, to approve",
  "paid-to-us": "payment to pass on to the factor",
  "insurer-declaration": "declaration to the credit insurer",
};

const FATES = {
  sent: "",
  bounced: ", address refused",
  unknown: ", may not have arrived",
  dropped: ", not sent",
} as const;

const PROMISES = {
  given: "promise",
  moved: "promise moved",
  cancelled: "promise cancelled",
  approved: "promise approved",
  refused: "promise not approved",
  kept: "promise kept",
  "partly-kept": "promise partly kept",
  broken: "promise not kept",
} as const;

const CONTACTS = {
  added: "new contact",
  changed: "contact corrected",
  stopped: "contact removed",
  proposed: "contact suggested",
  agreed: "suggested contact adopted",
  declined: "suggested contact not adopted",
} as const;

const VIP = {
  proposed: "no automatic e-mail, asked for",
  agreed: "no automatic e-mail: agreed",
  declined: "no automatic e-mail: not agreed",
} as const;

export const timelineEn: TimelineWords = {
  title: (customer, invoice) =>
    invoice === null ? `History: ${customer}` : `History: ${customer}, invoice ${invoice}`,
  next: "Next",
  nothingNext: "Nothing planned.",
  nextStep: (step, day, today) => `${say.capital(say.near(day, today))}: ${commonEn.steps[step]}`,
  nextPromise: (amount, due) => `${say.capital(say.day(due, "long"))}: ${say.money(amount)} promised`,
  nextAnswer: (invoice, by) => `${say.capital(say.day(by, "long"))}: answer on the dispute of ${invoice}`,
  nextHoldEnds: (day) => `${say.capital(say.day(day, "long"))}: end of the hold`,
  past: "So far",
  empty: "Nothing has happened yet.",
  entry: (day, what, who) => `${day}: ${what}${who === null ? "" : ` (${who})`}`,
  tell,
  undone: " (undone)",
  open: "Open",
};

function tell(happening: Happening): string {
  switch (happening.is) {
    case "reminder":
      return `${commonEn.steps[happening.step]} by e-mail${FATES[happening.fate]}, ${commonEn.invoices(happening.invoices)}`;
    case "reply":
      return `reply from ${happening.from}: "${happening.text}"`;
    case "reply-closed":
      return { "dealt-with": "reply dealt with", "carry-on": "reply read, reminders go on", waiting: "reply to read" }[
        happening.how
      ];
    case "call-opened":
      return happening.holder === null ? "call proposed" : `call proposed to ${happening.holder}`;
    case "ask-passed":
      return `${happening.isCall ? "call" : "task"} given to ${heldBy(happening.to)}`;
    case "ask-left":
      return `${happening.isCall ? "call" : "task"} left to wait${happening.until === null ? "" : ` until ${say.day(happening.until, "short")}`}`;
    case "ask-joined":
      return `${commonEn.invoices(happening.invoices)} added to the ${happening.isCall ? "proposed call" : "open task"}`;
    case "call-answered":
      return `call: ${OUTCOMES[happening.outcome]}`;
    case "call-withdrawn":
      return happening.why === "paid" ? "call withdrawn, it is settled" : "call withdrawn";
    case "task":
      return `${{ opened: "task", answered: "task done", withdrawn: "task withdrawn" }[happening.state]}: ${TASKS[happening.kind]}`;
    case "promise":
      return `${PROMISES[happening.what]}: ${say.money(happening.amount)} for ${say.day(happening.due, "short")}`;
    case "dispute-opened":
      return `dispute: ${say.money(happening.amount)} on ${happening.invoice}, ${commonEn.categories[happening.category]}`;
    case "dispute-closed":
      return `dispute closed: ${say.money(happening.amount)} on ${happening.invoice}${
        happening.outcome === null ? "" : `, ${commonEn.disputeOutcomes[happening.outcome]}`
      }`;
    case "hold":
      return happening.what === "ended"
        ? "end of the hold"
        : `on hold: ${commonEn.holdReasons[happening.reason]}${happening.until === null ? "" : `, until ${say.day(happening.until, "short")}`}`;
    case "letter":
      return tellLetter(happening);
    case "road-ended":
      return `decided: ${lettersEn.endings[happening.ending].toLocaleLowerCase("en")}${happening.comment === null ? "" : ` (${happening.comment})`}`;
    case "thanked":
      return "thank-you note sent";
    case "badly-received":
      return `reminder badly received${happening.comment === null ? "" : `: "${happening.comment}"`}`;
    case "scenario":
      return happening.scenario === null
        ? "back to the usual scenario"
        : `scenario chosen: "${scenariosEn.name(happening.scenario)}"`;
    case "profile":
      return tellProfile(happening);
    case "copy":
      return `copy of the ${happening.of === "invoice" ? "invoice" : "formal notice"} by e-mail${FATES[happening.fate]}`;
    case "published":
    case "all-paused":
    case "all-reminders":
      return tellCompanyEn(happening);
    default:
      return tellRecorded(happening);
  }
}

function heldBy(to: Extract<Happening, { is: "ask-passed" }>["to"]): string {
  if (to === null) return "somebody else";
  return "role" in to ? commonEn.roles[to.role] : to.name;
}

function tellProfile({ what, profile, scenario }: Extract<Happening, { is: "profile" }>): string {
  const seen = scenariosEn.profiles[profile];
  return {
    proposed: `payer profile suggested: ${seen}, scenario "${scenariosEn.name(scenario)}"`,
    confirmed: `payer profile confirmed: ${seen}, scenario "${scenariosEn.name(scenario)}"`,
    refused: `payer profile not followed: ${seen}, the scenario stays`,
  }[what];
}

function tellLetter(letter: Extract<Happening, { is: "letter" }>): string {
  switch (letter.what) {
    case "approved":
      return `formal notice approved${letter.total === null ? "" : `: ${say.money(letter.total)}`}`;
    case "voided":
      return `no formal notice${letter.reason === null ? "" : `: ${letter.reason}`}`;
    case "posted":
      return `formal notice posted${letter.day === null ? "" : ` on ${say.day(letter.day, "short")}`}, registered letter ${letter.number ?? ""}`;
    case "received":
      return `formal notice received${letter.day === null ? "" : ` on ${say.day(letter.day, "short")}`}`;
  }
}

function tellRecorded(happening: Recorded): string {
  switch (happening.is) {
    case "payment":
      return `payment ${happening.returned ? "returned" : "received"}: ${say.money(happening.amount)}${
        happening.invoice === null ? ", to match" : ` on ${happening.invoice}`
      }`;
    case "issued":
      return `invoice ${happening.invoice}: ${say.money(happening.amount)}, expected on ${say.day(happening.due, "short")}`;
    case "credit-note":
      return `credit note ${happening.invoice}: ${say.money(happening.amount)}`;
    case "contact":
      return `${CONTACTS[happening.what]}${happening.name === null ? "" : `: ${happening.name}`}`;
    case "circuit":
      return tellCircuit(happening);
    case "circuit-seen-to":
      return "invoicing procedure ready for the next invoice";
    case "vip":
      return `${VIP[happening.what]}${happening.why === null ? "" : `: "${happening.why}"`}`;
    case "owner":
      return happening.name === null ? "customer with nobody in charge" : `customer given to ${happening.name}`;
    case "comment":
      return `"${happening.text}"`;
  }
}

function tellCircuit({
  what,
  portal,
  wantsOrderNumber,
  cutOffDay,
  note,
}: Extract<Happening, { is: "circuit" }>): string {
  const facts = [
    ...(portal === null ? [] : [`portal ${portal}`]),
    wantsOrderNumber ? "order number asked for" : "no order number asked for",
    ...(cutOffDay === null ? [] : [`to be submitted by day ${cutOffDay} of the month`]),
    ...(note === null ? [] : [`"${note}"`]),
  ];
  return `invoicing procedure ${what === "learnt" ? "noted" : "changed"}: ${facts.join(", ")}`;
}
