import { domainOf, isCompanyDomain, tokensIn } from "#domain/mail-address.ts";
import { plainSubject } from "#domain/mail-subject.ts";
import type { MailKind } from "#domain/reply-kind.ts";
import {
  payersAtDomain,
  payersWithContact,
  remindersByMessageIds,
  remindersByTokens,
  remindersToAddress,
  remindersToDomain,
  type FoundReminder,
} from "#store/reminder-search.ts";
import type { Db } from "#store/store.ts";
import type { IncomingMail } from "#usecases/replies/take-reply.ts";

/** Whose mail it is. A customer without a reminder: a known contact wrote without answering anything in particular. */
export interface MatchedReply {
  readonly reminder: FoundReminder | null;
  readonly payer: string | null;
}

/**
 * Finds what a mail answers: our message id, then the token in the address written to, then sender and subject, a
 * colleague of the same domain included; a report counts for the address it speaks of.
 */
export async function matchReply(tx: Db, mail: IncomingMail, kind: MailKind, now: Date): Promise<MatchedReply> {
  const reminder =
    (await remindersByMessageIds(tx, mail.answers))[0] ??
    (await remindersByTokens(tx, tokensIn(mail.to)))[0] ??
    ("recipients" in kind ? await lastTo(tx, kind.recipients, now) : await bySenderAndSubject(tx, mail, now));
  if (reminder !== null) return { reminder, payer: reminder.payer };
  if ("recipients" in kind) return { reminder: null, payer: null };
  return byKnownSender(tx, mail, now);
}

async function lastTo(tx: Db, addresses: readonly string[], now: Date): Promise<FoundReminder | null> {
  for (const address of addresses) {
    const [last] = await remindersToAddress(tx, address, now);
    if (last !== undefined) return last;
  }
  return null;
}

async function bySenderAndSubject(tx: Db, mail: IncomingMail, now: Date): Promise<FoundReminder | null> {
  const subject = plainSubject(mail.facts.subject);
  const sameSubject = (reminder: FoundReminder) => plainSubject(reminder.subject ?? "") === subject;
  const toSender = (await remindersToAddress(tx, mail.fromEmail, now)).find(sameSubject);
  if (toSender !== undefined) return toSender;
  const domain = domainOf(mail.fromEmail);
  if (domain === null || !isCompanyDomain(domain)) return null;
  return (await remindersToDomain(tx, domain, now)).find(sameSubject) ?? null;
}

/**
 * Who writes a new mail is heard all the same: a contact by their address, a colleague by their company's domain. One who
 * works for several customers is only guessed by the last mail.
 */
async function byKnownSender(tx: Db, mail: IncomingMail, now: Date): Promise<MatchedReply> {
  const [last] = await remindersToAddress(tx, mail.fromEmail, now);
  if (last !== undefined) return { reminder: last, payer: last.payer };
  const payers = await payersWithContact(tx, mail.fromEmail);
  if (payers.length > 0) return { reminder: null, payer: onlyOne(payers) };
  const domain = domainOf(mail.fromEmail);
  if (domain === null || !isCompanyDomain(domain)) return { reminder: null, payer: null };
  const payer = onlyOne(await payersAtDomain(tx, domain));
  const toCompany = payer === null ? [] : await remindersToDomain(tx, domain, now);
  return { reminder: toCompany.find((reminder) => reminder.payer === payer) ?? null, payer };
}

function onlyOne(payers: readonly string[]): string | null {
  return payers.length === 1 ? (payers[0] ?? null) : null;
}
