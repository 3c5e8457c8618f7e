import type { ChatHouse } from "./flow-chat.ts";
import { NOTHING_YET, openFlow, type Flow, type Start } from "./flow-world.ts";

/**
 * Where stories begin. "live" = everybody has the chat, the ledger is there, and reminders may leave from 1 October on;
 * "installed" = the same, but they may not leave; "reminded" = live, and Garnier had a reminder on 9 November.
 */
export type StartName = "installed" | "live" | "reminded";

export type Starts = Readonly<Record<StartName, Start>>;

/** Lives through the beginnings once, so that every story copies one instead. */
export async function prepareStarts(house: ChatHouse): Promise<Starts> {
  const installed = await leave(house, NOTHING_YET, moveIn);
  const live = await leave(house, installed, (flow) => flow.goLive());
  const reminded = await leave(house, live, (flow) => flow.morning("2026-11-09"));
  return { installed, live, reminded };
}

async function leave(house: ChatHouse, from: Start, live: (flow: Flow) => Promise<void>): Promise<Start> {
  const flow = await openFlow(house, from);
  await live(flow);
  return await flow.stop();
}

async function moveIn(flow: Flow): Promise<void> {
  await flow.imports();
  for (const { email = "", name = "", locale } of flow.ledger.people) {
    await flow.chat.join({ email, name, locale: locale === "en" ? "en" : "fr" });
  }
}
