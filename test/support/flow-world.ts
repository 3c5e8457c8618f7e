import { sql } from "drizzle-orm";

import { openApp, type App } from "#app.ts";
import { loadConfig } from "#config.ts";
import { instantAt, type Day } from "#domain/calendar.ts";
import { createLog } from "#log.ts";
import type { Running } from "#serve.ts";
import { createMailbox, type Mailbox, type ReceivedMail, type ReplyKind } from "#simulator/mailbox/mailbox.ts";
import { replyMail } from "#simulator/mailbox/reply-mail.ts";
import { startSmtp } from "#simulator/mailbox/smtp.ts";
import type { Db } from "#store/store.ts";
import { goLive } from "#usecases/dunning/go-live.ts";
import { runDue } from "#usecases/company/run-due.ts";
import { openTestDatabase } from "./database.ts";
import type { ChatHouse, FlowChat, Seen } from "./flow-chat.ts";
import { createColleague, type Colleague } from "./flow-colleague.ts";
import { csvOf, MAIL_OF, smallCompany, type FlowLedger, type Who } from "./flow-ledger.ts";

const TIME_ZONE = "Europe/Paris";
const API_KEY = "a-key-of-the-stories";
const INBOUND = "a-mail-secret-of-the-stories";
const LIVE_ON: Day = "2026-10-01";
const IMPORT_MINUTES = 7 * 60;
/** Digests are read by then, and mail may leave. */
const MORNING_MINUTES = 9 * 60;

/**
 * The whole product as the outside meets it, for one story: its own database, its real chat adapter over HTTP, a mail
 * server that takes what it sends, the accounting's files by its API, and a clock that stands still until it is moved.
 */
export interface Flow extends Readonly<Record<Who, Colleague>> {
  readonly chat: FlowChat;
  readonly ledger: FlowLedger;
  readonly db: Db;
  /** Of every error that was logged. */
  readonly bugs: readonly string[];
  /** What arrived at customers, and at colleagues without a chat. */
  mails(): readonly ReceivedMail[];
  /** Where the product listens. */
  readonly url: string;
  /** The accounting sends its files now; what they cause is delivered. */
  imports(): Promise<void>;
  /** The clock is set, nothing happens by itself. */
  setClock(day: Day, hour?: number, minute?: number): void;
  /** The clock is set, and what is due happens. */
  at(day: Day, hour: number, minute?: number): Promise<void>;
  /** A morning: files at 7:00, then what is due at 9:00. */
  morning(day: Day): Promise<void>;
  goLive(): Promise<void>;
  /** An e-mail without an answer, then Claire has a card on Tuesday 24 November, 9:00: a call to Garnier. */
  untilTheCall(): Promise<void>;
  /** A customer answers a mail, or their mail server does. */
  answers(mail: ReceivedMail, kind: ReplyKind, text: string): Promise<void>;
  /** Delivers what waits and may be tried now. */
  settle(waitMs?: number): Promise<void>;
  /** Wall time goes on until everything that waits for another try may be tried. */
  waitsForAnotherTry(): Promise<void>;
  /** Somebody who is no colleague of the company's list. */
  stranger(email: string): Colleague;
  /** A channel, as whoever is in it reads it. */
  inChannel(name: string): ChannelSeen;
  /** The end, but for the database: other stories may begin there. */
  stop(): Promise<Start>;
  close(): Promise<void>;
}

export interface ChannelSeen {
  /** What Relais posted there with all of these words; the newest of it. */
  sees(...words: readonly string[]): Seen;
  counts(...words: readonly string[]): number;
}

/** Where a story begins: a database to copy, and the mails that had arrived by then. */
export interface Start {
  readonly databaseUrl: string | null;
  readonly mails: readonly ReceivedMail[];
}

/** Nothing has happened yet: an empty database. */
export const NOTHING_YET: Start = { databaseUrl: null, mails: [] };

/** A product on a copy of where the story begins, at 9:00 on the day of the go-live. */
export async function openFlow(house: ChatHouse, start: Start): Promise<Flow> {
  let now = instantAt(LIVE_ON, MORNING_MINUTES, TIME_ZONE);
  const clock = () => now;
  const database = await openTestDatabase(start.databaseUrl);
  const mailbox = createMailbox({ customers: [], now: clock, timeZone: TIME_ZONE });
  for (const mail of start.mails) mailbox.keep(mail);
  const smtp = await startSmtp({ mailbox, deadAddresses: [] });
  const chat = await house.newStory(clock);
  const { app, running, bugs } = await openProduct({ house, clock, databaseUrl: database.url, smtpUrl: smtp.url });
  const base = `http://127.0.0.1:${running.port}`;
  chat.servedAt(base);
  const ledger = smallCompany();
  const settle = async (waitMs = 0) => void (await running.drain(waitMs));
  const colleagueOf = (email: string) => createColleague(chat, email, settle);
  const flow: Flow = {
    ...everybody(colleagueOf),
    chat,
    ledger,
    bugs,
    db: app.store.db,
    mails: () => mailbox.mails(),
    url: base,
    stranger: colleagueOf,
    inChannel: (name) => channelSeen(chat, name),
    settle,
    setClock(day, hour = 9, minute = 0) {
      now = instantAt(day, hour * 60 + minute, TIME_ZONE);
    },
    async imports() {
      await postLedger(base, ledger);
      await settle();
    },
    async at(day, hour, minute = 0) {
      flow.setClock(day, hour, minute);
      const ran = await runDue(await app.context());
      if (!ran.ok) throw new Error(`Time went back to ${day}.`);
      await settle();
    },
    async morning(day) {
      now = instantAt(day, IMPORT_MINUTES, TIME_ZONE);
      await postLedger(base, ledger);
      await flow.at(day, MORNING_MINUTES / 60);
    },
    async goLive() {
      const went = await goLive(await app.context(), { is: "system" }, { seller: null, undo: false });
      if (!went.ok) throw new Error(`Nobody went live: ${went.why}.`);
    },
    async untilTheCall() {
      await flow.morning("2026-11-24");
    },
    async answers(mail, kind, text) {
      await postMail(base, mailbox, mail, { kind, text, at: now });
      await settle();
    },
    async waitsForAnotherTry() {
      await openEveryGate(app.store.db);
      await settle();
    },
    async stop() {
      await running.stop();
      await smtp.close();
      await app.close();
      return { databaseUrl: database.url, mails: mailbox.mails() };
    },
    async close() {
      await flow.stop();
      await database.close();
    },
  };
  return flow;
}

