import { expect } from "vitest";

import type { Message } from "#simulator/slack/state.ts";
import { drain } from "#usecases/delivery/deliver.ts";
import { callCard, company } from "./loop.ts";
import { CLAIRE, connectSlack, type Connected, type ConnectOptions } from "./slack.ts";
import type { World } from "./world-given.ts";

export const FRIDAY = "2026-11-27";

/** Claire has one call card in her direct messages, about 12 400 € of Garnier's, 30 days late. */
export async function openCall(world: World, options: ConnectOptions = {}) {
  const { rep, customer } = await company(world);
  const invoice = await world.invoice({ customer, due: "2026-10-25", amount: "12400.00" });
  const slack = await connectSlack(world, options);
  slack.member({ id: CLAIRE, email: rep.email });
  const ask = await callCard(world, rep, [invoice]);
  await deliver(world, slack);
  const [card] = slack.workspace.read.directMessages(CLAIRE);
  if (card === undefined) throw new Error("The call card was not posted.");
  return { slack, ask, card, invoice };
}

export async function deliver(world: World, { slack }: Connected): Promise<void> {
  const delivering = {
    context: async () => world.context(),
    chats: [slack.chat],
    mailer: null,
    wallNow: () => new Date(),
    paceMs: 0,
    onBug: (error: unknown) => {
      throw error;
    },
  };
  await drain(delivering, new Date());
}

export async function choose(slack: Connected, card: Message, actionId: string, day: string): Promise<void> {
  const choice = choiceOf(card, actionId, day);
  const ack = await slack.workspace.acts.click({ userId: CLAIRE, ts: card.ts, actionId, choice });
  expect(ack).toMatchObject({ status: 200, body: null });
}

/** The entry of a menu whose value speaks of a day. */
export function choiceOf(card: Message, actionId: string, day: string): string {
  const elements = card.blocks.flatMap((block) => (block["elements"] ?? []) as readonly Element[]);
  const menu = elements.find((element) => element.action_id === actionId);
  const value = menu?.options?.find((option) => option.value.includes(day))?.value;
  if (value === undefined) throw new Error(`The menu ${actionId} has no entry for ${day}.`);
  return value;
}

interface Element {
  readonly action_id?: string;
  readonly options?: readonly { readonly value: string }[];
}

export function fieldOptions(slack: Connected, field: string): readonly string[] {
  const [view] = slack.workspace.read.views(CLAIRE);
  const blocks = (view?.["blocks"] ?? []) as readonly { readonly block_id?: string; readonly element?: Element }[];
  const found = blocks.find((block) => block.block_id === field);
  return found?.element?.options?.map((option) => option.value) ?? [];
}

export function shown(slack: Connected, card: Message): string {
  return textOf(slack, card.channelId, card.ts);
}

export function textOf(slack: Connected, channel: string, ts: string): string {
  return JSON.stringify(slack.workspace.read.message(channel, ts)?.blocks.map(({ block_id: _id, ...block }) => block));
}

export function byBot(slack: Connected): readonly Message[] {
  return slack.workspace.read.directMessages(CLAIRE).filter((message) => message.isByBot);
}

export function home(slack: Connected): string {
  return JSON.stringify(slack.workspace.read.home(CLAIRE));
}
