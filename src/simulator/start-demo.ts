import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";

import { openApp } from "#app.ts";
import { loadConfig } from "#config.ts";
import { dayIn, instantAt } from "#domain/calendar.ts";
import { linkCalendars } from "./calendars.ts";
import { createCalls, type Calls, type Watching } from "./calls.ts";
import { createColleagues } from "./colleagues.ts";
import { createAccounting } from "./company/accounting.ts";
import { COMPANY_MAILBOX } from "./company/canonical-csv.ts";
import { CUSTOMERS } from "./company/customers.ts";
import { COLLEAGUES, firstChatOf, WITHOUT_CHAT, type Colleague } from "./company/people.ts";
import { FIRST_IMPORT_DAY, GO_LIVE_DAY, REMEMBERED_FROM, START_DAY } from "./company/story.ts";
import { customersAct } from "./customers-act.ts";
import { demoRoutes } from "./demo-routes.ts";
import { openFront, type Front } from "./front.ts";
import { createMailbox, deadAddresses, type Mailbox } from "./mailbox/mailbox.ts";
import type { MailboxDeps } from "./mailbox/routes.ts";
import { startSmtp, type SmtpServer } from "./mailbox/smtp.ts";
import { driveProduct, type Product } from "./product.ts";
import type { SlackLookalike } from "./slack/lookalike.ts";
import type { TeamsLookalike } from "./teams/lookalike.ts";
import { createTenant, type TeamsIds } from "./tenant.ts";
import { createClock, createTime, PAST_DAY, type Clock, type Time } from "./time.ts";
import { watchSlack } from "./watch-slack.ts";
import { watchTeams } from "./watch-teams.ts";
import { createWorkspace } from "./workspace.ts";
import { subscribeTeamChannels } from "./team-channels.ts";

/** A running demo. */
export interface Demo {
  readonly url: string;
  stop(): Promise<void>;
}

export interface DemoOptions {
  /** Microsoft's Agents Playground is the Teams of this demo: it signs nothing and knows only this reader's chat. */
  readonly playground?: { readonly ids: TeamsIds; readonly reader: Colleague };
}

/** Undone from the last to the first. */
type Stops = (() => Promise<unknown>)[];

const TIME_ZONE = "Europe/Paris";
const SECRET_BYTES = 18;
const OPENING_MINUTES = 7 * 60;
const GO_LIVE_MINUTES = 7 * 60 + 30;
/** Before anybody's digest. */
const START_MINUTES = 8 * 60 + 15;
/** While time stands still, rows that wait for another try are looked for this often. */
const PUMP_MS = 1_000;

/**
 * Starts the whole of it: the embedded database, the look-alikes of Slack and Teams, the mail server, the service with its
 * real adapters between them, the control and the page. Of the environment it reads PORT, RELAIS_DATA_DIR and LOG_LEVEL. Lives through
 * the weeks before the start, then opens the doors of the port.
 */
