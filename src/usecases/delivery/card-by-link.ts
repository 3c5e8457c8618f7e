import { cardByLink, takingBack } from "#cards/by-link.ts";
import type { Card } from "#cards/card.ts";
import type { LinkPurpose, OneTimeLink } from "#domain/one-time-link.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { pageWordsFor } from "#i18n/pages/words.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { personById } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { makeNextLink } from "#usecases/delivery/one-time-links.ts";

export type CardPurpose = Extract<LinkPurpose, { for: "card" }>;

/** What a card's link shows now: its card, and beside it what came of the last answer; each by its reader's rights. */
export interface CardOnPage {
  readonly person: Person;
  /** Null = nothing to show any more, or not to this person. */
  readonly card: Card | null;
  readonly beside: Card | null;
}

/** Draws what a link is for, from the present truth. Changes nothing. */
export async function openCardByLink(context: Context, purpose: CardPurpose, personId: number): Promise<CardOnPage> {
  const person = await personById(context.store.db, personId);
  if (person === null) throw new Error(`A link names person ${personId}, whom nobody knows.`);
  return {
    person,
    card: await draw(context, purpose.showing, person),
    beside: purpose.beside === null ? null : await drawBeside(context, purpose.beside, person),
  };
}

/** The address of the page after an answer: what was answered, what came of it, and ten minutes to take it back. */
export async function cardAfterAnswer(
  context: Context,
  used: OneTimeLink,
  after: { readonly showing: Showing; readonly beside: Showing | null },
): Promise<string> {
  return await makeNextLink(context, used, { for: "card", ...after });
}

/** Sends the card once more, with a new link, to the address of whom the used one was for; once per link. */
export async function sendCardAgain(context: Context, used: OneTimeLink, purpose: CardPurpose): Promise<void> {
  const { person } = used;
  const key = `card-again:${used.id}`;
  const entry = {
    key,
    showing: purpose.showing,
    personId: person,
    gate: gateOf.person(person),
    notBefore: context.now,
  };
  await enqueue(context.store.db, [entry], context.now);
}

async function draw(context: Context, showing: Showing, person: Person): Promise<Card | null> {
  const drawn = await drawShowing(context, showing, person);
  return drawn === null ? null : cardByLink(drawn.card);
}

/** A customer's own card is more than the link was for: what is left of it says thank you, and takes the answer back. */
async function drawBeside(context: Context, showing: Showing, person: Person): Promise<Card | null> {
  const drawn = await drawShowing(context, showing, person);
  if (drawn === null) return null;
  if (showing.show !== "customer") return cardByLink(drawn.card);
  const { noted } = pageWordsFor(person.locale).card;
  const controls = takingBack(drawn.card);
  return {
    name: "noted",
    summary: noted,
    parts: [
      { is: "text", text: [{ text: noted, strong: true }] },
      ...(controls.length === 0 ? [] : [{ is: "controls", controls } as const]),
    ],
  };
}
