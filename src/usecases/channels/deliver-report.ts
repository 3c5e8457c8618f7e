import { isDay, type Day } from "#domain/calendar.ts";
import { readScopeKey } from "#domain/report-scope.ts";
import type { Showing } from "#domain/showing.ts";
import type { Subscription, WithheldReason } from "#domain/subscription.ts";
import { channelById, type Channel } from "#store/channels.ts";
import type { Claimed } from "#store/deliveries.ts";
import { personById } from "#store/people.ts";
import type { ShownCard } from "#store/shown-cards.ts";
import { endRun, freezeEarlierReports, subscriptionById } from "#store/subscriptions.ts";
import { accessTo } from "#usecases/channels/channel-access.ts";
import type { Context } from "#usecases/context.ts";
import type { Delivering } from "#usecases/delivery/deliver.ts";
import type { Delivered } from "#usecases/delivery/deliver-one.ts";
import { drawCashReport } from "#usecases/reports/draw-cash-report.ts";
import type { Drawn } from "#usecases/delivery/drawing.ts";
import { lookBackFrom } from "#usecases/delivery/look-back.ts";
import { isFault } from "#usecases/fault.ts";
import { noteShown } from "#usecases/delivery/note-shown.ts";
import type { Chat, Posted } from "#usecases/ports.ts";
import { stopItself } from "#usecases/channels/stop-subscription.ts";
import { isAboutEnough, mayShare } from "#usecases/channels/subscription-rights.ts";
import { tellFinanceOfGuests, tellOwner } from "#usecases/channels/tell-of-subscription.ts";

type ReportShowing = Extract<Showing, { show: "cash-report" }>;

/**
 * Posts a week's report in its channel, if it may be: who reads there, whose figures these are and whether the channel is
 * still there are asked again now. Throws a Fault when the outside fails.
 */
export async function deliverReport(
  deps: Delivering,
  context: Context,
  claimed: Claimed,
  showing: ReportShowing,
): Promise<Delivered> {
  const posting = await postingOf(deps, context, showing);
  if (posting === null) return { is: "dropped", because: "no longer subscribed" };
  if (posting === "not-connected") return { is: "unreachable" };
  const refusal = await refusePosting(context, posting);
  if (refusal !== null) return refusal;
  const { chat, channel } = posting;
  if (claimed.ambiguous) {
    const since = lookBackFrom(claimed, context.now);
    const found = await chat.find(channel.conversation, claimed.key, since);
    if (found === "cannot-tell") return await leaveInDoubt(context, posting);
    if (found !== "absent") return await noted(context, posting, found, null);
  }
  const drawn = await drawReport(context, posting);
  if (drawn === null) {
    await endRun(context.store.db, posting.subscription.id, posting.dueOn, "nothing");
    return { is: "dropped", because: "nothing to show any more" };
  }
  try {
    return await noted(context, posting, await chat.post(channel.conversation, drawn.card, claimed.key), drawn);
  } catch (error) {
    if (!isFault(error) || !error.gone) throw error;
    // "Gone" may also mean that the chat refuses the card, which is a bug of ours: then the channel is still there.
    const closed = await refusePosting(context, posting);
    if (closed === null) throw error;
    return closed;
  }
}

/** The card of a channel as it is to be now; null = it stays as it stands. */
export async function redrawReport(deps: Delivering, context: Context, shown: ShownCard): Promise<Drawn | null> {
  if (shown.showing.show !== "cash-report") return null;
  const posting = await postingOf(deps, context, shown.showing);
  if (posting === null || posting === "not-connected" || !(await isScopeFit(context, posting))) return null;
  const access = await accessTo(context, posting.chat, posting.channel);
  return access.is === "open" ? drawReport(context, posting) : null;
}

interface Posting {
  readonly subscription: Subscription;
  readonly channel: Channel;
  readonly chat: Chat;
  readonly dueOn: Day;
}