export async function startDemo(env: NodeJS.ProcessEnv, options: DemoOptions = {}): Promise<Demo> {
  const front = await openFront(loadConfig({ PORT: env["PORT"] }).port);
  const stops: Stops = [() => front.stop()];
  const stop = async () => {
    for (const one of stops.splice(0).toReversed()) await one();
  };
  try {
    const outside = await openOutside(stops);
    const { product, routes } = await openService(env, front, outside, { stops, ...options });
    const demo = bringToLife(outside, product);
    const reader = options.playground?.reader ?? null;
    await liveThroughThePast(demo.time, product, outside.slack, reader === null ? outside.teams : null);
    if (reader !== null) await product.chooseChat(reader.email, "teams");
    const calendars = await linkCalendars(product, TIME_ZONE);
    stops.push(() => calendars.stop());
    stops.push(startPump(demo.time, product));
    front.open(demoRoutes({ ...outside, ...demo, product, timeZone: TIME_ZONE, service: routes }));
    return { url: front.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The world around the service: its chats, its customers' mail, and time. */
interface Outside {
  readonly clock: Clock;
  readonly slack: SlackLookalike;
  readonly slackUrl: string;
  readonly teams: TeamsLookalike;
  readonly mailbox: Mailbox;
  readonly smtp: SmtpServer;
  readonly calls: Calls;
  readonly secrets: ReturnType<typeof newSecrets>;
}

async function openOutside(stops: Stops): Promise<Outside> {
  const clock = createClock(instantAt(FIRST_IMPORT_DAY, OPENING_MINUTES, TIME_ZONE));
  const mailbox = createMailbox({
    customers: CUSTOMERS,
    colleagues: WITHOUT_CHAT,
    now: clock.now,
    timeZone: TIME_ZONE,
  });
  const smtp = await startSmtp({ mailbox, deadAddresses: deadAddresses(CUSTOMERS) });
  stops.push(() => smtp.close());
  const secrets = newSecrets();
  const slack = createWorkspace(secrets.slack, clock.now);
  stops.push(() => slack.close());
  const teams = createTenant(secrets.teams, clock.now);
  stops.push(() => teams.close());
  await teams.listen();
  return { clock, slack, slackUrl: await slack.listen(), teams, mailbox, smtp, calls: createCalls(), secrets };
}

/** The product itself, set up by its environment as everywhere. */
async function openService(
  env: NodeJS.ProcessEnv,
  front: Front,
  outside: Outside,
  { stops, playground }: DemoOptions & { readonly stops: Stops },
) {
  const { clock, secrets, slack, slackUrl, smtp, teams } = outside;
  const config = loadConfig({
    PORT: "0",
    RELAIS_DATA_DIR: join(env["RELAIS_DATA_DIR"] || ".relais", "demo"),
    RELAIS_PUBLIC_URL: front.url,
    RELAIS_TIME_ZONE: TIME_ZONE,
    RELAIS_API_KEY: secrets.apiKey,
    SMTP_URL: smtp.url,
    MAIL_FROM: `Camille Roux <${COMPANY_MAILBOX}>`,
    INBOUND_EMAIL_SECRET: secrets.inbound,
    SLACK_BOT_TOKEN: secrets.slack.botToken,
    SLACK_SIGNING_SECRET: secrets.slack.signingSecret,
    SLACK_API_URL: `${slackUrl}/api/`,
    LOG_LEVEL: env["LOG_LEVEL"] || "warn",
  });
  // What the environment cannot ask for: activities are believed when the look-alike has signed them.
  const local = {
    openIdUrl: playground === undefined ? teams.openIdUrl() : null,
    opensDialogs: playground === undefined,
    hasNoRates: true,
  };
  const configured = { ...config, teams: { ...secrets.teams, ...playground?.ids, local } };
  const app = await openApp(configured, {
    productNow: clock.now,
    purpose: "demo",
    freshDatabase: true,
    localCalendars: true,
  });
  stops.push(() => app.close());
  const running = await app.serve({ paceMs: 0, jobs: false });
  stops.push(() => running.stop());
  slack.setRequestUrl(`http://127.0.0.1:${running.port}/slack/events`);
  teams.setRequestUrl(`http://127.0.0.1:${running.port}/api/messages`);
  return { product: driveProduct(app, running, secrets), routes: running.routes };
}

/** What happens as time goes by, and what follows when somebody acts. */
function bringToLife(outside: Outside, product: Product) {
  const { clock, slack, teams, calls, mailbox, smtp } = outside;
  const watching: Omit<Watching, "onAct"> = {
    customers: CUSTOMERS,
    today: () => dayIn(clock.now(), TIME_ZONE),
    calls,
    settle: () => product.settle(),
  };
  const played = (onAct: Watching["onAct"]) => ({
    slack: watchSlack(slack, { ...watching, onAct }),
    teams: watchTeams(teams, { ...watching, onAct }),
  });
  const colleagues = createColleagues(
    played(() => undefined),
    CUSTOMERS,
  );
  const accounting = createAccounting({
    mailsSince: (customer, day) => mailbox.daysSince(customer, day),
    callsSince: (customer, day) => calls.since(customer, day),
  });
  const mail: MailboxDeps = {
    mailbox,
    smtp,
    now: clock.now,
    postInbound: (mime) => product.postInbound(mime),
    settle: () => product.settle(),
  };
  const time = createTime(clock, TIME_ZONE, {
    async importMorning(day) {
      for (const file of accounting.filesOf(day)) await product.importFile(file);
      await product.settle();
    },
    colleaguesAct: (day) => colleagues.act(day),
    customersAct: (day) => customersAct(day, mail),
    pass: () => product.pass(),
  });
  return { time, mail, played: played((email) => colleagues.leaveTo(email)) };
}

/** The ledger is loaded, the company goes live, and four weeks pass, the last days in full: there are digests to look back at. */
async function liveThroughThePast(
  time: Time,
  product: Product,
  slack: SlackLookalike,
  teams: TeamsLookalike | null,
): Promise<void> {
  await time.moveTo(instantAt(GO_LIVE_DAY, GO_LIVE_MINUTES, TIME_ZONE), PAST_DAY);
  await product.goLive();
  if (teams !== null) await joinTeams(product, teams);
  await time.moveTo(instantAt(REMEMBERED_FROM, OPENING_MINUTES, TIME_ZONE), PAST_DAY);
  await subscribeTeamChannels(slack, teams);
  await time.moveTo(instantAt(START_DAY, START_MINUTES, TIME_ZONE));
  // Only now, so that nobody's home there had to be drawn anew for weeks.
  for (const { id } of teams?.read.people().filter((one) => !isInTeams(one.email)) ?? []) await teams?.acts.install(id);
}

/** Who reads Relais in Teams has the app there from the first day on; everybody else gets it at the end. */
async function joinTeams(product: Product, teams: TeamsLookalike): Promise<void> {
  for (const { id } of teams.read.people().filter((one) => isInTeams(one.email))) await teams.acts.install(id);
  for (const colleague of COLLEAGUES) await product.chooseChat(colleague.email, firstChatOf(colleague));
}

function isInTeams(email: string | null): boolean {
  return COLLEAGUES.some((one) => one.email === email && firstChatOf(one) === "teams");
}

/** Keeps deliveries going that had to wait for another try; gives the way to stop. */
function startPump(time: Time, product: Product): () => Promise<void> {
  let working: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (working !== null || time.moving() !== null) return;
    // A database that goes away at the end is no news; what a delivery meets is logged by the service.
    working = product
      .settle()
      .catch(() => undefined)
      .finally(() => {
        working = null;
      });
  }, PUMP_MS);
  return async () => {
    clearInterval(timer);
    await working;
  };
}

function newSecrets() {
  const secret = () => randomBytes(SECRET_BYTES).toString("hex");
  return {
    apiKey: secret(),
    inbound: secret(),
    slack: { botToken: `xoxb-${secret()}`, signingSecret: secret() },
    teams: { appId: randomUUID(), appPassword: secret(), tenantId: randomUUID() },
  };
}
