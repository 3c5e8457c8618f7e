import type { Form, Option } from "#cards/card.ts";
import { subscribeForm, type SubscribeFormView } from "#cards/forms/subscribe-form.ts";
import type { Person } from "#domain/person.ts";
import { readScopeKey, scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { channelById, keepChannel, type Channel } from "#store/channels.ts";
import { subscriptionById } from "#store/subscriptions.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawing } from "#usecases/delivery/drawing.ts";
import type { Chat } from "#usecases/ports.ts";
import { scopeName } from "#usecases/reports/report-scope.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { mayChange, refuseScope, scopesToShare } from "#usecases/channels/subscription-rights.ts";

/** What the form is opened for; ids only. */
export interface SubscribeFormAsked {
  readonly channel?: number | undefined;
  readonly scope?: string | undefined;
  readonly subscription?: number | undefined;
}

const FRIDAY = 5;
const NINE = 9 * 60;
const CHANNELS_MAX = 50;
/** Where companies of France have offices; the reader's own zone and the company's come first. */
const USUAL_ZONES = [
  "Europe/Paris",
  "Europe/London",
  "Europe/Lisbon",
  "Europe/Athens",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "America/Montreal",
  "America/New_York",
  "Africa/Casablanca",
  "Indian/Reunion",
  "Asia/Dubai",
  "Asia/Singapore",
  "Pacific/Noumea",
  "Pacific/Tahiti",
];

/**
 * The form that subscribes a channel, or changes a subscription, with what this person may choose. Refused for those who
 * may subscribe nothing, and where the bot is in no channel of theirs.
 */
export async function subscribeFormFor(
  context: Context,
  person: Person,
  from: { readonly chat: Chat; readonly userId: string },
  asked: SubscribeFormAsked,
): Promise<Result<Form>> {
  const drawing = drawingFor(context, person);
  if (asked.subscription !== undefined) return changeForm(drawing, asked.subscription);
  const scopes = await scopesOffered(drawing, asked.scope);
  if (!scopes.ok) return scopes;
  const known = asked.channel === undefined ? null : await channelById(context.store.db, asked.channel);
  const channels = known === null ? await channelsOffered(context, from) : [];
  if (known === null && channels.length === 0) return refused({ why: "no-channel" });
  const view: SubscribeFormView = {
    subscription: null,
    channel: known,
    channels,
    scopes: scopes.value,
    scope: scopes.value[0]?.value ?? "",
    weekday: FRIDAY,
    minutes: NINE,
    timeZone: person.timeZone,
    timeZones: zonesFor(context, person, person.timeZone),
    locale: person.locale,
  };
  return done(subscribeForm(view, drawing.words));
}

/** The channel that words were typed in; null where Relais cannot post. */
export async function channelHere(context: Context, chat: Chat, conversation: string): Promise<Channel | null> {
  const seen = await chat.describeConversation(conversation);
  if (seen.is !== "there") return null;
  return keepChannel(context.store.db, { chat: chat.name, conversation, name: seen.name });
}

async function changeForm(drawing: Drawing, id: number): Promise<Result<Form>> {
  const { context, viewer, words } = drawing;
  const standing = await subscriptionById(context.store.db, id);
  if (standing === null || standing.stopped !== null) return refused({ why: "gone" });
  if (!(await mayChange(context, viewer, standing))) return refused({ why: "not-allowed" });
  const view: SubscribeFormView = {
    ...standing,
    subscription: standing.id,
    channel: await channelById(context.store.db, standing.channel),
    channels: [],
    scopes: [],
    timeZones: zonesFor(context, viewer, standing.timeZone),
  };
  return done(subscribeForm(view, words));
}

/** A scope that was typed is the only one, and is refused where it may not be had; else all that may be. */
async function scopesOffered(drawing: Drawing, typed: string | undefined): Promise<Result<readonly Option[]>> {
  const { context, viewer } = drawing;
  const optionOf = async (scope: ReportScope): Promise<Option> => ({
    label: drawing.words.say.capital(await scopeName(drawing, scope)),
    value: scopeKey(scope),
  });
  if (typed !== undefined) {
    const scope = readScopeKey(typed);
    if (scope === null) return refused({ why: "gone" });
    const refusal = await refuseScope(context, viewer, scope);
    return refusal === null ? done([await optionOf(scope)]) : refused(refusal);
  }
  const scopes = await scopesToShare(context, viewer);
  if (scopes.length > 0) return done(await Promise.all(scopes.map(optionOf)));
  // A manager of a small team hears why; to others it is none of their business.
  const own = await refuseScope(context, viewer, { is: "team", manager: viewer.id });
  return refused(own ?? { why: "not-allowed" });
}

async function channelsOffered(
  context: Context,
  { chat, userId }: { readonly chat: Chat; readonly userId: string },
): Promise<readonly Option[]> {
  const shared = await chat.sharedWith(userId);
  const kept: Option[] = [];
  for (const one of shared.slice(0, CHANNELS_MAX)) {
    const { id } = await keepChannel(context.store.db, { ...one, chat: chat.name });
    kept.push({ label: one.name, value: String(id) });
  }
  return kept;
}

function zonesFor({ timeZone }: Context, person: Person, own: string): readonly string[] {
  return [...new Set([own, person.timeZone, timeZone, ...USUAL_ZONES])];
}
