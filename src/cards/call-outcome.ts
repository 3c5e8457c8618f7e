import type { Part } from "#cards/card.ts";
import { disputeParts } from "#cards/dispute.ts";
import type { CallState, CallView } from "#cards/please-call.ts";
import { notedBy, promiseParts, type PromiseView } from "#cards/promise.ts";
import type { Outcome } from "#domain/ask.ts";
import type { Words } from "#i18n/words.ts";

type Answered = Extract<CallState, { is: "answered" }>;

/** The same card once it is answered: what was noted, what follows from it, and undo while there is time (E3). */
export function outcomeParts(
  view: Pick<CallView, "customer" | "asOf">,
  state: Answered,
  words: Words,
): readonly Part[] {
  if (state.outcome === "promise" && state.promises.length > 0) return promisesParts(state.promises, words);
  if (state.disputes.length > 0 && (state.outcome === "dispute" || state.outcome === "not-received")) {
    const noted = state.outcome === "dispute" ? disputeParts(state.disputes, words) : [notReceived(view, state, words)];
    return state.outcome === "dispute" ? noted : [...noted, ...undoPart(state, words)];
  }
  return [
    { is: "text", text: words.say.capital(`${notedBy(state.author, words)}${outcomeText(view, state, words)}`) },
    ...undoPart(state, words),
  ];
}

/** One answer is undone as one: only the last of its promises carries the buttons. */
function promisesParts(promises: readonly PromiseView[], words: Words): readonly Part[] {
  const last = promises.length - 1;
  return promises.flatMap((promise, index) =>
    promiseParts(index === last ? promise : { ...promise, undoEvent: null, mayChange: false }, words),
  );
}

function notReceived(view: Pick<CallView, "customer" | "asOf">, state: Answered, words: Words): Part {
  const [first] = state.disputes;
  const say = words.cards.calls.outcomes;
  const text = say.notReceived(view.customer.name, first?.answerBy ?? null, view.asOf.today);
  return { is: "text", text: `${notedBy(state.author, words)}${text}` };
}

function outcomeText(view: Pick<CallView, "customer" | "asOf">, state: Answered, words: Words): string {
  const say = words.cards.calls.outcomes;
  const { name } = view.customer;
  const { today } = view.asOf;
  const text: Readonly<Record<Outcome, () => string>> = {
    promise: () => say.plainPromise(name),
    dispute: () => say.plainDispute(name),
    "no-answer": () => say.noAnswer(name, state.until, today),
    "not-received": () => say.notReceived(name, null, today),
    "already-paid": () => say.alreadyPaid(name, state.until, today),
    "other-contact": () => say.otherContact(name, state.contact),
    "not-mine": () => say.notMine(name),
    "visit-planned": () => say.visit(name, state.until, today),
    later: () => say.later(name, state.until, today),
    done: () => say.done(name),
    approved: () => say.done(name),
    refused: () => say.done(name),
  };
  return text[state.outcome]();
}

function undoPart(state: Answered, words: Words): readonly Part[] {
  if (state.undoEvent === null) return [];
  return [
    {
      is: "controls",
      controls: [{ is: "button", label: words.common.buttons.undo, action: { do: "undo", event: state.undoEvent } }],
    },
  ];
}
