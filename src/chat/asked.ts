import type { Reply } from "#chat/reply.ts";
import type { ChatRequest } from "#chat/request.ts";
import type { Actor } from "#domain/event.ts";
import type { Person } from "#domain/person.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Showing } from "#domain/showing.ts";
import { refusalText } from "#i18n/refusals/messages.ts";
import { wordsFor } from "#i18n/words.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import type { Drawn } from "#usecases/delivery/drawing.ts";
import type { Chat } from "#usecases/ports.ts";
import type { Result } from "#usecases/result.ts";

/** Who asked something of Relais, where, and what stood there. */
export interface Asked {
  readonly context: Context;
  readonly person: Person;
  readonly place: ChatRequest["place"];
  readonly opensForms: boolean;
  /** The card that was clicked; null = none that Relais follows (a command, an ephemeral answer, the home). */
  readonly standing: Showing | null;
  /** Absent for an answer by a one-time link, which comes from no chat. */
  readonly here?: Here;
}

/** The chat somebody is in, as whom, and in which conversation. */
export interface Here {
  readonly chat: Chat;
  readonly userId: string;
  readonly conversation: string | null;
}

/** Who asked, as an actor of events. */
export function actorOf(asked: Asked): Actor {
  return { is: "person", id: asked.person.id };
}

/** What a verb did, as the card of what it was about; or its refusal. */
export async function shownAfter(asked: Asked, result: Result<Answered>): Promise<Reply> {
  return result.ok ? show(asked, result.value.showing) : refuse(asked, result.refusal);
}

/** A card drawn from the present truth, by this person's rights and in their language. */
export async function show(asked: Asked, showing: Showing): Promise<Reply> {
  const drawn = await drawShowing(asked.context, showing, asked.person);
  return drawn === null ? refuse(asked, { why: "gone" }) : cardOf(asked, drawn, showing);
}

/** A card that was drawn. `showing` null = a page, which takes the place of a page and of nothing that goes on living. */
export function cardOf(asked: Asked, drawn: Drawn, showing: Showing | null, isFollowed = true): Reply {
  const shown = showing === null || !isFollowed ? null : { showing, customers: drawn.customers };
  return { is: "card", card: drawn.card, how: placeOf(asked, showing), shown };
}

/** The sentence of a refusal; the card that was clicked is drawn again beside it, as it may be out of date (V9). */
export async function refuse(asked: Asked, refusal: Refusal): Promise<Reply> {
  const text = refusalSentence(asked, refusal);
  const standing = asked.standing === null ? null : await drawShowing(asked.context, asked.standing, asked.person);
  if (asked.standing === null || standing === null) return { is: "notice", text };
  return {
    is: "notice",
    text,
    clicked: { card: standing.card, showing: asked.standing, customers: standing.customers },
  };
}

/** A refusal in the language and the time zone of who asked. */
export function refusalSentence(asked: Asked, refusal: Refusal): string {
  const { locale, timeZone } = asked.person;
  return refusalText(refusal, wordsFor(locale).refusals, timeZone);
}

/** A card answers where it stands; what it opens on the side is a message of its own. */
function placeOf(asked: Asked, showing: Showing | null): "in-place" | "new" {
  if (asked.standing === null) return "in-place";
  return showing !== null && isAbout(asked.standing) === isAbout(showing) ? "in-place" : "new";
}

/** The thing a card is about, whichever page or day of it. */
function isAbout(showing: Showing): string {
  switch (showing.show) {
    case "ask":
      return `ask ${showing.ask}`;
    case "customer":
      return `customer ${showing.customer}`;
    case "promise":
      return `promise ${showing.promise}`;
    case "dispute":
      return `dispute ${showing.dispute}`;
    case "reply":
      return `reply ${showing.reply}`;
    default:
      return showing.show;
  }
}
