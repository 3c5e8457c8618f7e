import type { Actor } from "#domain/event.ts";
import type { ReplyKind } from "#domain/reminder.ts";
import type { MailFacts } from "#domain/mail-facts.ts";
import { mailKind, type MailKind } from "#domain/reply-kind.ts";
import type { Holder } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { invoicesListedBy, remindersByMessageIds } from "#store/reminder-search.ts";
import { insertReply } from "#store/replies.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { matchReply, type MatchedReply } from "#usecases/replies/match-reply.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { askWhomToWriteTo, hasRecipients, refuseAddresses } from "#usecases/replies/refuse-addresses.ts";
import { askOthers, takeBounce } from "#usecases/replies/take-bounce.ts";
import { holderOf, tellHolder } from "#usecases/delivery/tell.ts";

/** A mail that came in, read but not judged. */
export interface IncomingMail {
  readonly facts: MailFacts;
  /** In angle brackets; its identity, so that the same mail twice is one. */
  readonly messageId: string;
  /** The message ids it answers or reports on, nearest first. */
  readonly answers: readonly string[];
  readonly fromEmail: string;
  /** Every address it was sent or delivered to. */
  readonly to: readonly string[];
  /** What the person wrote, without what they quote. */
  readonly newText: string;
  /** All of it as text, what it quotes included. */
  readonly fullText: string;
  /** The names of the files that came with it. */
  readonly attachments: readonly string[];
}

export interface TakenReply {
  readonly kind: ReplyKind;
  /** It was taken before, or is not ours to take: nothing happened now. */
  readonly repeated: boolean;
  /** The paying customer; null = nobody knows whose it is. */
  readonly customer: string | null;
}

/** A long correspondence repeats itself below every answer: enough of it to understand the answer. */
const FULL_TEXT_LENGTH_MAX = 20_000;

/** What follows a kept mail. */
export interface KeptReply {
  readonly id: number;
  readonly event: number;
  readonly payer: string;
  readonly reminder: MatchedReply["reminder"];
  readonly invoices: readonly number[];
  readonly actor: Actor;
}

/**
 * Takes a mail that came in, once: an answer waits for a person and stops dunning meanwhile, a hard bounce and a complaint
 * stop the contact, a machine's answer is kept and changes nothing. `isShared`: it was found in a mailbox that receives
 * other mail as well.
 */
export async function takeReply(
  context: Context,
  mail: IncomingMail,
  from: { readonly isShared: boolean } = { isShared: false },
): Promise<TakenReply> {
  const kind = mailKind(mail.facts);
  return context.store.db.transaction(async (tx) => {
    const match = await matchReply(tx, mail, kind, context.now);
    if (await isLeft(tx, mail, kind, match, from)) return { kind: kind.is, repeated: true, customer: match.payer };
    if (match.payer !== null) await lockFamily(tx, match.payer);
    const id = await insertReply(tx, {
      receivedAt: context.now,
      messageId: mail.messageId,
      reminder: match.reminder?.id ?? null,
      customer: match.payer,
      fromEmail: mail.fromEmail,
      subject: mail.facts.subject,
      kind: kind.is,
      newText: mail.newText,
      fullText: mail.fullText.slice(0, FULL_TEXT_LENGTH_MAX),
      attachments: mail.attachments,
      state: kind.is === "human" ? "waiting" : "dealt-with",
    });
    const taken = { kind: kind.is, repeated: id === null, customer: match.payer };
    if (id === null) return taken;
    if (kind.is === "complaint") await takeComplaint(tx, context, match, id, kind.recipients);
    if (match.payer === null) {
      if (kind.is === "bounce" && kind.how === "failed") {
        await askOthers(tx, context, await refuseAddresses(tx, context, kind.recipients, "bounced"), null);
      }
      if (kind.is === "human") await showReply(tx, context, { role: "finance" }, id);
      return taken;
    }
    const kept = await keep(tx, context, mail, kind, { id, payer: match.payer, reminder: match.reminder });
    await follow(tx, context, mail, kind, kept);
    await enqueueRedraws(tx, await paidBy(tx, match.payer), context.now);
    return taken;
  });
}

/**
 * Our own mail, when a copy of it comes back; and in a mailbox that people share, what is of no customer: it is theirs to
 * read there, and not ours to keep.
 */
async function isLeft(
  tx: Db,
  mail: IncomingMail,
  kind: MailKind,
  match: MatchedReply,
  { isShared }: { readonly isShared: boolean },
): Promise<boolean> {
  if ((await remindersByMessageIds(tx, [mail.messageId])).length > 0) return true;
  return isShared && match.payer === null && (kind.is === "human" || kind.is === "automatic");
}

async function keep(
  tx: Db,
  context: Context,
  mail: IncomingMail,
  kind: MailKind,
  reply: Pick<KeptReply, "id" | "payer" | "reminder">,
): Promise<KeptReply> {
  const actor: Actor = { is: "customer", email: mail.fromEmail };
  const invoices = reply.reminder === null ? [] : await invoicesListedBy(tx, reply.reminder.id);
  const event = await appendEvent(tx, {
    at: context.now,
    kind: "reply-received",
    actor,
    customer: reply.payer,
    invoices,
    subject: "replies",
    subjectId: reply.id,
    data: {
      kind: kind.is,
      from: mail.fromEmail,
      reminder: reply.reminder?.id ?? null,
      ...(kind.is === "bounce" ? { how: kind.how } : {}),
    },
  });
  return { ...reply, event, invoices, actor };
}

async function follow(tx: Db, context: Context, mail: IncomingMail, kind: MailKind, kept: KeptReply): Promise<void> {
  switch (kind.is) {
    case "human":
      return showToPeople(tx, context, kept);
    case "bounce":
      if (kind.how === "failed") await takeBounce(tx, context, kept, kind.recipients, mail.fullText);
      return;
    case "complaint":
      if (!(await hasRecipients(tx, kept.payer))) await askWhomToWriteTo(tx, context, kept.payer, kept.invoices);
      return;
    case "automatic":
      return;
    default:
      return kind satisfies never;
  }
}

/** Nothing more goes to whoever complained, and finance knows. A report that hides the name is about the only recipient. */
async function takeComplaint(
  tx: Db,
  context: Context,
  { payer, reminder }: MatchedReply,
  id: number,
  named: readonly string[],
): Promise<void> {
  const recipients = reminder?.recipients ?? [];
  const lost = await refuseAddresses(tx, context, named, "complaint");
  const [only] = recipients.length === 1 ? recipients : [];
  if (lost.length === 0 && only !== undefined) await refuseAddresses(tx, context, [only], "complaint");
  await askOthers(tx, context, lost, payer);
  if (payer !== null || lost.length > 0) await showReply(tx, context, { role: "finance" }, id);
}

/**
 * A task of the customer's owner, which is finance's after three working days (domain/ask-clock.ts); finance reads along
 * from the first, and whoever answers first has answered.
 */
async function showToPeople(tx: Db, context: Context, kept: KeptReply): Promise<void> {
  const owner = await holderOf(tx, kept.payer);
  await openAsk(tx, context, {
    kind: "read-reply",
    customer: kept.payer,
    about: kept.id,
    holder: owner,
    lines: [],
    openedBy: kept.actor,
    when: "now",
  });
  if ("person" in owner) await showReply(tx, context, { role: "finance" }, kept.id);
}

async function showReply(tx: Db, context: Context, to: Holder, reply: number): Promise<void> {
  await tellHolder(tx, context, to, {
    key: `reply:${reply}`,
    showing: { show: "reply", reply },
    when: "now",
    eventId: null,
    invoices: [],
  });
}
