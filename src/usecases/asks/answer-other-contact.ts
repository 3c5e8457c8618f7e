import { contactToCall, mailRecipients, type Contact } from "#domain/customer.ts";
import type { Actor } from "#domain/event.ts";
import { readMailAddress } from "#domain/mail-address.ts";
import { contactsOf, keepContact, stopContact } from "#store/contacts.ts";
import { appendEvent, causedBy } from "#store/events.ts";
import type { Db } from "#store/store.ts";
import { answerAsk, type TakenAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { holderOf } from "#usecases/delivery/tell.ts";

export interface OtherContactInput {
  readonly ask: number;
  /** Who it is not; left out: the one the card told to call. */
  readonly contact?: number | undefined;
  /** Who it is instead, if known. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

const NAME_LENGTH_MAX = 120;
const PHONE_LENGTH_MAX = 40;

/**
 * The contact is the wrong one: nothing is sent there any more. The right one, when given, is written to from now on;
 * otherwise a card asks for it. The same answer closes "who should we write to?".
 */
export async function answerOtherContact(
  context: Context,
  actor: Actor,
  input: OtherContactInput,
): Promise<Result<Answered>> {
  const right = readRight(input);
  if ("typed" in right) return refused({ why: "email-not-understood", typed: right.typed });
  return answerAsk(context, actor, input.ask, async (tx, ask) => {
    const asksWho = ask.kind === "who-to-write-to";
    if (asksWho && right.email === null) return refused({ why: "email-not-understood", typed: "" });
    const wrong = asksWho ? null : await wrongContact(tx, ask, input.contact);
    return done({
      ending: { outcome: asksWho ? "done" : "other-contact" },
      data: { contact: wrong?.id ?? null },
      async apply(event) {
        if (wrong !== null) await stop(tx, context, actor, ask, wrong, event);
        if (right.email !== null || right.phone !== null) await add(tx, context, actor, ask, right, event);
        if (!asksWho && right.email === null) await askWho(tx, context, actor, ask, event);
      },
    });
  });
}

interface RightContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

function readRight(input: OtherContactInput): RightContact | { readonly typed: string } {
  const typed = input.email?.trim() ?? "";
  const address = typed === "" ? null : readMailAddress(typed);
  if (typed !== "" && address === null) return { typed };
  const email = address === null ? null : `${address.local}@${address.domain}`;
  const phone = input.phone?.trim().slice(0, PHONE_LENGTH_MAX) ?? "";
  const name = input.name?.trim().slice(0, NAME_LENGTH_MAX) ?? "";
  return { name: name === "" ? (email ?? phone) : name, email, phone: phone === "" ? null : phone };
}

/** The contact named, if it is this customer's; else the one that the card showed. */
async function wrongContact(tx: Db, ask: TakenAsk, id: number | undefined): Promise<Contact | null> {
  const contacts = await contactsOf(tx, ask.customer);
  if (id !== undefined) return contacts.find((contact) => contact.id === id) ?? null;
  return contactToCall(contacts);
}

async function stop(
  tx: Db,
  context: Context,
  actor: Actor,
  ask: TakenAsk,
  wrong: Contact,
  event: number,
): Promise<void> {
  await stopContact(tx, wrong.id, "wrong-contact", context.now, event);
  await appendEvent(tx, {
    at: context.now,
    kind: "contact-stopped",
    actor,
    customer: ask.customer,
    subject: "contacts",
    subjectId: wrong.id,
    data: { why: "wrong-contact", ...causedBy(event) },
  });
}

async function add(
  tx: Db,
  context: Context,
  actor: Actor,
  ask: TakenAsk,
  right: RightContact,
  event: number,
): Promise<void> {
  const { id, isNew } = await keepContact(tx, { ...right, customer: ask.customer, role: "billing" });
  await appendEvent(tx, {
    at: context.now,
    kind: "contact-added",
    actor,
    customer: ask.customer,
    subject: "contacts",
    subjectId: id,
    data: { isNew, ...causedBy(event) },
  });
}

/** The one who said so is asked for the right one, unless somebody else at the customer is written to already. */
async function askWho(tx: Db, context: Context, actor: Actor, ask: TakenAsk, event: number): Promise<void> {
  if (mailRecipients(await contactsOf(tx, ask.customer)).length > 0) return;
  await openAsk(tx, context, {
    kind: "who-to-write-to",
    customer: ask.customer,
    holder: ask.holderId === null ? await holderOf(tx, ask.customer) : { person: ask.holderId },
    lines: ask.lines,
    openedBy: actor,
    when: "now",
    causedBy: event,
  });
}
