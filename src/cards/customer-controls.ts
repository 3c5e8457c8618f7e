import type { Action } from "#cards/action.ts";
import type { Control, Menu, Part } from "#cards/card.ts";
import type { CustomerView } from "#cards/customer.ts";
import { promiseMenu } from "#cards/promise-menu.ts";
import type { Words } from "#i18n/words.ts";

type Option = Menu["options"][number];

/** A promise, a dispute, and all the rest in one menu; each only for who may use it. */
export function customerControls(view: CustomerView, words: Words): readonly Part[] {
  const { buttons } = words.common;
  const customer = view.customer.code;
  const owes = view.outstanding.length > 0;
  const controls: readonly Control[] = [
    ...(owes && view.may.promise ? [promiseControl(view, words)] : []),
    ...(owes && view.may.dispute
      ? [{ is: "button", label: buttons.dispute, action: { do: "open-form", form: "dispute", customer } } as const]
      : []),
    { is: "menu", label: buttons.other, options: otherOptions(view, words) },
    ...(view.score === null
      ? []
      : [{ is: "button", label: words.cards.score.button, action: { do: "show-score", customer } } as const]),
  ];
  return [{ is: "controls", controls }];
}

/** A day in two taps is about all that is late; of what is not due yet, the form asks how much. */
function promiseControl({ customer: { code: customer }, overdue, days }: CustomerView, words: Words): Control {
  const label = words.common.buttons.promise;
  if (overdue.length > 0) return promiseMenu({ customer }, days, label, words);
  return { is: "button", label, action: { do: "open-form", form: "promise", customer } };
}

function otherOptions(view: CustomerView, words: Words): readonly Option[] {
  const say = words.cards.customer.menu;
  const customer = view.customer.code;
  const option = (label: string, action: Action): Option => ({ label, action });
  return [
    option(say.timeline, { do: "show-timeline", customer }),
    ...(view.ask === null ? [] : [option(say.call, { do: "show-ask", ask: view.ask })]),
    ...promiseOptions(view, words),
    ...view.disputes
      .filter(({ mayClose }) => mayClose)
      .map(({ id, invoice }) =>
        option(say.closeDispute(invoice), { do: "open-form", form: "close-dispute", customer, dispute: id }),
      ),
    ...(view.dunning === null ? [] : [option(say.reminder, { do: "show-reminder", customer })]),
    ...(view.may.hold ? [option(say.hold, { do: "open-form", form: "hold", customer })] : []),
    ...(view.may.hold
      ? view.holds.map(({ id, until }) => option(say.endHold(until), { do: "end-hold", hold: id }))
      : []),
    ...(view.may.hold ? [option(words.notes.menu.note, { do: "open-form", form: "customer-note", customer })] : []),
    ...(view.may.block ? [option(words.notes.menu.block, { do: "open-form", form: "urgent-block", customer })] : []),
    option(words.notes.menu.contacts, { do: "show-contacts", customer }),
    option(say.comment, { do: "open-form", form: "comment", customer }),
    ...(view.may.chooseScenario
      ? [option(words.scenarios.customer.menuChoose, { do: "open-form", form: "choose-scenario", customer })]
      : []),
    ...(view.may.proposeProfile
      ? [option(words.scenarios.customer.menuProfile, { do: "open-form", form: "payer-profile", customer })]
      : []),
    ...(view.may.askByHand && view.ask === null
      ? [option(say.askByHand, { do: "open-form", form: "ask-by-hand", customer })]
      : []),
  ];
}

function promiseOptions(view: CustomerView, words: Words): readonly Option[] {
  if (!view.may.promise) return [];
  const say = words.cards.customer.menu;
  const customer = view.customer.code;
  return view.promises.flatMap(({ id, due }): readonly Option[] => [
    { label: say.movePromise(due), action: { do: "open-form", form: "promise", customer, promise: id } },
    { label: say.cancelPromise(due), action: { do: "cancel-promise", promise: id } },
  ]);
}
