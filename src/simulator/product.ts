import type { App } from "#app.ts";
import type { ChatName } from "#domain/person.ts";
import { chooseChat, chosenChats } from "#usecases/people/choose-chat.ts";
import { goLive } from "#usecases/dunning/go-live.ts";
import { linkCalendarOf } from "#usecases/meetings/link-calendar.ts";
import { runDue } from "#usecases/company/run-due.ts";
import { simulatorMisuse } from "./control-body.ts";
import type { CsvFile } from "./company/canonical-csv.ts";
import type { InboundAnswer } from "./mailbox/routes.ts";

/** The product as everybody outside meets it: its HTTP routes, and the commands an operator would type. */
export interface Product {
  /** POST /api/v1/imports. Throws a sentence when the file was refused, for the simulator writes none that is. */
  importFile(file: CsvFile): Promise<void>;
  postInbound(mime: string): Promise<InboundAnswer>;
  goLive(): Promise<void>;
  /** By e-mail address, which chat everybody reads Relais in. */
  chosenChats(): Promise<ReadonlyMap<string, ChatName>>;
  /** What a person chooses in their settings; throws a sentence for somebody Relais does not know. */
  chooseChat(email: string, chat: ChatName): Promise<void>;
  /** The same for the calendar they link. */
  linkCalendar(email: string, address: string): Promise<void>;
  /** One pass over what is due, with its deliveries. */
  pass(): Promise<void>;
  /** Delivers what waits, so that whoever acted sees what came of it. */
  settle(): Promise<void>;
}

/** Part of a running service that the simulator drives. */
export interface Serving {
  readonly port: number;
  drain(waitMs: number): Promise<unknown>;
}

/** How long deliveries may wait for gates and retries before the rest is left to the next time. */
const PASS_MS_MAX = 5_000;
const SETTLE_MS_MAX = 1_500;

/** Drives a service through its own doors. */
export function driveProduct(
  app: App,
  serving: Serving,
  secrets: { readonly apiKey: string; readonly inbound: string },
): Product {
  const base = `http://127.0.0.1:${serving.port}`;
  return {
    async importFile({ kind, content }) {
      const body = new FormData();
      body.set("kind", kind);
      body.set("file", new File([content], `${kind}.csv`, { type: "text/csv" }));
      const headers = { authorization: `Bearer ${secrets.apiKey}` };
      const response = await fetch(`${base}/api/v1/imports`, { method: "POST", body, headers });
      const text = await response.text();
      if (!response.ok || /"rejected":\[\{/.test(text)) {
        throw new Error(
          `The ${kind} of the fictional company were not taken (${response.status}): ${text.slice(0, 500)}`,
        );
      }
    },
    async postInbound(mime) {
      const headers = { authorization: `Bearer ${secrets.inbound}`, "content-type": "message/rfc822" };
      const response = await fetch(`${base}/inbound/email`, { method: "POST", body: mime, headers });
      return { status: response.status, answer: await response.json() };
    },
    async goLive() {
      const went = await goLive(await app.context(), { is: "system" }, { seller: null, undo: false });
      if (!went.ok) throw new Error(`The fictional company could not go live: ${went.why}.`);
    },
    async chosenChats() {
      const chosen = await chosenChats(await app.context());
      return new Map([...chosen].map(([email, chat]) => [email, chat === "teams" ? "teams" : "slack"]));
    },
    async chooseChat(email, chat) {
      const isKnown = await chooseChat(await app.context(), email, chat);
      if (!isKnown) throw simulatorMisuse(`${email} is nobody Relais knows.`);
    },
    async linkCalendar(email, address) {
      const linked = await linkCalendarOf(await app.context(), email, address);
      if (linked === null) throw simulatorMisuse(`${email} is nobody Relais knows.`);
      if (!linked.ok) throw new Error(`The calendar of ${email} could not be linked: ${linked.refusal.why}.`);
    },
    async pass() {
      const ran = await runDue(await app.context());
      if (!ran.ok) throw new Error(`Time went back: the last run was at ${ran.lastRun.toISOString()}.`);
      await serving.drain(PASS_MS_MAX);
    },
    async settle() {
      await serving.drain(SETTLE_MS_MAX);
    },
  };
}
