import type { Card } from "#cards/card.ts";
import type { Reply, Shown } from "#chat/reply.ts";
import type { Taken } from "#chat/take.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import { noteShown } from "#usecases/delivery/note-shown.ts";
import type { Chat, Posted } from "#usecases/ports.ts";
import type { SlackApi } from "./api.ts";
import { refuseOverLimits } from "./api.ts";
import type { Origin } from "./origin.ts";
import type { SlackRequest } from "./parse.ts";
import { renderForm } from "./render-form.ts";
import { renderCard, renderNotice, renderNoticeView } from "./render.ts";
import { hasChart, withCharts } from "./with-charts.ts";

/** What one answer needs: the chat, the request, what came of it, and Slack's acknowledgement. */
export interface Answering {
  readonly api: SlackApi;
  readonly chat: Chat;
  readonly request: SlackRequest;
  readonly taken: Taken;
  /** An answer that Slack takes at once; an event takes none. */
  readonly ack: (body?: Readonly<Record<string, unknown>>) => Promise<void>;
  /** Whether that was done, without an answer, because this one took too long. */
  readonly isAcknowledged: () => boolean;
}

type CardReply = Extract<Reply, { is: "card" }>;

/**
 * Shows the reply where the act was done. The acknowledgement never waits for a call to Slack: a command's answer is its
 * acknowledgement, everything else follows it. Throws a Fault when the last way of showing it failed.
 */
export async function answerSlack(answering: Answering): Promise<void> {
  switch (answering.request.did.is) {
    case "command":
      return await answerCommand(answering);
    case "form":
      return await answerForm(answering);
    case "action":
    case "message":
    case "file":
    case "home-opened":
    case "look-again":
      await answering.ack();
      return await show(answering, answering.taken.reply);
    default:
      return answering.request.did satisfies never;
  }
}

/**
 * Only the person who typed a command sees its answer, in a channel as in direct messages. An acknowledgement cannot be
 * taken back when Slack refuses the pictures in it: a card with charts follows it.
 */
async function answerCommand(answering: Answering): Promise<void> {
  const { reply } = answering.taken;
  if (answering.isAcknowledged()) return await show(answering, reply);
  if (reply.is === "card" && !hasChart(reply.card)) {
    return await acknowledge(answering, { response_type: "ephemeral", ...renderCard(reply.card) });
  }
  if (reply.is === "notice") {
    return await acknowledge(answering, { response_type: "ephemeral", ...renderNotice(reply.text) });
  }
  await answering.ack();
  return await show(answering, reply);
}

async function answerForm(answering: Answering): Promise<void> {
  const { reply, locale } = answering.taken;
  switch (reply.is) {
    case "mend":
      return await acknowledge(answering, { response_action: "errors", errors: reply.fields });
    case "notice":
      return await acknowledge(answering, {
        response_action: "update",
        view: renderNoticeView(reply.text, chatWordsFor(locale)),
      });
    case "form":
      return await acknowledge(answering, {
        response_action: "update",
        view: renderForm(reply.form, answering.request.origin),
      });
    case "card":
    case "file":
    case "nothing":
      await answering.ack({ response_action: "clear" });
      return await show(answering, reply);
    default:
      return reply satisfies never;
  }
}

async function acknowledge(answering: Answering, body: Readonly<Record<string, unknown>>): Promise<void> {
  if (body["response_action"] !== "errors") refuseOverLimits("ack", body);
  await answering.ack(body);
}

/** After the acknowledgement. */
async function show(answering: Answering, reply: Reply): Promise<void> {
  switch (reply.is) {
    case "card":
      return await showCard(answering, reply);
    case "form":
      return await openView(answering, renderForm(reply.form, answering.request.origin));
    case "file":
      return await handOver(answering, reply);
    case "notice":
      await refreshClicked(answering, reply);
      return await showNotice(answering, reply.text);
    case "mend":
      return await showNotice(answering, Object.values(reply.fields).join(" "));
    case "nothing":
      return;
    default:
      return reply satisfies never;
  }
}

async function showCard(answering: Answering, reply: CardReply): Promise<void> {
  const { chat, request } = answering;
  const { origin } = request;
  if (origin.isHome) return await chat.showHome(request.from.userId, withWayBack(reply, answering.taken.locale));
  const own = isShared(origin) && !origin.isEphemeral ? null : origin.message;
  if (reply.how === "in-place" && own !== null) return await replace(answering, reply, own);
  if (isShared(origin) || (origin.responseUrl !== null && origin.message === null)) {
    return await withCharts(reply.card, (message) => showAside(answering, message));
  }
  const conversation = origin.channel ?? (await chat.openConversation(request.from.userId));
  await note(answering, await chat.post(conversation, reply.card, `reply:${request.key}`), reply);
}

