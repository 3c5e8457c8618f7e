import type { AbsenceAction, ActionTable } from "#chat/action-table.ts";
import { actorOf, refuse, show, shownAfter, type Asked } from "#chat/asked.ts";
import { answered, missing } from "#chat/form-reply.ts";
import { dayOf, textOf } from "#chat/form-values.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { respondToAction } from "#chat/respond-action.ts";
import { readAbsence, type Named } from "#domain/absence-words.ts";
import { isDay } from "#domain/calendar.ts";
import { colleagueMentioned } from "#usecases/people/find-colleague.ts";
import { giveBackAsk, leaveAskUntil, takeOverAsk } from "#usecases/asks/help-with-ask.ts";
import { endAbsence, recordAbsence, standingAbsence } from "#usecases/people/record-absence.ts";

/** A manager's help with an ask of the team, and the end of one's own absence. */
export const ABSENCES: Pick<ActionTable, AbsenceAction> = {
  "take-over": async (asked, { ask }) => shownAfter(asked, await takeOverAsk(asked.context, actorOf(asked), { ask })),
  "give-back": async (asked, { ask }) => shownAfter(asked, await giveBackAsk(asked.context, actorOf(asked), { ask })),
  "leave-until": async (asked, { ask, on }) =>
    isDay(on)
      ? shownAfter(asked, await leaveAskUntil(asked.context, actorOf(asked), { ask, on }))
      : refuse(asked, { why: "gone" }),
  "end-absence": async (asked, { absence }) =>
    shownAfter(asked, await endAbsence(asked.context, asked.person, { absence })),
};

/** `/absence 12-19 août @marie`, `/absence fin`; alone, the absence that stands, or the form. */
export async function absenceTyped(asked: Asked, words: string): Promise<Reply> {
  const { context, person } = asked;
  const read = readAbsence(words, context.today);
  switch (read.is) {
    case "nothing": {
      const standing = await standingAbsence(context, person);
      if (standing !== null) return show(asked, { show: "absence", absence: standing });
      return respondToAction(asked, { do: "open-form", form: "absence" });
    }
    case "end":
      return shownAfter(asked, await endAbsence(context, person, {}));
    case "unreadable":
      return refuse(asked, { why: "absence-not-understood", typed: words });
    case "absence": {
      const delegate = await delegateFrom(asked, read.delegate);
      if (delegate === undefined) return refuse(asked, { why: "colleague-unknown", typed: "@" });
      return shownAfter(asked, await recordAbsence(context, person, { from: read.from, until: read.until, delegate }));
    }
    default:
      return read satisfies never;
  }
}

/** The form's answer: the same, field by field. */
export async function answerAbsence(asked: Asked, answer: FormAnswer): Promise<Reply> {
  const from = dayOf(answer, "from");
  const until = dayOf(answer, "until");
  if (from === undefined) return missing(asked, "from");
  if (until === undefined) return missing(asked, "until");
  const delegate = textOf(answer, "delegate") ?? null;
  return answered(asked, await recordAbsence(asked.context, asked.person, { from, until, delegate }), {
    "date-in-past": "until",
    "absence-too-long": "until",
    "absence-not-understood": "until",
    "colleague-unknown": "delegate",
    "several-colleagues": "delegate",
    "colleague-away": "delegate",
    "delegate-is-self": "delegate",
  });
}

/** A person, a name to look for, nobody (null), or somebody who is no colleague (undefined). */
async function delegateFrom(asked: Asked, named: Named | null): Promise<number | string | null | undefined> {
  if (named === null) return null;
  if ("name" in named) return named.name;
  const { here } = asked;
  const person = here === undefined ? null : await colleagueMentioned(asked.context, here.chat, named.mention);
  return person ?? undefined;
}
