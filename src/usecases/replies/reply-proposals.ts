import { dayIn, type Day } from "#domain/calendar.ts";
import type { DisputeCategory } from "#domain/dispute.ts";
import type { Money } from "#domain/money.ts";
import { invoicesNamed, readReplyProposal } from "#domain/reply-proposal.ts";
import { paidBy } from "#store/families.ts";
import { openItems, type OpenItem } from "#store/open-items.ts";
import { invoicesListedBy } from "#store/reminder-search.ts";
import type { RecordedReply } from "#store/replies.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

/** What a customer's mail seems to say, held against what the customer owes. Nothing is written. */
export interface ReplyProposals {
  readonly promise: PromiseProposal | null;
  readonly dispute: DisputeProposal | null;
}

export interface PromiseProposal {
  /** Null = to be filled in. */
  readonly due: Day | null;
  /** Null = everything overdue. */
  readonly amount: Money | null;
}

export interface DisputeProposal {
  readonly category: DisputeCategory;
  /** The customer's sentence. */
  readonly said: string;
  /** The contested part, where the mail names one and there is one invoice that it can be of. */
  readonly amount: Money | null;
  /** The invoices it is about; empty = to be chosen. */
  readonly invoices: readonly { readonly id: number; readonly number: string }[];
}

const NOTHING: ReplyProposals = { promise: null, dispute: null };

/** Reads a waiting reply; nothing is proposed where nothing is owed, or when nobody knows whose mail it is. */
export async function proposalsOf(context: Context, db: Db, reply: RecordedReply): Promise<ReplyProposals> {
  if (reply.customer === null || reply.kind !== "human" || reply.state !== "waiting") return NOTHING;
  const items = await openItems(db, context.today, await paidBy(db, reply.customer));
  const contestable = items.filter((item) => item.residual > item.disputed);
  const [oldest] = contestable;
  if (oldest === undefined) return NOTHING;
  const { currency } = oldest;
  const receivedOn = dayIn(reply.receivedAt, context.timeZone);
  const { promise, dispute } = readReplyProposal(reply.newText, { receivedOn, currency });
  const owed = items.reduce((sum, item) => sum + (item.currency === currency ? item.residual : 0n), 0n);
  return {
    promise:
      promise === null
        ? null
        : { due: toCome(promise.due, context.today), amount: within(promise.amount, owed, currency) },
    dispute:
      dispute === null
        ? null
        : {
            category: dispute.category,
            said: dispute.said,
            ...contested(dispute.amount, await meant(db, reply, contestable)),
          },
  };
}

/** A day said in a mail that was left unread too long is past: it is asked for again. */
function toCome(due: Day | null, today: Day): Day | null {
  return due === null || due < today ? null : due;
}

function within(minor: bigint | null, owed: bigint, currency: string): Money | null {
  return minor === null || minor > owed ? null : { minor, currency };
}

/** The invoices that the text names, else the only one that the mail can be about. */
async function meant(db: Db, reply: RecordedReply, items: readonly OpenItem[]): Promise<readonly OpenItem[]> {
  const named = invoicesNamed(reply.newText, items);
  if (named.length > 0) return named;
  if (items.length === 1) return items;
  const listed = new Set(reply.reminder === null ? [] : await invoicesListedBy(db, reply.reminder));
  const reminded = items.filter((item) => listed.has(item.id));
  return reminded.length === 1 ? reminded : [];
}

function contested(minor: bigint | null, items: readonly OpenItem[]): Pick<DisputeProposal, "amount" | "invoices"> {
  const invoices = items.map(({ id, number }) => ({ id, number }));
  const [only] = items.length === 1 ? items : [];
  if (minor === null || only === undefined) return { amount: null, invoices };
  // More than is left of it: something else is meant, and a person sees what.
  if (minor > only.residual - only.disputed) return { amount: null, invoices: [] };
  return { amount: { minor, currency: only.currency }, invoices };
}
