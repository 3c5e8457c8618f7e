import { actorOf, shownAfter, type Asked } from "#chat/asked.ts";
import type {
  AbsenceAction,
  ActionTable,
  CalendarAction,
  ControlAction,
  LookingAction,
  NoteAction,
  RoleChannelAction,
  ScenarioAction,
  SubscriptionAction,
} from "#chat/action-table.ts";
import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { Reply } from "#chat/reply.ts";
import type { Answered } from "#usecases/answered.ts";
import { answerAlreadyPaid } from "#usecases/asks/answer-already-paid.ts";
import { answerLater } from "#usecases/asks/answer-later.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { answerNotMine } from "#usecases/asks/answer-not-mine.ts";
import { answerNotReceived } from "#usecases/asks/answer-not-received.ts";
import { approveLetter } from "#usecases/letters/approve-letter.ts";
import { approvePromise } from "#usecases/promises/approve-promise.ts";
import { cancelPromise } from "#usecases/promises/cancel-promise.ts";
import { closeDispute } from "#usecases/disputes/close-dispute.ts";
import { closeReply } from "#usecases/replies/close-reply.ts";
import { confirmReply } from "#usecases/replies/confirm-reply.ts";
import type { Context } from "#usecases/context.ts";
import { endHold } from "#usecases/stops/end-hold.ts";
import { finishTask } from "#usecases/asks/finish-task.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { movePromise } from "#usecases/promises/move-promise.ts";
import { passLetter } from "#usecases/letters/pass-letter.ts";
import { reassignAsk } from "#usecases/asks/reassign-ask.ts";
import { refusePromiseByFinance } from "#usecases/promises/refuse-promise.ts";
import { done, type Result } from "#usecases/result.ts";
import { undo } from "#usecases/undo.ts";

/** Buttons that change something: each is one verb, whose card comes back in its new state. */
export const ANSWERS: Omit<
  ActionTable,
  | LookingAction
  | AbsenceAction
  | SubscriptionAction
  | CalendarAction
  | ScenarioAction
  | ControlAction
  | NoteAction
  | RoleChannelAction
  | "open-form"
> = {
  "give-promise": (asked, { customer, ask, reply, due }) =>
    act(asked, async (context, actor) => {
      const given = await givePromise(context, actor, { customer, ask, due: day(due) });
      // The customer's mail that the promise was read in is dealt with by it.
      if (given.ok && reply !== undefined)
        await closeReply(context, actor, { reply, how: "dealt-with", because: given.value.event });
      return given;
    }),
  "no-answer": (asked, { ask, on }) =>
    act(asked, (context, actor) => answerNoAnswer(context, actor, { ask, on: on === undefined ? on : day(on) })),
  "not-received": (asked, { ask }) => act(asked, (context, actor) => answerNotReceived(context, actor, { ask })),
  "already-paid": (asked, { ask, promise }) =>
    act(asked, (context, actor) => answerAlreadyPaid(context, actor, { ask, promise })),
  "not-mine": (asked, { ask }) => act(asked, (context, actor) => answerNotMine(context, actor, { ask })),
  later: (asked, { ask, on }) => act(asked, (context, actor) => answerLater(context, actor, { ask, on: day(on) })),
  undo: (asked, { event }) => act(asked, (context, actor) => undo(context, actor, { event })),
  "cancel-promise": (asked, { promise }) => act(asked, (context, actor) => cancelPromise(context, actor, { promise })),
  "move-promise": (asked, { promise, due }) =>
    act(asked, (context, actor) => movePromise(context, actor, { promise, due: day(due) })),
  "close-dispute": (asked, { dispute, outcome }) =>
    act(asked, (context, actor) => closeDispute(context, actor, { dispute, outcome })),
  "end-hold": (asked, { hold }) => act(asked, (context, actor) => endHold(context, actor, { hold })),
  "approve-promise": (asked, { ask }) => act(asked, (context, actor) => approvePromise(context, actor, { ask })),
  "refuse-promise": (asked, { ask }) => act(asked, (context, actor) => refusePromiseByFinance(context, actor, { ask })),
  "approve-letter": (asked, { ask, seen }) =>
    act(asked, (context, actor) => approveLetter(context, actor, { ask, seen })),
  "pass-letter": (asked, { ask }) => act(asked, (context, actor) => passLetter(context, actor, { ask })),
  "task-done": (asked, { ask }) => act(asked, (context, actor) => finishTask(context, actor, { ask })),
  reassign: (asked, { ask, person }) =>
    act(asked, async (context, actor) => {
      const given = await reassignAsk(context, actor, { ask, person });
      // The manager's card says there and then who has it now.
      const { standing } = asked;
      return given.ok && standing?.show === "ask-help" ? done({ ...given.value, showing: standing }) : given;
    }),
  "confirm-reply": (asked, { reply, as }) =>
    act(asked, (context, actor) => confirmReply(context, actor, { reply, as })),
  "close-reply": (asked, { reply, how }) => act(asked, (context, actor) => closeReply(context, actor, { reply, how })),
};

/** The action's schema has checked that it is a day. */
function day(text: string): Day {
  return text as Day;
}

async function act(asked: Asked, verb: (context: Context, actor: Actor) => Promise<Result<Answered>>): Promise<Reply> {
  return shownAfter(asked, await verb(asked.context, actorOf(asked)));
}
