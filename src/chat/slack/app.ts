import type { App, Receiver } from "@slack/bolt";
import type { Hono } from "hono";

import type { SlackConfig } from "#config.ts";
import { take, type Taking } from "#chat/take.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import type { Log } from "#log.ts";
import type { Context } from "#usecases/context.ts";
import { isFault } from "#usecases/fault.ts";
import type { Chat } from "#usecases/ports.ts";
import { answerSlack } from "./answer.ts";
import { clientOptions, createApi, SEND_MS_MAX, type SlackApi } from "./api.ts";
import { boltLogger } from "./bolt-logger.ts";
import { parseSlack } from "./parse.ts";
import { createReceiver, persistFirst } from "./receiver.ts";
import { COMMANDS } from "./wiring.ts";

export interface SlackDeps {
  readonly contextNow: () => Promise<Context>;
  readonly log: Log;
  readonly wallNow: () => Date;
}

export interface Slack {
  readonly chat: Chat;
  /** POST /slack/events; null in Socket Mode, where no port is open. */
  readonly routes: Hono | null;
  start(): Promise<void>;
  stop(): Promise<void>;
}

type Bolt = Awaited<ReturnType<typeof loadBolt>>;

/** Longer than this nobody waits for Slack at the start: the connection is made when it can be. */
const START_MS_MAX = 10_000;
/** Slack tells the person that the command failed when nobody acknowledged it within three seconds. */
const COMMAND_MS_MAX = 2_000;

/** Connects Slack: Socket Mode when there is an app token, else HTTP. Bolt is loaded here and nowhere else. */
export async function createSlack(config: SlackConfig, deps: SlackDeps): Promise<Slack> {
  const bolt = await loadBolt();
  const { log } = deps;
  const options = (timeout: number) => ({ ...clientOptions(config.apiUrl, timeout), logger: boltLogger(log) });
  const api = createApi((timeout) => new bolt.webApi.WebClient(config.botToken, options(timeout)));
  const { createChat } = await import("./send.ts");
  const chat = createChat(api);
  const running = new Set<Promise<unknown>>();
  const wire =
    config.appToken === null ? httpReceiver(bolt, config, deps) : socketReceiver(bolt, config, config.appToken, log);
  const app = new bolt.App({
    receiver: wire.receiver,
    logger: boltLogger(log),
    clientOptions: options(SEND_MS_MAX),
    convoStore: false,
    authorize: async () => {
      const self = await api.self();
      return { botToken: config.botToken, botId: self.botId, botUserId: self.botUserId, teamId: self.teamId };
    },
  });
  listen(app, deps, { api, chat }, running);
  return {
    chat,
    routes: wire.routes,
    async start() {
      await greet(api, log);
      await withinStart(wire.start(), log);
    },
    async stop() {
      await wire.stop();
      await Promise.allSettled(running);
    },
  };
}

async function loadBolt() {
  return await import("@slack/bolt");
}

interface Wire {
  readonly receiver: Receiver;
  readonly routes: Hono | null;
  start(): Promise<unknown>;
  stop(): Promise<unknown>;
}

function httpReceiver(bolt: Bolt, config: SlackConfig, deps: SlackDeps): Wire {
  if (config.signingSecret === null)
    throw new Error("SLACK_SIGNING_SECRET is missing: without it nobody can tell Slack's requests.");
  const receiver = createReceiver({
    signingSecret: config.signingSecret,
    isValid: bolt.isValidSlackRequest,
    wallNow: deps.wallNow,
    log: deps.log,
  });
  return { receiver, routes: receiver.routes, start: () => receiver.start(), stop: () => receiver.stop() };
}

/** The socket's own client keeps its patience: it has to come back by itself when the network does. */
function socketReceiver(bolt: Bolt, config: SlackConfig, appToken: string, log: Log): Wire {
  const slackApiUrl = clientOptions(config.apiUrl, SEND_MS_MAX).slackApiUrl;
  const socket = new bolt.SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions: slackApiUrl === undefined ? {} : { slackApiUrl } },
  });
  const receiver = {
    init: (app: App) => socket.init(persistFirst(app) as typeof app),
    start: () => socket.start(),
    stop: () => socket.stop(),
  };
  return { receiver, routes: null, start: receiver.start, stop: receiver.stop };
}