async function postingOf(
  { chats }: Delivering,
  { store }: Context,
  { subscription: id, dueOn }: ReportShowing,
): Promise<Posting | "not-connected" | null> {
  const subscription = await subscriptionById(store.db, id);
  const channel = subscription === null ? null : await channelById(store.db, subscription.channel);
  if (subscription === null || subscription.stopped !== null || channel === null || !isDay(dueOn)) return null;
  const chat = chats.find(({ name }) => name === channel.chat);
  return chat === undefined ? "not-connected" : { subscription, channel, chat, dueOn };
}

/** Null = it may be posted. */
async function refusePosting(context: Context, posting: Posting): Promise<Delivered | null> {
  if (!(await isOwnersStill(context, posting.subscription))) return await stopped(context, posting, "not-allowed");
  if (!(await isScopeFit(context, posting))) return await withhold(context, posting, "too-few");
  const access = await accessTo(context, posting.chat, posting.channel);
  if (access.is === "closed") return await stopped(context, posting, access.because);
  return access.is === "withheld" ? await withhold(context, posting, access.because) : null;
}

/** Whoever looks after it may still have these figures posted; finance always may. */
async function isOwnersStill(context: Context, { ownerId, scope: key }: Subscription): Promise<boolean> {
  const owner = ownerId === null ? null : await personById(context.store.db, ownerId);
  const scope = readScopeKey(key);
  return scope !== null && (owner === null || !owner.active || (await mayShare(context, owner, scope)));
}

async function isScopeFit(context: Context, { subscription }: Posting): Promise<boolean> {
  const scope = readScopeKey(subscription.scope);
  return scope !== null && (await isAboutEnough(context, scope));
}

async function drawReport(context: Context, { subscription, dueOn }: Posting): Promise<Drawn | null> {
  const scope = readScopeKey(subscription.scope);
  if (scope === null) return null;
  const { locale, timeZone } = subscription;
  return drawCashReport(context, { scope, on: dueOn, locale, timeZone, audience: { is: "channel" } });
}

/** `drawn` null = how it looked when it arrived is not known: the next redraw sends it anew. */
async function noted(context: Context, posting: Posting, at: Posted, drawn: Drawn | null): Promise<Delivered> {
  const { db } = context.store;
  const { subscription, chat, dueOn } = posting;
  const showing: Showing = { show: "cash-report", subscription: subscription.id, dueOn };
  const customers = drawn?.customers ?? (await drawReport(context, posting))?.customers ?? [];
  await noteShown(context, chat.name, null, at, drawn?.card ?? null, { showing, customers });
  await freezeEarlierReports(db, subscription.id, dueOn);
  await endRun(db, subscription.id, dueOn, "posted");
  return { is: "sent", throughChat: true };
}

async function stopped(
  context: Context,
  { subscription, dueOn }: Posting,
  why: "not-allowed" | "archived" | "gone" | "removed",
): Promise<Delivered> {
  await endRun(context.store.db, subscription.id, dueOn, "stopped");
  await stopItself(context, subscription, why);
  return { is: "dropped", because: `the subscription ended: ${why}` };
}

/** Not posted this week; its owner reads why, and finance is asked where it can help. */
async function withhold(context: Context, posting: Posting, because: WithheldReason): Promise<Delivered> {
  const { subscription, channel, dueOn } = posting;
  await context.store.db.transaction(async (tx) => {
    await endRun(tx, subscription.id, dueOn, "withheld");
    await tellOwner(tx, context, subscription, because, `${because}:${dueOn}`);
    const { ownerId } = subscription;
    if (ownerId === null || (because !== "guests" && because !== "too-many")) return;
    await tellFinanceOfGuests(tx, context, { channel: channel.id, asker: ownerId, key: `withheld:${dueOn}` });
  });
  return { is: "dropped", because: `withheld: ${because}` };
}

/** Nobody can look it up, so nobody posts it twice: its owner sees whether it is there. */
async function leaveInDoubt(context: Context, { subscription, dueOn }: Posting): Promise<Delivered> {
  await tellOwner(context.store.db, context, subscription, "unknown", `unknown:${dueOn}`);
  return { is: "unknown", because: "the chat cannot tell whether the report arrived" };
}
