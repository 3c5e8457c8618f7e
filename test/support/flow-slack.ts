import { neededScopes } from "#chat/slack/wiring.ts";
import { elementsOf, type Found } from "#simulator/slack/elements.ts";
import { isJson, jsonList, type Json } from "#simulator/slack/json.ts";
import { createSlackLookalike, type SlackLookalike } from "#simulator/slack/lookalike.ts";
import type { Message } from "#simulator/slack/state.ts";
import {
  optionCalled,
  plainly,
  type ChatHouse,
  type FlowChat,
  type FormWords,
  type Member,
  type Seen,
} from "./flow-chat.ts";

const BOT_TOKEN = "xoxb-of-the-stories";
const SIGNING_SECRET = "a-secret-of-the-stories";
const BOT = "U0RELAISBOT";
const SHARED = "C00SHARED0";
const OTHER_TEAM = "T0OTHER000";

/** A workspace for the stories of a file. */
export async function openSlackHouse(): Promise<ChatHouse> {
  let clock: () => Date = () => new Date();
  let stories = 0;
  const slack = createSlackLookalike({
    botToken: BOT_TOKEN,
    signingSecret: SIGNING_SECRET,
    scopes: neededScopes(),
    people: [],
    // A busy machine is no fault of the product: what Slack's three seconds ask is tested beside its adapter.
    patienceMs: 60_000,
    now: () => clock(),
  });
  const url = await slack.listen();
  return {
    name: "slack",
    env: { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_API_URL: `${url}/api/` },
    openIdUrl: null,
    async newStory(now) {
      clock = now;
      slack.clearFaults();
      for (const { id } of slack.read.people()) await clearAway(slack, url, id);
      for (const channel of slack.read.channels()) {
        if (!channel.isIm) slack.setChannel({ ...channel, members: [], isArchived: true });
      }
      return storyIn(slack, url, (stories += 1));
    },
    close: () => slack.close(),
  };
}

/** What another story left: messages would be found again by their keys. */
async function clearAway(slack: SlackLookalike, url: string, who: string): Promise<void> {
  if (slack.read.views(who).length > 0) await slack.acts.closeView({ userId: who, isAll: true });
  for (const { channelId: channel, ts } of messagesOf(slack, who)) await call(url, "chat.delete", { channel, ts });
}

