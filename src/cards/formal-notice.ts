import type { Card, Control, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { TaskWithdrawal } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { NoLetter } from "#domain/formal-notice.ts";
import type { Money } from "#domain/money.ts";
import { refusalText } from "#i18n/refusals/messages.ts";
import type { Words } from "#i18n/words.ts";

/** A letter with its figures: what would leave, or what was approved. */
export interface LetterView {
  /** Once it is approved. */
  readonly letter: number | null;
  readonly seller: string;
  readonly debtor: string;
  readonly invoices: number;
  readonly residual: Money;
  readonly interest: Money;
  readonly indemnity: Money;
  readonly total: Money;
  readonly answerBy: Day;
  readonly registered: { readonly number: string; readonly postedOn: Day; readonly receivedOn: Day | null } | null;
}

/** The task "approve this formal notice", from the first look to the acknowledgement of receipt. */
export interface FormalNoticeView {
  readonly ask: number;
  readonly customer: CustomerName;
  readonly state: "to-approve" | "approved" | "refused" | "withdrawn";
  readonly letters: readonly LetterView[];
  /** What no letter can be written about, and why. */
  readonly refused: readonly { readonly debtor: string; readonly invoices: number; readonly why: NoLetter }[];
  readonly computedOn: Day;
  /** What the reader approves: goes along with the button. */
  readonly seen: string;
  readonly approved: { readonly by: string; readonly on: Day } | null;
  /** Why it went by itself, and whose doing that was. */
  readonly withdrawn: { readonly why: TaskWithdrawal; readonly by: string | null } | null;
  readonly refusal: { readonly by: string | null; readonly reason: string | null } | null;
  /** What the reader may do; "pass" = above finance's limit. */
  readonly may: "approve" | "pass" | "look";
  readonly limit: Money | null;
  readonly undoEvent: number | null;
  readonly asOf: AsOf;
}

/** A menu of a few letters; more sellers and debtors than that in one group is a file, not a card. */
const LETTERS_MAX = 10;

/** A formal notice to approve, or what was decided about it: amounts, interest, checks, and its letters. */
export function formalNoticeCard(view: FormalNoticeView, words: Words): Card {
  const { title: toApproveTitle, decided } = words.cards.letters;
  const title = (view.state === "to-approve" ? toApproveTitle : decided)(view.customer.name);
  return {
    name: "formal-notice",
    summary: title,
    parts: [{ is: "heading", text: title }, ...body(view, words), asOfPart(view.asOf, words)],
  };
}

function body(view: FormalNoticeView, words: Words): readonly Part[] {
  switch (view.state) {
    case "to-approve":
      return toApprove(view, words);
    case "approved":
      return approved(view, words);
    case "refused":
      return closed(
        view,
        words.cards.letters.refusedBy(view.customer.name, view.refusal?.by ?? null, view.refusal?.reason ?? null),
        words,
      );
    case "withdrawn":
      return closed(view, withdrawnText(view, words), words);
  }
}

function withdrawnText({ customer, withdrawn }: FormalNoticeView, words: Words): string {
  return words.cards.tasks.withdrawn(customer.name, withdrawn?.why ?? "stopped", withdrawn?.by ?? null);
}

function toApprove(view: FormalNoticeView, words: Words): readonly Part[] {
  const say = words.cards.letters;
  const above =
    view.may === "look" || view.limit === null ? [] : [{ is: "text", text: say.aboveLimit(view.limit) } as const];
  return [
    { is: "text", text: say.intro },
    ...letterParts(view, words),
    ...view.refused.map(({ debtor, invoices, why }) => {
      const sentence = refusalText({ why: "no-letter", because: why }, words.refusals, view.asOf.timeZone);
      return { is: "text", text: say.refused(debtor, invoices, sentence) } as const;
    }),
    ...above,
    { is: "controls", controls: [...see(view, words), ...deciding(view, words)] },
    ...(view.letters.length === 0 ? [] : [{ is: "small", text: say.computedOn(view.computedOn) } as const]),
  ];
}

function deciding(view: FormalNoticeView, words: Words): readonly Control[] {
  const { buttons } = words.cards.letters;
  if (view.may === "look") return [openCustomer(view, words)];
  const refuse: Control = {
    is: "button",
    label: buttons.refuse,
    action: { do: "open-form", form: "refuse-letter", ask: view.ask },
  };
  if (view.letters.length === 0) return [refuse, openCustomer(view, words)];
  const main: Control =
    view.may === "pass"
      ? { is: "button", label: buttons.pass, action: { do: "pass-letter", ask: view.ask }, look: "primary" }
      : {
          is: "button",
          label: buttons.approve,
          action: { do: "approve-letter", ask: view.ask, seen: view.seen },
          look: "primary",
          confirm: buttons.confirm,
        };
  return [main, refuse, openCustomer(view, words)];
}

function approved(view: FormalNoticeView, words: Words): readonly Part[] {
  const say = words.cards.letters;
  const waiting = view.letters.some(({ registered }) => registered === null);
  return [
    ...(view.approved === null
      ? []
      : [{ is: "text", text: say.approvedBy(view.approved.by, view.approved.on) } as const]),
    ...view.letters.flatMap((letter) => approvedLetter(letter, view, words)),
    ...(waiting ? [{ is: "text", text: say.toPost } as const] : []),
    {
      is: "controls",
      controls: [...see(view, words), ...undoOrRefuse(view, waiting, words), openCustomer(view, words)],
    },
  ];
}

/** Each letter has its own number and days, and so its own button. */
function approvedLetter(letter: LetterView, view: FormalNoticeView, words: Words): readonly Part[] {
  const say = words.cards.letters;
  const { registered } = letter;
  const told =
    registered === null
      ? []
      : [
          say.posted(registered.number, registered.postedOn),
          registered.receivedOn === null ? say.noReceipt : say.received(registered.receivedOn),
        ];
  const form = registered === null ? "post-letter" : registered.receivedOn === null ? "receive-letter" : null;
  const text = [say.letter(said(letter)), ...told].join(" ");
  if (form === null || letter.letter === null || view.may === "look") return [{ is: "item", text }];
  const label = form === "post-letter" ? say.buttons.post : say.buttons.receive;
  const control = { is: "button", label, action: { do: "open-form", form, letter: letter.letter } } as const;
  return [{ is: "item", text, control }];
}

function undoOrRefuse(view: FormalNoticeView, waiting: boolean, words: Words): readonly Control[] {
  if (view.undoEvent !== null) {
    return [{ is: "button", label: words.common.buttons.undo, action: { do: "undo", event: view.undoEvent } }];
  }
  if (!waiting || view.may === "look") return [];
  const { refuse } = words.cards.letters.buttons;
  return [{ is: "button", label: refuse, action: { do: "open-form", form: "refuse-letter", ask: view.ask } }];
}

function closed(view: FormalNoticeView, text: string, words: Words): readonly Part[] {
  return [
    { is: "text", text },
    { is: "controls", controls: [...undoOrRefuse(view, false, words), openCustomer(view, words)] },
  ];
}

function letterParts(view: FormalNoticeView, words: Words): readonly Part[] {
  return view.letters
    .slice(0, LETTERS_MAX)
    .map((letter) => ({ is: "item", text: words.cards.letters.letter(said(letter)) }));
}

function said(letter: LetterView): Parameters<Words["cards"]["letters"]["letter"]>[0] {
  return { ...letter, from: letter.seller, to: letter.debtor };
}

function see(view: FormalNoticeView, words: Words): readonly Control[] {
  const { buttons } = words.cards.letters;
  const letters = view.letters.slice(0, LETTERS_MAX);
  const show = (at: number) => ({ do: "show-letter", ask: view.ask, at }) as const;
  if (letters.length === 0) return [];
  if (letters.length === 1) return [{ is: "button", label: buttons.see, action: show(0) }];
  const options = letters.map(({ debtor }, at) => ({ label: buttons.seeOf(debtor), action: show(at) }));
  return [{ is: "menu", label: buttons.see, options }];
}

function openCustomer(view: FormalNoticeView, words: Words): Control {
  return {
    is: "button",
    label: words.cards.tasks.openCustomer,
    action: { do: "show-customer", customer: view.customer.code },
  };
}
