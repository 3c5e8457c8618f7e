import { html } from "hono/html";

import { decodeAction, encodeAction, type Action } from "#cards/action.ts";
import { actionsOf, cardToRead, isLook } from "#cards/by-link.ts";
import type { Card } from "#cards/card.ts";
import { respond } from "#chat/respond.ts";
import type { Reply } from "#chat/reply.ts";
import type { Showing } from "#domain/showing.ts";
import { cardTitle, cardView, type OpenForms } from "#http/card-view.ts";
import { readForm, type SentForm } from "#http/form-view.ts";
import type { LinkFields, LinkKind, LinkReply } from "#http/one-time-links.ts";
import { pageWordsFor } from "#i18n/pages/words.ts";
import {
  cardAfterAnswer,
  openCardByLink,
  sendCardAgain,
  type CardOnPage,
  type CardPurpose,
} from "#usecases/delivery/card-by-link.ts";
import type { Context } from "#usecases/context.ts";
import type { OpenedLink } from "#usecases/delivery/one-time-links.ts";

/**
 * The page behind a card that was sent by e-mail: a third, very small chat. It draws the same cards and forms, and what
 * is pressed or filled in goes the way of the chats. Only what stands on the card can be done.
 */
export const cardLink: LinkKind<CardPurpose> = {
  async show(context, purpose, link) {
    return await page(context, purpose, await openCardByLink(context, purpose, link.person), {});
  },
  async showSpent(context, purpose, link, fields) {
    const opened = await openCardByLink(context, purpose, link.person);
    const words = pageWordsFor(opened.person.locale).card;
    const isAskedFor = fields?.[AGAIN] !== undefined;
    if (isAskedFor) await sendCardAgain(context, link, purpose);
    const added = isAskedFor ? { notice: words.onItsWay } : { notice: words.spent, again: words.again };
    return await page(context, purpose, { ...opened, ...readOnly(opened) }, added);
  },
  async act(context, purpose, link, fields) {
    const opened = await openCardByLink(context, purpose, link.person);
    const pressed = pressedOn(opened, purpose, fields);
    if (pressed === null) {
      const { changed } = pageWordsFor(opened.person.locale).card;
      return await page(context, purpose, opened, { notice: changed });
    }
    const asked = { ...askedOf(context, opened), standing: pressed.standing };
    const first = await respond(asked, { is: "action", action: pressed.action });
    if (first.is !== "form") return await answer({ context, purpose, link, opened, pressed }, first, null);
    const sent = { action: encodeAction(pressed.action), ...readForm(first.form, fields) };
    const second = await respond(asked, { is: "form", answer: sent.answer });
    return await answer({ context, purpose, link, opened, pressed }, second, sent);
  },
};

const AGAIN = "again";

interface Pressed {
  readonly action: Action;
  /** The card that it stands on. */
  readonly standing: Showing;
}

interface Answering {
  readonly context: Context;
  readonly purpose: CardPurpose;
  readonly link: OpenedLink;
  readonly opened: CardOnPage;
  readonly pressed: Pressed;
}

/** Null for what does not stand on the page (any more): a forged one is the same as an old one. */
function pressedOn(opened: CardOnPage, purpose: CardPurpose, fields: LinkFields): Pressed | null {
  const action = decodeAction(fields["action"] ?? "");
  if (action === null) return null;
  const offers = (card: Card | null) =>
    card !== null && actionsOf(card).some((each) => encodeAction(each) === encodeAction(action));
  if (purpose.beside !== null && offers(opened.beside)) return { action, standing: purpose.beside };
  return offers(opened.card) ? { action, standing: purpose.showing } : null;
}

function askedOf(context: Context, { person }: CardOnPage) {
  return { context, person, place: "direct", opensForms: true, standing: null } as const;
}