async function call(url: string, method: string, body: Json): Promise<Json> {
  const response = await fetch(`${url}/api/${method}`, {
    method: "POST",
    headers: { authorization: `Bearer ${BOT_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Json;
}

/** Slack as people meet it: requests are signed, and answers are what the look-alike shows. */
function storyIn(slack: SlackLookalike, url: string, story: number): FlowChat {
  const idOf = (channel: string) => `C${story}${channel.replaceAll(/[^a-z]/gi, "").toUpperCase()}`;
  const aside = (who: string) => {
    const { id } = slack.read.person(who);
    const mine = slack.read.channels().filter((one) => one.id.startsWith(`C${story}`) && one.members.includes(id));
    return mine.flatMap((one) => slack.read.messages(one.id, id).filter(({ ephemeralFor }) => ephemeralFor === id));
  };
  const before = new Set(slack.read.people().flatMap(({ id }) => messagesOf(slack, id).map(({ ts }) => ts)));
  const refused = slack.read.refusals().length;
  return {
    name: "slack",
    join: async (member) => join(slack, member),
    seen: (who) => [...messagesOf(slack, who).filter(({ ts }) => !before.has(ts)), ...aside(who)].map(seenOf),
    form(who) {
      const view = slack.read.views(who).at(-1);
      if (view === undefined) return null;
      return { text: textOf(view), fields: fieldsOf(view).map(({ actionId }) => actionId) };
    },
    async tap(who, on, path) {
      const shown = aside(who).find(({ ts }) => ts === on);
      if (shown === undefined) await slack.acts.click(clickOn(slack, who, on, path));
      else await slack.acts.click({ userId: who, ts: on, channelId: shown.channelId, ...controlOn(shown, path) });
      return path.length;
    },
    async tapTwice(who, on, path) {
      const payload = slack.acts.prepareClick(clickOn(slack, who, on, path)) ?? {};
      const send = () => slack.acts.deliver({ kind: "interactive", payload });
      await Promise.all([send(), send()]);
    },
    tapStolen: (thief, owner, on, path) => tapStolen(slack, url, thief, messageOf(slack, owner, on), path),
    async submit(who, values) {
      const view = slack.read.views(who).at(-1) ?? {};
      const { errors } = await slack.acts.submitView({ userId: who, values: valuesIn(fieldsOf(view), values) });
      return errors;
    },
    async type(who, words) {
      const [, command, text] = /^(\/\S+)\s*([\s\S]*)$/.exec(words) ?? [];
      if (command === undefined) await slack.acts.sendMessage({ userId: who, text: words });
      else await slack.acts.command({ userId: who, command, text: text ?? "" });
    },
    async drop(who, name, content) {
      await slack.acts.sendMessage({ userId: who, text: "", files: [{ name, mimetype: "text/plain", content }] });
    },
    async channel(name, members) {
      const ids = members.map((one) => slack.read.person(one).id);
      slack.setChannel({ id: idOf(name), name, isPrivate: true, members: [...ids, BOT] });
    },
    seenIn: (channel) =>
      slack.read
        .messages(idOf(channel))
        .filter(({ isByBot, ephemeralFor }) => isByBot && ephemeralFor === null)
        .map(seenOf),
    async typeIn(who, channel, words) {
      const [, command, text] = /^(\/\S+)\s*([\s\S]*)$/.exec(words) ?? [];
      const channelId = idOf(channel);
      if (command !== undefined) await slack.acts.command({ userId: who, channelId, command, text: text ?? "" });
      else await slack.acts.sendMessage({ userId: who, channelId, text: `<@${BOT}> ${words}` });
    },
    async tapIn(who, channel, on, path) {
      const card = slack.read.message(idOf(channel), on);
      if (card === null) throw new Error(`There is no message ${on} in ${channel}.`);
      await slack.acts.click({ userId: who, ts: on, channelId: card.channelId, ...controlOn(card, path) });
    },
    async archive(channel) {
      const known = slack.read.channels().find(({ id }) => id === idOf(channel));
      if (known !== undefined) slack.setChannel({ ...known, isArchived: true });
    },
    async removeRelais(channel) {
      const known = slack.read.channels().find(({ id }) => id === idOf(channel));
      if (known !== undefined) slack.setChannel({ ...known, members: known.members.filter((id) => id !== BOT) });
    },
    trouble(kind, times) {
      const kinds = { "too-many": "429", down: "500", "takes-it-and-fails": "accept-then-500" } as const;
      slack.addFault({ method: "chat.postMessage", kind: kinds[kind], times, retryAfterSeconds: 1 });
    },
    refusals: () => slack.read.refusals().slice(refused),
    servedAt: (served) => slack.setRequestUrl(`${served}/slack/events`),
  };
}

function join(slack: SlackLookalike, { email, name, locale, is }: Member): void {
  const id = `U${email
    .replace(/[^a-z]/gi, "")
    .toUpperCase()
    .slice(0, 9)
    .padEnd(9, "0")}`;
  slack.setPerson({
    id,
    email,
    name: email.split("@")[0] ?? email,
    realName: name,
    locale: locale === "fr" ? "fr-FR" : "en-GB",
    ...(is === "guest" ? { isRestricted: true } : {}),
    ...(is === "outsider" ? { isStranger: true, teamId: OTHER_TEAM } : {}),
  });
}

function messagesOf(slack: SlackLookalike, who: string): readonly Message[] {
  return slack.read.directMessages(who).filter((message) => message.isByBot);
}

function messageOf(slack: SlackLookalike, who: string, id: string): Message {
  const found = messagesOf(slack, who).find((message) => message.ts === id);
  if (found === undefined) throw new Error(`${who} sees no message ${id}.`);
  return found;
}

function seenOf(message: Message): Seen {
  const controls = elementsOf(message.blocks).flatMap(({ element }) => {
    const options = jsonList(element["options"]);
    const label = labelOf(element);
    return options.length === 0 ? [label] : options.map((option) => `${label} > ${labelOf(option)}`);
  });
  const text = message.blocks.length === 0 ? plainly(message.text) : textOf(message.blocks);
  return { id: message.ts, text, controls };
}

/** What stands on a button, a menu or an option. */
function labelOf(element: Json): string {
  const named = element["text"] ?? element["placeholder"];
  return isJson(named) ? plainly(String(named["text"])) : "";
}

/** Every word of blocks, one text a line; what Slack reads as a mark is taken away. */
function textOf(value: unknown): string {
  return textsIn(value).join("\n");
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isJson(value)) return [];
  if (typeof value["text"] === "string" && ["mrkdwn", "plain_text"].includes(String(value["type"]))) {
    return [plainly(unmarked(value["text"]))];
  }
  return Object.values(value).flatMap(textsIn);
}

function unmarked(text: string): string {
  const bare = text.replaceAll(/[*~]/g, "");
  return bare.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** A tap on what is called so: path = a button, or a menu and its entry. */
function clickOn(slack: SlackLookalike, who: string, id: string, path: readonly string[]) {
  const message = messageOf(slack, who, id);
  return { userId: who, ts: id, channelId: message.channelId, ...controlOn(message, path) };
}

function controlOn(message: Message, [label = "", entry]: readonly string[]) {
  const wanted = elementsOf(message.blocks).filter(
    ({ element }) => (element["type"] === "static_select") === (entry !== undefined),
  );
  const { element, actionId, blockId } = optionCalled(wanted, label, (found) => labelOf(found.element));
  const option = entry === undefined ? undefined : optionCalled(jsonList(element["options"]), entry, labelOf);
  return { actionId, blockId, ...(option === undefined ? {} : { choice: String(option["value"]) }) };
}

/** The card is copied into a channel where both are, as it stands: only its buttons count. */
async function tapStolen(
  slack: SlackLookalike,
  url: string,
  thief: string,
  card: Message,
  path: readonly string[],
): Promise<string> {
  const { id } = slack.read.person(thief);
  slack.setChannel({ id: SHARED, name: "partage", members: [id, BOT] });
  const copied = await call(url, "chat.postMessage", { channel: SHARED, text: card.text, blocks: card.blocks });
  const ts = String(copied["ts"]);
  await slack.acts.click({ userId: id, ts, channelId: SHARED, ...controlOn(card, path) });
  for (let waits = 0; waits < 6_000; waits += 1) {
    const told = slack.read.messages(SHARED, id).filter((message) => message.ephemeralFor === id && message.ts > ts);
    if (told.length > 0) return told.map((message) => seenOf(message).text).join("\n");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("Whoever tapped a stolen card was told nothing.");
}

function fieldsOf(view: Json): readonly Found[] {
  return elementsOf(jsonList(view["blocks"]));
}

function valuesIn(fields: readonly Found[], words: FormWords): Readonly<Record<string, string | readonly string[]>> {
  const said = Object.entries(words).map(([name, value]) => {
    const options = jsonList(fields.find((field) => field.actionId === name)?.element["options"]);
    const valueOf = (one: string) =>
      options.length === 0 ? one : String(optionCalled(options, one, labelOf)["value"]);
    return [name, typeof value === "string" ? valueOf(value) : value.map(valueOf)] as const;
  });
  return Object.fromEntries(said);
}
