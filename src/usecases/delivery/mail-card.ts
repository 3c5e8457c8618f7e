import { CARD_LINK } from "#domain/one-time-link.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import type { Context } from "#usecases/context.ts";
import type { Drawn } from "#usecases/delivery/drawing.ts";
import { fault, isFault } from "#usecases/fault.ts";
import { makeLink } from "#usecases/delivery/one-time-links.ts";
import type { DrawCardMail, Mailer } from "#usecases/ports.ts";
import { newMessageId } from "#usecases/dunning/send-reminder.ts";

/** How people without a chat are written to. */
export interface CardPost {
  readonly mailer: Mailer;
  readonly draw: DrawCardMail;
}

/** What is not worth a mail: it introduces the chat, waits for it, and stays for the day it comes. */
const FOR_CHATS_ONLY: readonly Showing["show"][] = ["welcome"];

/** Whether a card can do without a chat. */
export function goesByMail(showing: Showing): boolean {
  return !FOR_CHATS_ONLY.includes(showing.show);
}

/**
 * Sends a card to a colleague by e-mail, with a link of its own to answer on. "unknown": the server may have taken it, so
 * it is not sent again. Throws a Fault when nothing was sent, `gone` when the server knows no such address.
 */
export async function mailCard(
  context: Context,
  post: CardPost,
  person: Person,
  showing: Showing,
  drawn: Drawn,
): Promise<"sent" | "unknown"> {
  const purpose = { for: "card", showing, beside: null } as const;
  const href = await makeLink(context, { purpose, person: person.id, ...CARD_LINK });
  try {
    const sent = await post.mailer.send({
      ...post.draw(drawn.card, person, href),
      fromName: "Relais",
      replyTo: post.mailer.address,
      to: [person.email],
      messageId: newMessageId(post.mailer.address),
      attachments: [],
      isAutomatic: true,
    });
    if (sent.accepted.length > 0) return "sent";
  } catch (error) {
    if (!isFault(error) || !error.ambiguous) throw error;
    return "unknown";
  }
  throw fault("the mail server refuses this address", { gone: true });
}
