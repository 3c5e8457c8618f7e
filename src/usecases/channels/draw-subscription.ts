import {
  channelGuestsCard,
  subscriptionCard,
  subscriptionNoticeCard,
  subscriptionsCard,
  type SubscriptionView,
} from "#cards/subscription.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import { readScopeKey } from "#domain/report-scope.ts";
import type { NoticeReason } from "#domain/showing.ts";
import { nextRun, type Subscription } from "#domain/subscription.ts";
import { channelById } from "#store/channels.ts";
import { liveSubscriptions, subscriptionById } from "#store/subscriptions.ts";
import { nameOf, type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";
import { scopeName } from "#usecases/reports/report-scope.ts";
import { mayChange } from "#usecases/channels/subscription-rights.ts";

/** One subscription, to whoever may change it. */
export async function drawSubscription(drawing: Drawing, id: number): Promise<Drawn | null> {
  const view = await viewFor(drawing, id);
  return view === null ? null : drawn(subscriptionCard(view, drawing.words));
}

/** What became of a subscription, to whoever looks after it. */
export async function drawSubscriptionNotice(
  drawing: Drawing,
  id: number,
  because: NoticeReason,
): Promise<Drawn | null> {
  const view = await viewFor(drawing, id);
  return view === null ? null : drawn(subscriptionNoticeCard(view, because, mayAllow(drawing), drawing.words));
}

/** `/cash abonnements`: what the reader may change. */
export async function drawSubscriptions(drawing: Drawing): Promise<Drawn> {
  const { context, viewer, words } = drawing;
  const subscriptions: SubscriptionView[] = [];
  for (const one of await liveSubscriptions(context.store.db)) {
    if (await mayChange(context, viewer, one)) subscriptions.push(await viewOf(drawing, one, one.postedOn));
  }
  return drawn(subscriptionsCard({ subscriptions, mayAllow: mayAllow(drawing) }, words));
}

/** A report is wanted where guests read: to finance, who decides, and to whoever asked. */
export async function drawChannelGuests(drawing: Drawing, id: number, asker: number): Promise<Drawn | null> {
  const channel = await channelById(drawing.context.store.db, id);
  const isTheirs = asker === drawing.viewer.id;
  if (channel === null || !(isTheirs || mayAllow(drawing))) return null;
  const view = {
    channel,
    asker: isTheirs ? null : await nameOf(drawing, asker),
    isAllowed: channel.guestsAllowedAt !== null,
    mayAllow: mayAllow(drawing),
  };
  return drawn(channelGuestsCard(view, drawing.words));
}

async function viewFor(drawing: Drawing, id: number): Promise<SubscriptionView | null> {
  const { context, viewer } = drawing;
  const found = await subscriptionById(context.store.db, id);
  if (found === null || !(await mayChange(context, viewer, found))) return null;
  return viewOf(drawing, found, null);
}

async function viewOf(
  drawing: Drawing,
  subscription: Subscription,
  postedOn: SubscriptionView["postedOn"],
): Promise<SubscriptionView> {
  const { context } = drawing;
  const scope = readScopeKey(subscription.scope);
  const channel = await channelById(context.store.db, subscription.channel);
  return {
    ...subscription,
    channelId: subscription.channel,
    channel: channel?.name ?? "",
    scope: scope === null ? subscription.scope : await scopeName(drawing, scope),
    isStopped: subscription.stopped !== null,
    next: nextRun(subscription, context.now).dueOn,
    postedOn,
    guestsAllowed: channel !== null && channel.guestsAllowedAt !== null,
  };
}

function mayAllow({ viewer }: Drawing): boolean {
  return mayTouch(viewer, THE_COMPANY, "allow-guests");
}

function drawn(card: Drawn["card"]): Drawn {
  return { card, customers: [] };
}
