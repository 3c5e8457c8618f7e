import { addWorkingDays } from "#domain/calendar.ts";
import { DISPUTE_ROUTES, type DisputeCategory } from "#domain/dispute.ts";
import type { Actor } from "#domain/event.ts";
import type { Money } from "#domain/money.ts";
import { closeAsk, type Holder } from "#store/asks.ts";
import { appendEvent, eventById } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { openItems, type OpenItem } from "#store/open-items.ts";
import { disputeById, insertDisputes, openDisputesOn, setDisputeEvent, type NewDispute } from "#store/disputes.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import { COMMENT_LENGTH_MAX } from "#usecases/customers/add-comment.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeMatter } from "#usecases/asks/take-matter.ts";
import { staffedRole, tellHolder } from "#usecases/delivery/tell.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

export interface DisputeInput {
  readonly customer?: string | undefined;
  /** The card it answers. */
  readonly ask?: number | undefined;
  readonly category: DisputeCategory;
  /** Which invoices, and which part of each; without an amount, all of it. Left out: the invoices of the ask. */
  readonly lines?: readonly { readonly invoice: number; readonly amount?: Money | undefined }[] | undefined;
  readonly comment?: string | undefined;
}

/** The contested part of one invoice, after the checks. */
export interface ContestedLine {
  readonly item: OpenItem;
  readonly amount: bigint;
}

/**
 * Records that a customer contests invoices or parts of them, also before their due day: the contested part stops, the
 * rest stays due. Its owner, by category, hears of it after ten minutes.
 */
export async function openDispute(context: Context, actor: Actor, input: DisputeInput): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeMatter(tx, context, actor, input, "dispute");
    if (!taken.ok) return taken;
    const matter = taken.value;
    const wanted = input.lines ?? matter.ask?.lines.map((line) => ({ invoice: line.invoice })) ?? [];
    const contested = await contestedLines(tx, context, matter.customer, wanted, input.category);
    if (!contested.ok) return contested;
    const recorded = await recordDisputes(tx, context, actor, matter.customer, contested.value, input);

    const event = await appendEvent(tx, {
      at: context.now,
      kind: "dispute-opened",
      actor,
      customer: matter.customer,
      invoices: contested.value.map((line) => line.item.id),
      subject: "disputes",
      subjectId: recorded[0] ?? 0,
      data: { category: input.category, disputes: recorded, ask: matter.ask?.id ?? null },
    });
    await bindDisputes(tx, context, recorded, event);
    if (matter.ask !== null) await closeAsk(tx, matter.ask.id, { outcome: "dispute" }, context.now, event);
    await withdrawDoneAsks(tx, context, matter.payer, event);
    await enqueueRedraws(tx, await paidBy(tx, matter.payer), context.now);
    const ask = matter.ask?.id;
    return done({
      showing: ask === undefined ? { show: "dispute", dispute: recorded[0] ?? 0 } : { show: "ask", ask },
      event,
    });
  });
}

/** The part of each invoice that can be contested; refused when nothing is, or more than is owed. */
export async function contestedLines(
  tx: Db,
  context: Context,
  customer: string,
  wanted: NonNullable<DisputeInput["lines"]>,
  category: DisputeCategory,
): Promise<Result<readonly ContestedLine[]>> {
  const items = new Map(
    (await openItems(tx, context.today, await paidBy(tx, customer))).map((item) => [item.id, item]),
  );
  const contested: ContestedLine[] = [];
  for (const { invoice, amount } of wanted) {
    const item = items.get(invoice);
    // Paid meanwhile, or not this customer's: nothing to contest here.
    if (item === undefined) continue;
    const room = item.residual - item.disputed;
    if (amount !== undefined && amount.currency !== item.currency) {
      return refused({ why: "other-currency", currency: amount.currency });
    }
    if (amount !== undefined && amount.minor <= 0n) return refused({ why: "amount-not-positive" });
    if (amount !== undefined && amount.minor > room && room > 0n) {
      return refused({ why: "more-than-owed", owed: { minor: room, currency: item.currency } });
    }
    if (room > 0n) contested.push({ item, amount: amount?.minor ?? room });
  }
  if (contested.length > 0) return done(contested);
  const standing = (
    await openDisputesOn(
      tx,
      wanted.map((line) => line.invoice),
    )
  ).find((one) => one.category === category);
  return standing === undefined || !items.has(standing.invoice)
    ? refused({ why: "nothing-owed" })
    : alreadyDone(tx, await eventById(tx, standing.eventId ?? 0), context.now);
}

/** Writes the disputes with their owner and the day by which the customer is owed an answer; gives their ids. */
export async function recordDisputes(
  tx: Db,
  context: Context,
  actor: Actor,
  customer: string,
  contested: readonly ContestedLine[],
  about: { readonly category: DisputeCategory; readonly comment?: string | undefined },
): Promise<readonly number[]> {
  const owner = await disputeOwner(tx, customer, about.category);
  const comment = about.comment?.trim().slice(0, COMMENT_LENGTH_MAX) ?? "";
  return insertDisputes(
    tx,
    contested.map(({ item, amount }): NewDispute => ({
      customer: item.customer,
      invoice: item.id,
      category: about.category,
      amount,
      comment: comment === "" ? null : comment,
      openedOn: context.today,
      openedBy: actor,
      ownerId: "person" in owner ? owner.person : null,
      ownerRole: "role" in owner ? owner.role : null,
      answerBy: addWorkingDays(context.today, DISPUTE_ROUTES[about.category].workingDays),
    })),
  );
}

/** Ties disputes to their event and tells their owner once nobody can take it back. */
export async function bindDisputes(tx: Db, context: Context, ids: readonly number[], event: number): Promise<void> {
  await setDisputeEvent(tx, ids, event);
  for (const id of ids) await tellOwner(tx, context, id, event);
}

async function tellOwner(tx: Db, context: Context, id: number, event: number): Promise<void> {
  const dispute = await disputeById(tx, id);
  if (dispute === null) return;
  const owner: Holder =
    dispute.ownerId === null ? { role: dispute.ownerRole ?? "finance" } : { person: dispute.ownerId };
  await tellHolder(tx, context, owner, {
    key: `dispute:${id}`,
    showing: { show: "dispute", dispute: id },
    when: "after-undo",
    eventId: event,
    invoices: [dispute.invoice],
  });
}

/** Quality is the project manager's where the customer has one; the rest is a role's by category. */
async function disputeOwner(tx: Db, customer: string, category: DisputeCategory): Promise<Holder> {
  const { role } = DISPUTE_ROUTES[category];
  if (role === "project") {
    const id = (await ownershipOfCustomer(tx, customer))?.projectManagerId ?? null;
    const manager = id === null ? null : await personById(tx, id);
    if (manager?.active === true) return { person: manager.id };
  }
  return { role: await staffedRole(tx, role) };
}
