import type { FormName } from "#cards/action.ts";
import { actorOf, refuse, type Asked } from "#chat/asked.ts";
import { answered, missing, type FieldOf } from "#chat/form-reply.ts";
import { choiceOf, codeOf, dayOf, idOf, textOf } from "#chat/form-values.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { answerAbsence } from "#chat/respond-absence.ts";
import { answerCalendar } from "#chat/respond-calendar.ts";
import { CONTROL_FORMS } from "#chat/respond-control.ts";
import { answerDispute } from "#chat/respond-form-dispute.ts";
import { LETTER_FORMS } from "#chat/respond-form-letter.ts";
import { NOTE_ANSWERS } from "#chat/respond-notes.ts";
import { answerPromise } from "#chat/respond-form-promise.ts";
import { answerSubscribe } from "#chat/respond-subscriptions.ts";
import { SCENARIO_FORMS } from "#chat/respond-scenarios.ts";
import { answerSettings } from "#chat/respond-form-settings.ts";
import { DISPUTE_OUTCOMES } from "#domain/dispute.ts";
import { HOLD_REASONS } from "#domain/hold.ts";
import { addComment } from "#usecases/customers/add-comment.ts";
import { answerLater } from "#usecases/asks/answer-later.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { answerOtherContact } from "#usecases/asks/answer-other-contact.ts";
import { answerVisitPlanned } from "#usecases/asks/answer-visit-planned.ts";
import { askByHand } from "#usecases/asks/ask-by-hand.ts";
import { closeDispute } from "#usecases/disputes/close-dispute.ts";
import { placeHold } from "#usecases/stops/place-hold.ts";

type Answering = (asked: Asked, answer: FormAnswer) => Promise<Reply>;

/** What each form's answer does; the type makes the table exhaustive. */
const FORMS: Readonly<Record<FormName, Answering>> = {
  promise: answerPromise,
  dispute: answerDispute,
  settings: answerSettings,
  calendar: answerCalendar,
  absence: answerAbsence,
  subscribe: answerSubscribe,
  ...SCENARIO_FORMS,
  ...NOTE_ANSWERS,
  ...CONTROL_FORMS,

  "close-dispute": async (asked, answer) => {
    const dispute = idOf(answer, "dispute");
    const outcome = choiceOf(answer, "outcome", DISPUTE_OUTCOMES);
    if (outcome === undefined) return missing(asked, "outcome");
    if (dispute === undefined) return refuse(asked, { why: "gone" });
    const closing = { dispute, outcome, comment: textOf(answer, "comment") };
    return answered(asked, await closeDispute(asked.context, actorOf(asked), closing), {});
  },

  "other-contact": (asked, answer) =>
    onAsk(asked, answer, async (ask) => {
      const right = { name: textOf(answer, "name"), email: textOf(answer, "email"), phone: textOf(answer, "phone") };
      const contact = idOf(answer, "contact");
      const result = await answerOtherContact(asked.context, actorOf(asked), { ask, contact, ...right });
      return answered(asked, result, { "email-not-understood": "email" });
    }),

  visit: (asked, answer) =>
    onDay(asked, answer, async (ask, on) => {
      const result = await answerVisitPlanned(asked.context, actorOf(asked), { ask, on });
      return answered(asked, result, DAY_REFUSALS);
    }),

  later: (asked, answer) =>
    onDay(asked, answer, async (ask, on) => {
      const result = await answerLater(asked.context, actorOf(asked), { ask, on });
      return answered(asked, result, DAY_REFUSALS);
    }),

  "no-answer": (asked, answer) =>
    onAsk(asked, answer, async (ask) => {
      const result = await answerNoAnswer(asked.context, actorOf(asked), { ask, on: dayOf(answer, "day") });
      return answered(asked, result, DAY_REFUSALS);
    }),

  comment: async (asked, answer) => {
    const about = {
      customer: codeOf(answer, "customer"),
      ask: idOf(answer, "ask"),
      text: textOf(answer, "text") ?? "",
    };
    return answered(asked, await addComment(asked.context, actorOf(asked), about), { "text-missing": "text" });
  },

  hold: async (asked, answer) => {
    const reason = choiceOf(answer, "reason", HOLD_REASONS);
    if (reason === undefined) return missing(asked, "reason");
    const result = await placeHold(asked.context, actorOf(asked), {
      customer: codeOf(answer, "customer") ?? "",
      invoice: idOf(answer, "invoice"),
      reason,
      until: dayOf(answer, "until") ?? null,
      comment: textOf(answer, "comment"),
    });
    return answered(asked, result, { "hold-too-long": "until", "date-in-past": "until" });
  },

  ...LETTER_FORMS,

  "ask-by-hand": async (asked, answer) => {
    const input = { customer: codeOf(answer, "customer") ?? "", why: textOf(answer, "why") ?? "" };
    return answered(asked, await askByHand(asked.context, actorOf(asked), input), { "text-missing": "why" });
  },
};

const DAY_REFUSALS: FieldOf = {
  "date-in-past": "day",
  "hold-too-long": "day",
  "later-too-far": "day",
  "later-only-once": "day",
};

/** A form that came back. A refusal that a field can mend is shown under it, and the form stays open. */
export async function respondToForm(asked: Asked, answer: FormAnswer): Promise<Reply> {
  return FORMS[answer.form](asked, answer);
}

async function onAsk(asked: Asked, answer: FormAnswer, act: (ask: number) => Promise<Reply>): Promise<Reply> {
  const ask = idOf(answer, "ask");
  return ask === undefined ? refuse(asked, { why: "gone" }) : act(ask);
}

async function onDay(
  asked: Asked,
  answer: FormAnswer,
  act: (ask: number, day: NonNullable<ReturnType<typeof dayOf>>) => Promise<Reply>,
): Promise<Reply> {
  const day = dayOf(answer, "day");
  return day === undefined ? missing(asked, "day") : onAsk(asked, answer, (ask) => act(ask, day));
}
