import type { Person } from "#domain/person.ts";
import type { Stranger } from "#i18n/chat/messages.ts";
import { identityOfUser, keepIdentity, type ChatIdentity } from "#store/chat-identities.ts";
import { personByEmail, personById } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { isFault } from "#usecases/fault.ts";
import type { Chat, ChatUser } from "#usecases/ports.ts";

export type Identified =
  | { readonly is: "person"; readonly person: Person }
  | { readonly is: "stranger"; readonly because: Stranger };

/** Guests and outsiders are found out within a day. */
const RECHECK_MS = 86_400_000;
/** Somebody just added to people.csv, or made a full member, need not wait for a day. */
const RECHECK_REFUSED_MS = 600_000;

/**
 * Who a chat user is: matched with a person by e-mail once, then known by id for ever. Unknown, deactivated, guest and
 * outside users stay strangers, who get no data. `wallNow` dates the look-up. Throws a Fault when the chat must be asked
 * and does not answer; somebody known stays known then.
 */
export async function identifyPerson(
  context: Context,
  chat: Chat,
  sender: { readonly teamId: string; readonly userId: string },
  wallNow: Date,
): Promise<Identified> {
  const known = await identityOfUser(context.store.db, chat.name, sender.teamId, sender.userId);
  const identity =
    known === null
      ? await checked(context, chat, sender, null, wallNow)
      : await recheckedIdentity(context, chat, known, wallNow);
  if (identity.personId === null) return { is: "stranger", because: strangerFor(identity.refusedBecause) };
  const person = await personById(context.store.db, identity.personId);
  return person?.active === true ? { is: "person", person } : { is: "stranger", because: "deactivated" };
}

/** What is known of a user, asked anew once a day: somebody may have become a guest, or have left. */
export async function recheckedIdentity(
  context: Context,
  chat: Chat,
  known: ChatIdentity,
  wallNow: Date,
): Promise<ChatIdentity> {
  return isStale(known, wallNow) ? checked(context, chat, known, known, wallNow) : known;
}

function isStale(identity: ChatIdentity, wallNow: Date): boolean {
  const age = wallNow.getTime() - identity.checkedAt.getTime();
  return age > (identity.personId === null ? RECHECK_REFUSED_MS : RECHECK_MS);
}

async function checked(
  context: Context,
  chat: Chat,
  sender: { readonly teamId: string; readonly userId: string },
  known: ChatIdentity | null,
  wallNow: Date,
): Promise<ChatIdentity> {
  let user: ChatUser | null;
  try {
    user = await chat.describeUser(sender.userId);
  } catch (error) {
    if (known !== null && isFault(error)) return known;
    throw error;
  }
  const refused = refusalOf(user, sender.teamId);
  const personId = refused === null ? (known?.personId ?? (await personCalled(context, user))) : null;
  return keepIdentity(context.store.db, {
    chat: chat.name,
    teamId: sender.teamId,
    userId: sender.userId,
    personId,
    refusedBecause: personId === null ? (refused ?? "unknown") : null,
    checkedAt: wallNow,
  });
}

/** Somebody who acts from another company's team is an outsider, whatever else is said of them. */
function refusalOf(user: ChatUser | null, teamId: string): Stranger | null {
  if (user === null) return "unknown";
  return user.teamId === teamId ? user.refused : "external";
}

async function personCalled(context: Context, user: ChatUser | null): Promise<number | null> {
  return (await personWith(context, user?.email ?? null)) ?? (await personWith(context, user?.otherEmail ?? null));
}

async function personWith(context: Context, email: string | null): Promise<number | null> {
  const person = email === null ? null : await personByEmail(context.store.db, email);
  return person?.active === true ? person.id : null;
}

const STRANGERS: readonly Stranger[] = ["unknown", "guest", "external", "bot", "deactivated", "taken"];

function strangerFor(refusedBecause: string | null): Stranger {
  return STRANGERS.find((one) => one === refusedBecause) ?? "unknown";
}
