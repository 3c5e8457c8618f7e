import type { Form } from "#cards/card.ts";
import { controlForms } from "./sample-control.ts";
import { askByHandForm, commentForm, dayForm, otherContactForm } from "#cards/forms/answer-forms.ts";
import { calendarForm } from "#cards/forms/calendar-form.ts";
import { closeDisputeForm, disputeForm } from "#cards/forms/dispute-form.ts";
import { holdForm } from "#cards/forms/hold-form.ts";
import { promiseForm } from "#cards/forms/promise-form.ts";
import { absenceForm } from "#cards/forms/absence-form.ts";
import { settingsForm } from "#cards/forms/settings-form.ts";
import type { Words } from "#i18n/words.ts";
import { noteForms } from "./sample-notes.ts";
import { letterForms } from "./sample-letters.ts";
import { euro, garnier } from "./sample-people.ts";
import { scenarioForms } from "./sample-scenarios.ts";
import { subscribeForms } from "./sample-subscriptions.ts";

const companyHours = {
  workFromMinutes: null,
  workUntilMinutes: null,
  alsaceMoselle: false,
  company: { workFromMinutes: 480, workUntilMinutes: 1140 },
} as const;

/** Every form, by name. */
export function sampleForms(words: Words): readonly Form[] {
  const subject = { customer: garnier.code, ask: 12 };
  const day = { subject, customer: "Garnier", day: "2026-11-26", latest: "2026-12-01" } as const;
  const invoices = [{ id: 1, number: "F00031", residual: euro(8_200), due: "2026-10-25" }] as const;
  const promised = { subject, customer: "Garnier", due: "2026-11-27", moving: null } as const;
  const dollars = { minor: 30_000n, currency: "USD" };
  return [
    promiseForm({ ...promised, owed: [euro(12_400.5)] }, words),
    promiseForm({ ...promised, owed: [euro(12_400), dollars] }, words),
    promiseForm({ ...promised, owed: [], moving: euro(6_000) }, words),
    disputeForm({ subject, customer: "Garnier", invoices, others: 3 }, words),
    closeDisputeForm({ dispute: 5 }, "Garnier", words),
    otherContactForm(subject, "Garnier", words),
    dayForm("visit", day, words),
    dayForm("later", day, words),
    dayForm("no-answer", day, words),
    commentForm(subject, "Garnier", words),
    holdForm(
      { subject, customer: "Garnier", reasons: ["rep-knows"], day: day.latest, latest: day.latest, next: null },
      words,
    ),
    askByHandForm(subject, "Garnier", "Claire Morel", words),
    settingsForm(
      {
        locale: words.locale,
        digestMinutes: 455,
        quietLine: true,
        thanks: false,
        chat: null,
        calendar: null,
        ...companyHours,
      },
      words,
    ),
    settingsForm(
      {
        locale: words.locale,
        digestMinutes: 455,
        quietLine: true,
        thanks: false,
        chat: "teams",
        calendar: "calendar.example/…",
        ...companyHours,
        workFromMinutes: 555,
        workUntilMinutes: 1020,
        alsaceMoselle: true,
      },
      words,
    ),
    calendarForm(words),
    absenceForm("2026-11-24", words),
    ...letterForms(words),
    ...subscribeForms(words),
    ...scenarioForms(words),
    ...noteForms(words),
    ...controlForms(words),
  ];
}