function channelSeen(chat: FlowChat, name: string): ChannelSeen {
  const found = (words: readonly string[]) =>
    chat.seenIn(name).filter(({ text }) => words.every((word) => text.includes(word)));
  return {
    sees(...words) {
      const last = found(words).at(-1);
      const all = chat.seenIn(name).map(({ text }) => text);
      if (last === undefined)
        throw new Error(`${name} holds nothing with ${words.join(" + ")}, but:\n${all.join("\n")}`);
      return last;
    },
    counts: (...words) => found(words).length,
  };
}

function everybody(colleagueOf: (email: string) => Colleague): Record<Who, Colleague> {
  const all = Object.entries(MAIL_OF).map(([who, email]) => [who, colleagueOf(email)]);
  return Object.fromEntries(all) as Record<Who, Colleague>;
}

async function openEveryGate(db: Db): Promise<void> {
  await db.execute(sql`update outbox set next_try_at = null where state = 'waiting'`);
  await db.execute(sql`update outbox set lease_until = now() - interval '1 second' where state = 'sending'`);
  await db.execute(sql`delete from gates`);
}

interface Around {
  readonly house: ChatHouse;
  readonly clock: () => Date;
  readonly databaseUrl: string;
  readonly smtpUrl: string;
}

/** Set up by its environment; only where a local Teams tells its keys cannot be said there. */
async function openProduct({ house, clock, databaseUrl, smtpUrl }: Around) {
  const config = loadConfig({
    ...house.env,
    DATABASE_URL: databaseUrl,
    PORT: "0",
    RELAIS_API_KEY: API_KEY,
    RELAIS_PUBLIC_URL: "https://relais.exemple.example",
    INBOUND_EMAIL_SECRET: INBOUND,
    SMTP_URL: smtpUrl,
    MAIL_FROM: "Camille Roux <compta@exemple.example>",
    LOG_LEVEL: "silent",
  });
  const local = house.openIdUrl === null ? null : { openIdUrl: house.openIdUrl, opensDialogs: true };
  const teams = config.teams === null ? null : { ...config.teams, local };
  const bugs: string[] = [];
  const log = createLog("silent");
  const keep = (...said: readonly unknown[]) => void bugs.push(said.map(inWords).join(" "));
  const app: App = await openApp(
    { ...config, teams },
    { productNow: clock, localCalendars: true, log: Object.assign(log, { error: keep }) },
  );
  const running: Running = await app.serve({ jobs: false, paceMs: 0 });
  return { app, running, bugs };
}

function inWords(part: unknown): string {
  if (typeof part !== "object" || part === null) return String(part);
  const { err, ...rest } = part as { readonly err?: unknown };
  return `${err instanceof Error ? err.stack : ""} ${JSON.stringify(rest)}`;
}

async function postLedger(base: string, ledger: FlowLedger): Promise<void> {
  const body = new FormData();
  for (const [kind, rows] of Object.entries(ledger) as [keyof FlowLedger, FlowLedger[keyof FlowLedger]][]) {
    body.append("kind", kind);
    body.append("file", new File([csvOf(kind, rows)], `${kind}.csv`, { type: "text/csv" }));
  }
  const headers = { authorization: `Bearer ${API_KEY}` };
  const response = await fetch(`${base}/api/v1/imports`, { method: "POST", body, headers });
  const text = await response.text();
  if (!response.ok || /"rejected":\[\{/.test(text)) throw new Error(`The ledger was not taken whole: ${text}`);
}

async function postMail(
  base: string,
  mailbox: Mailbox,
  mail: ReceivedMail,
  reply: Parameters<typeof replyMail>[1],
): Promise<void> {
  const headers = { authorization: `Bearer ${INBOUND}`, "content-type": "message/rfc822" };
  const response = await fetch(`${base}/inbound/email`, { method: "POST", body: replyMail(mail, reply), headers });
  if (!response.ok) throw new Error(`The answer was not taken: ${await response.text()}`);
  const { kind, text, at } = reply;
  mailbox.noteReply(mail.id, { kind, text, at: at.toISOString(), from: mail.to[0] ?? "" });
}
