import type { Control } from "#cards/card.ts";
import { isNoteTask, noteTaskControls } from "#cards/task-note.ts";
import type { TaskView } from "#cards/task.ts";
import type { Words } from "#i18n/words.ts";

/** A chat's menu of people stays short; beyond that the customer file is the place. */
const PEOPLE_MAX = 50;

/** The buttons of an open task: its own, then the customer. */
export function taskControls(view: TaskView, words: Words): readonly Control[] {
  return [...ownControls(view, words), openCustomer(view, words)];
}

function ownControls(view: TaskView, words: Words): readonly Control[] {
  const say = words.cards.tasks;
  const { ask, about } = view;
  if (isNoteTask(about)) return noteTaskControls(ask, about, words);
  const done = (label: string): Control => ({ is: "button", label, action: { do: "task-done", ask } });
  const wait: Control = {
    is: "button",
    label: words.common.buttons.wait,
    action: { do: "open-form", form: "hold", customer: view.customer.code },
  };
  switch (about.is) {
    case "formal-notice":
      // Drawn with its letters by cards/formal-notice.ts; here it is an entry of a list.
      return [];
    case "decision":
      return [
        {
          is: "button",
          label: say.decision.decide,
          action: { do: "open-form", form: "end-of-road", ask },
          look: "primary",
        },
        caseFile(view, words),
        wait,
      ];
    case "end-of-road":
      return [done(say.endOfRoad.done), caseFile(view, words)];
    case "check-payment":
      return [done(say.checkPayment.done)];
    case "approve-promise":
      return [
        { is: "button", label: say.approvePromise.approve, action: { do: "approve-promise", ask }, look: "primary" },
        { is: "button", label: say.approvePromise.refuse, action: { do: "refuse-promise", ask } },
      ];
    case "broken-promise":
      return [done(say.brokenPromise.done)];
    case "who-to-write-to":
      return [
        {
          is: "button",
          label: say.whoToWriteTo.give,
          action: { do: "open-form", form: "other-contact", customer: view.customer.code, ask },
        },
      ];
    case "assign-owner":
      return about.people.length === 0 ? [] : [assignMenu(ask, about.people, say.assignOwner.assign)];
    case "in-credit":
      return [done(say.inCredit.done)];
    case "unknown-send":
      return [done(say.unknownSend.done)];
  }
}

function caseFile(view: TaskView, words: Words): Control {
  return {
    is: "button",
    label: words.cards.letters.caseFile,
    action: { do: "show-case-file", customer: view.customer.code },
  };
}

function assignMenu(
  ask: number,
  people: readonly { readonly id: number; readonly name: string }[],
  label: string,
): Control {
  return {
    is: "menu",
    label,
    options: people
      .slice(0, PEOPLE_MAX)
      .map(({ id, name }) => ({ label: name, action: { do: "reassign", ask, person: id } as const })),
  };
}

/** The way to the customer a task is about. */
export function openCustomer(view: TaskView, words: Words): Control {
  return {
    is: "button",
    label: words.cards.tasks.openCustomer,
    action: { do: "show-customer", customer: view.customer.code },
  };
}

/** Takes back what an event did, for as long as that may be. */
export function undoButton(event: number, words: Words): Control {
  return { is: "button", label: words.common.buttons.undo, action: { do: "undo", event } };
}
