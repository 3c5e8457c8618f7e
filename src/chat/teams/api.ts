import { setTimeout as sleep } from "node:timers/promises";
import { TeamsInfo, type Activity, type ConversationReference, type TurnContext } from "botbuilder";
import { z } from "zod";

import type { TeamsConfig } from "#config.ts";
import { fault } from "#usecases/fault.ts";
import type { TeamsAdapter } from "./adapter.ts";
import { refuseOverLimits } from "./limits.ts";
import type { Gate } from "./rates.ts";
import type { RenderedMessage } from "./render.ts";

/** Where a message goes: botbuilder needs the address of the service with every call. */
export interface Target {
  readonly conversation: string;
  readonly serviceUrl: string;
}

/** What is said in a conversation: a card, or one plain sentence. */
export type Content = RenderedMessage | { readonly text: string };

/** Teams' connector service with our rules: every card is checked, every failure is a Fault, nothing is retried behind our back. */
export interface TeamsApi {
  /** Gives the new message's id. */
  send(where: Target, content: Content): Promise<string>;
  /** Doing it twice is doing it once. */
  update(where: Target, message: string, content: Content): Promise<void>;
  /** The direct conversation with a user, a new one if there is none; gives its id. Gone when the app is not installed for them. */
  openDirect(serviceUrl: string, userId: string): Promise<string>;
  /** A member of a conversation, by their id or their directory's. */
  member(where: Target, userId: string): Promise<unknown>;
  /** A page of the members and where the next one begins. */
  members(where: Target, from: string | undefined): Promise<MembersPage>;
  /** A team by its own conversation: its name and the channels everybody in it sees. */
  team(where: Target): Promise<Team>;
}

export interface Team {
  readonly name: string;
  /** The first channel has no name of its own in Teams' answer. */
  readonly channels: readonly { readonly id: string; readonly name: string | null }[];
}

export interface MembersPage {
  readonly members: readonly unknown[];
  readonly next: string | undefined;
}

const CHANNEL = "msteams";
const CARD = "application/vnd.microsoft.card.adaptive";
const MEMBERS_PER_PAGE = 200;
/** A person waits this long for a gate; anything else comes back through the outbox. */
const GATE_MS_MAX = 5_000;

const teamSchema = z.object({ name: z.string() });
const channelsSchema = z.array(z.object({ id: z.string(), name: z.string().nullish() }));
const pageSchema = z.object({ members: z.array(z.unknown()), continuationToken: z.string().optional() });

/** What Relais calls at Teams, each call behind the gate of its conversation. Every failure is a Fault. */
export function createApi(adapter: TeamsAdapter, config: TeamsConfig, gate: Gate): TeamsApi {
  const bot = { id: `28:${config.appId}`, name: "Relais" };
  const within = async <T>(where: Target, work: (turn: TurnContext) => Promise<T>): Promise<T> => {
    let done: { readonly value: T } | null = null;
    await adapter.cloud.continueConversationAsync(config.appId, referenceTo(where, bot), async (turn) => {
      done = { value: await work(turn) };
    });
    // TypeScript does not see that the callback has run by now.
    return (done as unknown as { readonly value: T }).value;
  };
  return {
    async send(where, content) {
      const activity = activityOf(content);
      await throughGate(gate, where.conversation);
      const sent = await within(where, (turn) => turn.sendActivity(activity));
      if (sent?.id === undefined || sent.id === "")
        throw fault("Teams took a message and gave no id for it.", { ambiguous: true });
      return sent.id;
    },
    async update(where, message, content) {
      const activity = activityOf(content);
      await throughGate(gate, where.conversation);
      await within(where, (turn) => turn.updateActivity({ ...activity, id: message }));
    },
    async openDirect(serviceUrl, userId) {
      let opened = "";
      const members = [{ id: userId, name: "" }];
      const { tenantId } = config;
      const wanted = { isGroup: false, bot, members, tenantId, channelData: { tenant: { id: tenantId } } };
      await adapter.cloud.createConversationAsync(
        config.appId,
        CHANNEL,
        serviceUrl,
        "https://api.botframework.com",
        wanted,
        async (turn) => {
          opened = turn.activity.conversation.id;
        },
      );
      return opened;
    },
    member: (where, userId) => within(where, (turn) => TeamsInfo.getMember(turn, userId)),
    async members(where, from) {
      const page = await within(where, (turn) => TeamsInfo.getPagedMembers(turn, MEMBERS_PER_PAGE, from));
      const { members, continuationToken } = pageSchema.parse(page);
      return { members, next: continuationToken === "" ? undefined : continuationToken };
    },
    team: (where) =>
      within(where, async (turn) => {
        const { name } = teamSchema.parse(await TeamsInfo.getTeamDetails(turn, where.conversation));
        const channels = channelsSchema.parse(await TeamsInfo.getTeamChannels(turn, where.conversation));
        return { name, channels: channels.map((channel) => ({ id: channel.id, name: channel.name ?? null })) };
      }),
  };
}

function referenceTo(
  where: Target,
  bot: { readonly id: string; readonly name: string },
): Partial<ConversationReference> {
  // The service knows the rest by the id; what is only guessed here could be refused.
  const conversation = { id: where.conversation } as ConversationReference["conversation"];
  return { channelId: CHANNEL, serviceUrl: where.serviceUrl, bot, conversation };
}

/** A card that breaks a limit is a bug of ours: better a sentence here than a refusal by Teams. */
function activityOf(content: Content): Partial<Activity> {
  if ("text" in content) return { type: "message", text: content.text, textFormat: "plain" };
  refuseOverLimits(content.card);
  return { type: "message", summary: content.summary, attachments: [{ contentType: CARD, content: content.card }] };
}

/**
 * Waits for its turn, which others may take first; not for long, because somebody may be waiting for the answer. Nothing has
 * left when a gate stays shut, so it may simply be tried again.
 */
async function throughGate(gate: Gate, conversation: string): Promise<void> {
  let waited = 0;
  for (let shut = gate.admit(conversation); shut > 0; shut = gate.admit(conversation)) {
    if (waited + shut > GATE_MS_MAX) {
      throw fault("Teams takes no more messages in this conversation for now.", { retryAfterMs: shut });
    }
    waited += shut;
    await sleep(shut);
  }
}