function listen(
  app: App,
  deps: SlackDeps,
  slack: { readonly api: SlackApi; readonly chat: Chat },
  running: Set<Promise<unknown>>,
): void {
  const taking: Taking = {
    chat: slack.chat,
    contextNow: deps.contextNow,
    wallNow: deps.wallNow,
    onBug: (error, request) => deps.log.error({ err: error, did: request.did.is }, "a request from Slack failed"),
  };
  const handle = async (given: Given): Promise<void> => {
    const work = handleOne(taking, slack, deps.log, given);
    running.add(work);
    await work.finally(() => running.delete(work));
  };
  for (const { command } of COMMANDS) app.command(command, handle);
  app.action(/^/, handle);
  app.view(/^/, handle);
  app.event("app_home_opened", handle);
  app.event("message", handle);
  app.event("app_mention", handle);
  for (const event of ["app_uninstalled", "tokens_revoked"]) {
    app.event(event, async () => {
      deps.log.error(
        `Slack says ${event}: Relais can no longer write there. Install the app again and set SLACK_BOT_TOKEN.`,
      );
    });
  }
}

/** What every listener of Bolt's is given, as far as it is used here. */
interface Acknowledge {
  (answer?: unknown): Promise<void>;
  readonly isDone: () => boolean;
}

interface Given {
  readonly body: unknown;
  readonly context: Readonly<Record<string, unknown>>;
  // oxlint-disable-next-line typescript/no-explicit-any -- each kind of listener has its own type of acknowledgement
  readonly ack?: ((answer?: any) => Promise<void>) | undefined;
}

async function handleOne(
  taking: Taking,
  slack: { readonly api: SlackApi; readonly chat: Chat },
  log: Log,
  { body, context, ack }: Given,
): Promise<void> {
  const acknowledge = onlyOnce(ack ?? (context["persisted"] as (answer?: unknown) => Promise<void>));
  const signature = typeof context["signature"] === "string" ? context["signature"] : null;
  const teamId = typeof context["teamId"] === "string" ? context["teamId"] : "";
  const request = parseSlack(body, { signature, teamId });
  if (request === null) return await acknowledge();
  // A command whose answer takes long to draw is answered after its acknowledgement.
  // Nobody waits for that one: a socket that has gone away meanwhile must not end the process.
  const soon = () =>
    void acknowledge().catch((error: unknown) => log.warn({ err: error }, "a command could not be acknowledged"));
  const early = request.did.is === "command" ? setTimeout(soon, COMMAND_MS_MAX) : undefined;
  const taken = await take(taking, request).finally(() => clearTimeout(early));
  if (taken === null) return await acknowledge();
  try {
    await answerSlack({ ...slack, request, taken, ack: acknowledge, isAcknowledged: acknowledge.isDone });
  } catch (error) {
    // What was asked is done; only showing it failed. The home and the next card tell the truth.
    if (isFault(error)) log.warn({ err: error, did: request.did.is }, "an answer could not be shown in Slack");
    else log.error({ err: error, did: request.did.is }, "an answer could not be drawn for Slack");
    const text = chatWordsFor(taken.locale).somethingWrong;
    await acknowledge(request.did.is === "command" ? { response_type: "ephemeral", text } : undefined);
  }
}

/** The last resort must not acknowledge what was acknowledged. */
function onlyOnce(acknowledge: (answer?: unknown) => Promise<void>): Acknowledge {
  let isDone = false;
  const once = async (answer?: unknown) => {
    if (isDone) return;
    isDone = true;
    await acknowledge(answer);
  };
  return Object.assign(once, { isDone: () => isDone });
}

async function greet(api: SlackApi, log: Log): Promise<void> {
  try {
    const self = await api.self();
    log.info({ team: self.teamId }, "connected to Slack");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log.error(`Slack does not take SLACK_BOT_TOKEN for now, or cannot be reached. ${why}`);
  }
}

async function withinStart(started: Promise<unknown>, log: Log): Promise<void> {
  const told = started.catch((error: unknown) =>
    log.error({ err: error }, "the connection to Slack could not be made"),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, START_MS_MAX);
  });
  await Promise.race([told, late]);
  clearTimeout(timer);
}