/** In a channel others read along: whoever asks something is answered alone, and a card that all see stays as it is. */
function isShared({ channel }: Origin): boolean {
  return channel !== null && !channel.startsWith("D");
}

/** Into the person's own conversation with the bot, wherever it was asked: a file in a channel is everybody's. */
async function handOver(answering: Answering, reply: Extract<Reply, { is: "file" }>): Promise<void> {
  const { chat, request, taken } = answering;
  const { channel } = request.origin;
  if (chat.sendFile === undefined) throw new Error("Slack takes files, and its chat does not.");
  const words = chatWordsFor(taken.locale);
  try {
    const file = await reply.make();
    if (file === null) return await showNotice(answering, words.nothingRecorded);
    const conversation = await chat.openConversation(request.from.userId);
    await chat.sendFile(conversation, file, reply.text);
    if (conversation !== channel) await showNotice(answering, words.answeredAside);
  } catch (error) {
    await showNotice(answering, words.somethingWrong);
    throw error;
  }
}

/** An ephemeral message changes through its response_url only; any other by its place, which a redraw uses too. */
async function replace(answering: Answering, reply: CardReply, message: string): Promise<void> {
  const { api, chat, request } = answering;
  const { channel, responseUrl, isEphemeral } = request.origin;
  const respond = (url: string) =>
    withCharts(reply.card, (drawn) => api.respond(url, { replace_original: true, ...drawn }));
  if (isEphemeral || channel === null) {
    if (responseUrl === null) throw new Error("An ephemeral card was clicked and Slack gave no response_url.");
    return await respond(responseUrl);
  }
  const at = { conversation: channel, message };
  try {
    await chat.change(at, reply.card);
  } catch (error) {
    if (responseUrl === null) throw error;
    await respond(responseUrl);
  }
  await note(answering, at, reply);
}

/** A refusal often means that the card was out of date: it is drawn again, and the sentence comes even if that fails. */
async function refreshClicked(answering: Answering, reply: Extract<Reply, { is: "notice" }>): Promise<void> {
  const { message } = answering.request.origin;
  if (reply.clicked === undefined || message === null || isShared(answering.request.origin)) return;
  const { card, ...shown } = reply.clicked;
  await replace(answering, { is: "card", card, how: "in-place", shown }, message).catch(() => undefined);
}

/** Only cards in direct messages are followed: a channel's are shown to one person at a time. */
async function note(answering: Answering, at: Posted, reply: CardReply): Promise<void> {
  const { context, person } = answering.taken;
  const shown: Shown | null = reply.shown;
  if (person === null || shown === null || !at.conversation.startsWith("D")) return;
  await noteShown(context, "slack", person, at, reply.card, shown);
}

async function showNotice(answering: Answering, text: string): Promise<void> {
  const { request, taken, chat, api } = answering;
  const { origin } = request;
  if (request.did.is === "home-opened") return await chat.showHome(request.from.userId, cardOf(text));
  if (origin.isHome) return await openView(answering, renderNoticeView(text, chatWordsFor(taken.locale)));
  if (
    (request.did.is === "message" || request.did.is === "file") &&
    request.place === "direct" &&
    origin.channel !== null
  ) {
    await api.send("chat.postMessage", { channel: origin.channel, ...renderNotice(text) });
    return;
  }
  await showAside(answering, renderNotice(text));
}

/** Beside what was clicked, for this person alone. */
async function showAside(answering: Answering, message: ReturnType<typeof renderCard>): Promise<void> {
  const { api, request } = answering;
  const { channel, responseUrl } = request.origin;
  try {
    if (responseUrl === null) throw new Error("Slack gave no response_url.");
    await api.respond(responseUrl, { response_type: "ephemeral", replace_original: false, ...message });
  } catch (error) {
    if (channel === null) throw error;
    await api.send("chat.postEphemeral", { channel, user: request.from.userId, ...message });
  }
}

async function openView(answering: Answering, view: unknown): Promise<void> {
  const { api, request, taken } = answering;
  if (request.triggerId === null) throw new Error("A form was to be opened where Slack gives no trigger.");
  try {
    await api.ask("views.open", { trigger_id: request.triggerId, view });
  } catch (error) {
    const aside = renderNotice(chatWordsFor(taken.locale).somethingWrong);
    if (!request.origin.isHome) await showAside(answering, aside);
    throw error;
  }
}

/** Somebody who went on from the home tab must find back. */
function withWayBack(reply: CardReply, locale: Taken["locale"]): Card {
  if (reply.shown?.showing.show === "home") return reply.card;
  const label = chatWordsFor(locale).backHome;
  const back = { is: "button", label, action: { do: "show-portfolio" } } as const;
  return { ...reply.card, parts: [...reply.card.parts, { is: "line" }, { is: "controls", controls: [back] }] };
}

function cardOf(text: string): Card {
  return { name: "notice", summary: text, parts: [{ is: "text", text }] };
}
