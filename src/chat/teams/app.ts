import type { Hono } from "hono";

import { take, type Taking } from "#chat/take.ts";
import type { TeamsConfig } from "#config.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import type { Log } from "#log.ts";
import type { Context } from "#usecases/context.ts";
import { placesOf, type Places } from "#usecases/people/chat-places.ts";
import { isFault } from "#usecases/fault.ts";
import type { Chat } from "#usecases/ports.ts";
import type { TeamsActivity } from "./activity.ts";
import { createAdapter } from "./adapter.ts";
import { answerTeams, sentence, type InvokeBody } from "./answer.ts";
import { createApi, type TeamsApi } from "./api.ts";
import { parseTeams, placeOf, withoutThread, type TeamsRequest } from "./parse.ts";
import { createGate, OPEN_GATE } from "./rates.ts";
import { createReceiver } from "./receiver.ts";
import type { Drawing } from "./render.ts";
import { createChat, describeIn, type ChatDeps } from "./send.ts";

export interface TeamsDeps {
  readonly contextNow: () => Promise<Context>;
  readonly log: Log;
  readonly wallNow: () => Date;
}

export interface Teams {
  readonly chat: Chat;
  /** POST /api/messages. */
  readonly routes: Hono;
  stop(): Promise<void>;
}

/** Connects Teams. botbuilder is loaded with this file, and this file only where Teams is set up. */
export async function createTeams(config: TeamsConfig, deps: TeamsDeps): Promise<Teams> {
  const { store } = await deps.contextNow();
  const adapter = createAdapter(config);
  const api = createApi(
    adapter,
    config,
    config.local?.hasNoRates === true ? OPEN_GATE : createGate(() => deps.wallNow().getTime()),
  );
  const places = placesOf(store, "teams", deps.wallNow);
  const drawing: Drawing = { opensDialogs: config.local?.opensDialogs ?? true };
  const chatDeps: ChatDeps = { api, places, tenantId: config.tenantId, drawing, isLocal: config.local !== null };
  const chat = createChat(chatDeps);
  const running = new Set<Promise<unknown>>();
  const whole: Whole = { api, chat, chatDeps, deps, drawing, places, running, tenantId: config.tenantId };
  return {
    chat,
    routes: createReceiver({
      config,
      adapter,
      log: deps.log,
      handle: (activity) => kept(running, handle(whole, activity)),
    }),
    async stop() {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

interface Whole {
  readonly api: TeamsApi;
  readonly chat: Chat;
  readonly chatDeps: ChatDeps;
  readonly deps: TeamsDeps;
  readonly drawing: Drawing;
  readonly places: Places;
  readonly running: Set<Promise<unknown>>;
  readonly tenantId: string;
}

/** What is not finished when the process stops is waited for. */
async function kept<T>(running: Set<Promise<unknown>>, work: Promise<T>): Promise<T> {
  running.add(work);
  try {
    return await work;
  } finally {
    running.delete(work);
  }
}

async function handle(whole: Whole, activity: TeamsActivity): Promise<InvokeBody> {
  const { places, tenantId } = whole;
  const heard = placeOf(activity, tenantId);
  if (heard.is === "gone") {
    await places.forget(heard.conversation);
    return null;
  }
  const { place } = heard;
  await places.heardFrom(place);
  const team = activity.channelData?.team;
  if (team !== undefined && team.id !== place.conversation) {
    await places.heardFrom({ ...place, conversation: team.id, name: team.name ?? null, team: team.id });
  }
  const request = parseTeams(activity);
  if (request === null) return activity.type === "invoke" ? {} : null;
  return await handleOne(whole, activity, { ...request, from: { ...request.from, teamId: tenantId } });
}

async function handleOne(whole: Whole, activity: TeamsActivity, request: TeamsRequest): Promise<InvokeBody> {
  const { api, chat, deps, drawing, running } = whole;
  const here = { conversation: activity.conversation.id, serviceUrl: activity.serviceUrl };
  const taken = await take(takingOf(whole, activity), request);
  if (taken === null) return sentence(request, "");
  const words = chatWordsFor(taken.locale);
  const trouble = (error: unknown) => {
    // What was asked is done; only showing it failed. The next card tells the truth.
    if (isFault(error)) deps.log.warn({ err: error, did: request.did.is }, "an answer could not be shown in Teams");
    else deps.log.error({ err: error, did: request.did.is }, "an answer could not be drawn for Teams");
  };
  const afterwards = (work: Promise<unknown>) => void kept(running, work).catch(trouble);
  try {
    return await answerTeams({ api, chat, drawing, request, taken, here, afterwards });
  } catch (error) {
    trouble(error);
    return sentence(request, words.somethingWrong);
  }
}

/** Whoever acts is looked up in the roster of the team or the conversation they act in. */
function takingOf({ chat, chatDeps, deps }: Whole, activity: TeamsActivity): Taking {
  const conversation = activity.channelData?.team?.id ?? withoutThread(activity.conversation.id);
  const roster = { conversation, serviceUrl: activity.serviceUrl };
  return {
    chat: { ...chat, describeUser: (userId) => describeIn(chatDeps, roster, userId) },
    contextNow: deps.contextNow,
    wallNow: deps.wallNow,
    onBug: (error, request) => deps.log.error({ err: error, did: request.did.is }, "a request from Teams failed"),
  };
}