/** What came of it: something to mend or to read on this page, or the next page. */
async function answer(answering: Answering, reply: Reply, sent: SentForm | null): Promise<LinkReply> {
  const { context, purpose, link, opened, pressed } = answering;
  switch (reply.is) {
    case "card": {
      if (isLook(pressed.action)) return await page(context, purpose, opened, { aside: cardToRead(reply.card) });
      return { is: "elsewhere", href: await cardAfterAnswer(context, link, after(answering, reply)) };
    }
    case "nothing":
      return { is: "elsewhere", href: await cardAfterAnswer(context, link, purpose) };
    case "mend":
      return await page(context, purpose, opened, { sent: sent === null ? null : { ...sent, wrong: reply.fields } });
    case "notice":
      // Often the card was out of date: it is drawn again beside the sentence.
      return await page(context, purpose, await openCardByLink(context, purpose, link.person), { notice: reply.text });
    case "file": {
      const file = await reply.make();
      return file === null
        ? await page(context, purpose, opened, {})
        : { is: "file", name: file.name, type: "application/octet-stream", bytes: file.bytes };
    }
    case "form":
      throw new Error(`The form ${reply.form.name} answered a form that was sent.`);
    default:
      return reply satisfies never;
  }
}

/** The card answered stays on the page; what came of it stands beside, unless it is the same card in its new state. */
function after({ purpose, pressed }: Answering, reply: Extract<Reply, { is: "card" }>) {
  const { shown } = reply;
  if (shown === null) return { showing: purpose.showing, beside: null };
  const isSame = reply.how === "in-place" && pressed.standing === purpose.showing;
  return isSame ? { showing: shown.showing, beside: null } : { showing: purpose.showing, beside: shown.showing };
}

interface Added {
  readonly notice?: string;
  /** What was asked to be read beside the card. */
  readonly aside?: Card;
  /** A form that came back with something to mend. */
  readonly sent?: SentForm | null;
  /** The words of a button that asks for a new link. */
  readonly again?: string;
}

async function page(
  context: Context,
  purpose: CardPurpose,
  opened: CardOnPage,
  { notice, aside, sent = null, again }: Added,
): Promise<LinkReply> {
  const { person, card, beside } = opened;
  const words = pageWordsFor(person.locale).card;
  const drawn = [aside ?? null, beside, card].flatMap((each) =>
    each === null ? [] : [{ card: each, isAnswered: each === card }],
  );
  const forms: OpenForms = { open: await formsOf(context, purpose, opened), sent, words };
  const [first] = drawn;
  const body = html`
    ${notice === undefined ? "" : html`<p class="notice" role="status">${notice}</p>`}
    ${drawn.length === 0 ? html`<p>${words.gone}</p>` : drawn.map((each, index) => cardView(each.card, forms, { isFirst: index === 0, isAnswered: each.isAnswered }))}
    ${aside === undefined ? "" : html`<p><a href="?">${words.back}</a></p>`}
    ${
      again === undefined
        ? ""
        : html`<form method="post" action="?">
            <button class="quiet" name="${AGAIN}" value="yes">${again}</button>
          </form>`
    }
    <p class="whose">${words.whose(person.name)}</p>
  `;
  return { is: "page", title: first === undefined ? "Relais" : cardTitle(first.card), body, spent: false };
}

/** Every form that the page can open, as the chats would open it now. */
async function formsOf(context: Context, purpose: CardPurpose, opened: CardOnPage): Promise<OpenForms["open"]> {
  const forms = new Map();
  for (const [card, standing] of [
    [opened.card, purpose.showing],
    [opened.beside, purpose.beside],
  ] as const) {
    for (const action of card === null ? [] : actionsOf(card)) {
      if (action.do !== "open-form") continue;
      const reply = await respond({ ...askedOf(context, opened), standing }, { is: "action", action });
      if (reply.is === "form") forms.set(encodeAction(action), reply.form);
    }
  }
  return forms;
}

function readOnly({ card, beside }: CardOnPage) {
  return { card: card === null ? null : cardToRead(card), beside: beside === null ? null : cardToRead(beside) };
}
