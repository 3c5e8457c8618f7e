import { readFileSync } from "node:fs";

import { COMMANDS } from "#chat/teams/wiring.ts";
import type { ChatName } from "#domain/person.ts";
import { clockJson } from "#simulator/clock-routes.ts";
import { CUSTOMERS } from "#simulator/company/customers.ts";
import { COLLEAGUES, COMPANY_NAME, OUTSIDERS, WITHOUT_CHAT, type Colleague } from "#simulator/company/people.ts";
import type { Mailbox } from "#simulator/mailbox/mailbox.ts";
import type { SlackLookalike } from "#simulator/slack/lookalike.ts";
import type { Message } from "#simulator/slack/state.ts";
import type { TeamsLookalike } from "#simulator/teams/lookalike.ts";
import type { Product } from "#simulator/product.ts";
import type { Time } from "#simulator/time.ts";
import { teamsArrivals, teamsState } from "./teams-state.ts";

export interface PageDeps {
  readonly slack: SlackLookalike;
  readonly teams: TeamsLookalike;
  readonly product: Pick<Product, "chosenChats">;
  readonly mailbox: Mailbox;
  readonly time: Time;
  readonly timeZone: string;
}

/** Older messages are there, but a page need not carry them. */
const MESSAGES_SHOWN_MAX = 80;
const MAILS_SHOWN_MAX = 60;

export interface Asked {
  readonly user: string;
  readonly chat: ChatName;
  readonly channel: string | null;
}

/** All that the page shows for one person at one place, as JSON: asked for again and again. */
export async function pageState(deps: PageDeps, asked: Asked) {
  const { slack, teams } = deps;
  const user = slack.read.person(asked.user);
  const chosen = await deps.product.chosenChats();
  const unread = peopleJson().map(({ id }) => [id, arrivals(slack, id) + teamsArrivals(teams, id)]);
  const shared = {
    clock: clockJson(deps.time, deps.timeZone),
    unread: Object.fromEntries(unread),
    chosen: Object.fromEntries(COLLEAGUES.map(({ slackId, email }) => [slackId, chosen.get(email) ?? "slack"])),
    mailVersion: deps.mailbox.version(),
  };
  return asked.chat === "teams"
    ? { ...shared, chat: "teams" as const, ...teamsState(teams, user.id, asked.channel) }
    : { ...shared, chat: "slack" as const, ...slackState(slack, user.id, asked.channel) };
}

function slackState(slack: SlackLookalike, user: string, channel: string | null) {
  const channels = slack.read.channels().filter((one) => !one.isIm && one.members.includes(user));
  const messages =
    channel === null
      ? slack.read.directMessages(user)
      : slack.read.messages(channels.find((one) => one.id === channel)?.id ?? "", user);
  return {
    channels: channels.map(({ id, name, isPrivate }) => ({ id, name, isPrivate })),
    messages: messages.slice(-MESSAGES_SHOWN_MAX).map((message) => messageJson(slack, message)),
    home: slack.read.home(user),
    form: slack.read.views(user).at(-1) ?? null,
  };
}

/** Who can be played: everybody of the company, and two people from outside. */
export function peopleJson() {
  return [
    ...COLLEAGUES.map((one) => ({ ...whoJson(one), role: one.roles[0], team: one.team })),
    ...OUTSIDERS.map((one) => ({ ...whoJson(one), role: one.is, team: "outside" })),
  ];
}

function whoJson(one: { readonly slackId: string; readonly key: string; readonly name: string }) {
  return { id: one.slackId, handle: one.key, name: one.name };
}

/** Slash commands with their descriptions, as the app's manifest names them. */
export function commandsJson(): readonly { readonly command: string; readonly hint: string; readonly does: string }[] {
  const manifest = JSON.parse(readFileSync(new URL("../../../manifests/slack.json", import.meta.url), "utf8")) as {
    features: { slash_commands: readonly { command: string; description: string; usage_hint?: string }[] };
  };
  return manifest.features.slash_commands.map((one) => ({
    command: one.command,
    hint: one.usage_hint ?? "",
    does: one.description,
  }));
}

/** The words Teams offers, as the app's manifest lists them. */
export function wordsJson(): ReturnType<typeof commandsJson> {
  return COMMANDS.map(({ command, description }) => ({ command, hint: "", does: description }));
}

/** Customers that have mail and colleagues who read by it, latest first, and the mails of the one asked for; by default of a customer of this person. */
export function mailState(mailbox: Mailbox, user: string, customer: string | null) {
  const all = mailbox.mails();
  const rep = COLLEAGUES.find((one) => one.slackId === user)?.key;
  const readers = [...CUSTOMERS, ...WITHOUT_CHAT.map(colleagueJson)];
  const customers = readers
    .flatMap(({ code, name, rep: owner }) => {
      const own = all.filter((mail) => mail.customer === code);
      const last = own.at(-1);
      return last === undefined ? [] : [{ code, name, isOwn: owner === rep, count: own.length, last: last.at }];
    })
    .toSorted((a, b) => b.last.localeCompare(a.last) || a.name.localeCompare(b.name, "fr"));
  const shown = customer ?? (customers.find((one) => one.isOwn) ?? customers[0])?.code ?? null;
  return {
    version: mailbox.version(),
    customer: shown,
    customers,
    mails: all
      .filter((mail) => mail.customer === shown)
      .slice(-MAILS_SHOWN_MAX)
      .toReversed()
      .map((mail) => ({ ...mail, attachments: mail.attachments.map((file) => file.name) })),
  };
}

/** A colleague without a chat reads in the same mailbox. */
function colleagueJson({ email, name, key }: Colleague) {
  return { code: email, name: `${name} (${COMPANY_NAME})`, rep: key };
}

function arrivals(slack: SlackLookalike, userId: string): number {
  return slack.read.directMessages(userId).filter((message) => message.isByBot && message.ephemeralFor === null).length;
}

function messageJson(slack: SlackLookalike, message: Message) {
  const { ts, channelId, userId, isByBot, text, blocks, threadTs, edited, files, ephemeralFor } = message;
  return {
    ts,
    channel: channelId,
    user: userId,
    isByBot,
    text,
    blocks,
    threadTs,
    isEdited: edited !== null,
    files: files.flatMap((id) => slack.read.file(id) ?? []).map(({ id, name }) => ({ id, name })),
    isPrivate: ephemeralFor !== null,
  };
}
