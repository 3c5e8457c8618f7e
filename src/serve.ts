import type { Hono } from "hono";

import type { App, ServeOptions } from "#app.ts";
import type { Config } from "#config.ts";
import { drawCardMail } from "#email/cards/card-mail.ts";
import { readIncomingMail } from "#email/incoming.ts";
import { createMailer } from "#email/outgoing.ts";
import { exportsRoutes } from "#http/exports.ts";
import { figuresRoutes } from "#http/figures.ts";
import { forecastRoutes } from "#http/forecast.ts";
import { importsRoutes } from "#http/imports.ts";
import { inboundEmailRoutes } from "#http/inbound-email.ts";
import { LINK_KINDS } from "#http/link-kinds.ts";
import { metricsText } from "#http/metrics.ts";
import { oneTimeLinkRoutes } from "#http/one-time-links.ts";
import { previewRoutes } from "#http/preview.ts";
import { createServerApp, listen } from "#http/server.ts";
import { startJobs, type Runner } from "#jobs/runner.ts";
import type { JobName } from "#jobs/schedule.ts";
import { claimTick, endTick } from "#store/job-ticks.ts";
import { isReachable } from "#store/store.ts";
import { deliverNext, drain, type Delivering, type DeliveryCounts } from "#usecases/delivery/deliver.ts";
import { DUTIES } from "#usecases/company/duties.ts";
import type { Chat, Mailer } from "#usecases/ports.ts";
import { readMailbox, type Mailbox } from "#usecases/replies/read-mailbox.ts";
import { tidy } from "#usecases/company/tidy.ts";

/** A process that serves: its port, a way to empty the outbox at once, and a way to stop. */
export interface Running {
  readonly port: number;
  /** Every route, for tests that need no port. */
  readonly routes: Hono;
  readonly chats: readonly Chat[];
  /** Delivers what is due now, waiting at most this long (wall time) for gates and retries. */
  drain(waitMs: number): Promise<DeliveryCounts>;
  stop(): Promise<void>;
}

const DEFAULT_PACE_MS = 1_000;

/** Connects what the configuration names, listens, and lets the jobs run. */
export async function serve(app: App, options: ServeOptions): Promise<Running> {
  const { config, log } = app;
  const wallNow = () => new Date();
  const slack = await connectSlack(app, wallNow);
  const teams = await connectTeams(app, wallNow);
  const delivering: Delivering = {
    context: () => app.context(),
    chats: [slack, teams].flatMap((connected) => (connected === null ? [] : [connected.chat])),
    mailer: connectMail(config),
    ...(config.isPublic ? { drawCardMail } : {}),
    wallNow,
    paceMs: options.paceMs ?? DEFAULT_PACE_MS,
    onBug: (error, claimed) => log.error({ err: error, key: claimed.key }, "a delivery failed by a bug of ours"),
  };

  const routes = createServerApp({
    log,
    ready: () => isReachable(app.store.db),
    metrics: async () => metricsText(await app.context()),
    routes: [
      ...apiRoutes(app, config),
      ...(slack === null || slack.routes === null ? [] : [slack.routes]),
      ...(teams === null ? [] : [teams.routes]),
    ],
  });
  const server = options.listen === false ? null : await listen(routes, config.port);
  if (server !== null) await slack?.start();
  const mailbox = await connectMailbox(config);
  const jobs = options.jobs === false ? null : startAllJobs(app, delivering, mailbox, wallNow);

  return {
    port: server?.port ?? 0,
    routes,
    chats: delivering.chats,
    drain: (waitMs) => drain(delivering, new Date(wallNow().getTime() + waitMs)),
    async stop() {
      await jobs?.stop();
      await Promise.all([slack?.stop(), teams?.stop()]);
      await server?.stop();
    },
  };
}

/** Loaded only when it is set up: an adapter costs start-up time and memory. */
async function connectSlack(app: App, wallNow: () => Date) {
  if (app.config.slack === null) {
    app.log.warn("Slack is not connected: set SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN).");
    return null;
  }
  const { createSlack } = await import("#chat/slack/app.ts");
  return await createSlack(app.config.slack, { contextNow: () => app.context(), log: app.log, wallNow });
}

/** The same for Teams: botbuilder alone costs 0.4 s and 100 MB. */
async function connectTeams(app: App, wallNow: () => Date) {
  if (app.config.teams === null) {
    app.log.info("Teams is not connected: set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.");
    return null;
  }
  const { createTeams } = await import("#chat/teams/app.ts");
  return await createTeams(app.config.teams, { contextNow: () => app.context(), log: app.log, wallNow });
}

function connectMail(config: Config): Mailer | null {
  if (config.smtpUrl === null || config.mailFrom === null) return null;
  return createMailer({ smtpUrl: config.smtpUrl, from: config.mailFrom });
}

/** Loaded only when it is set up. */
async function connectMailbox(config: Config): Promise<Mailbox | null> {
  if (config.inboundImap === null) return null;
  const { imapMailbox } = await import("#email/imap-mailbox.ts");
  return imapMailbox(config.inboundImap);
}

function apiRoutes(app: App, config: Config): readonly Hono[] {
  const deps = { context: (at?: Date) => app.context(at), apiKey: config.apiKey, log: app.log };
  return [
    importsRoutes(deps),
    figuresRoutes(deps),
    forecastRoutes(deps),
    exportsRoutes(deps),
    previewRoutes(deps),
    oneTimeLinkRoutes({ context: () => app.context(), kinds: LINK_KINDS, log: app.log, locale: config.locale }),
    inboundEmailRoutes({ context: () => app.context(), secret: config.inboundEmailSecret, read: readIncomingMail }),
  ];
}

async function performJob(app: App, mailbox: Mailbox | null, job: JobName, wallNow: Date): Promise<void> {
  switch (job) {
    case "tidy":
      return tidy(app.store, wallNow);
    case "read-mailbox":
      if (mailbox !== null) await readMailbox(await app.context(), { mailbox, read: readIncomingMail, wallNow });
      return;
    default:
      return DUTIES[job](await app.context());
  }
}

function startAllJobs(app: App, delivering: Delivering, mailbox: Mailbox | null, wallNow: () => Date): Runner {
  return startJobs({
    log: app.log,
    timeZone: app.config.timeZone,
    wallNow,
    perform: async (job, tick) => {
      if (!(await claimTick(app.store.db, job, tick, wallNow()))) return false;
      let fault: string | null = null;
      try {
        await performJob(app, mailbox, job, wallNow());
      } catch (error) {
        fault = error instanceof Error ? error.message : String(error);
        throw error;
      } finally {
        await endTick(app.store.db, job, tick, { at: wallNow(), fault });
      }
      return true;
    },
    deliver: async () => (await deliverNext(delivering)) !== null,
  });
}
