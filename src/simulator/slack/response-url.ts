import { refuse } from "./api-answer.ts";
import { isYes, jsonList, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import { changeMessage, findMessage, removeMessage, storeMessage } from "./messages.ts";
import { newTs } from "./state.ts";
import type { Message, ResponseUrl, State } from "./state.ts";
import { spendResponseUrl } from "./triggers.ts";
import { denyPayload } from "./web-api.ts";
import type { ApiReply } from "./web-api.ts";

/** A POST to a response_url: answers the act it was given for, replaces or deletes what was clicked. */
export function answerResponseUrl(state: State, id: string, body: Json): ApiReply {
  const address = spendResponseUrl(state, id);
  if (typeof address === "string") return { status: 404, headers: {}, body: refuse(address) };
  const denied = denyPayload(state, "response_url", body);
  if (denied) return { status: 400, headers: {}, body: denied };
  const original = address.ts === null ? null : findMessage(state, address.channelId, address.ts);
  if (isYes(body, "delete_original")) {
    if (original) removeMessage(state, original);
  } else if (isYes(body, "replace_original") && original) {
    const edited = { user: state.botUserId, ts: newTs(state) };
    changeMessage(state, original, { ...contentOf(body), edited });
  } else if (!showAnswer(state, address, body)) {
    return { status: 400, headers: {}, body: refuse("no_text") };
  }
  return { status: 200, headers: {}, body: { ok: true } };
}

/**
 * Shows what answers a command or a click: to the person alone, or to all with `response_type: in_channel`.
 * Null when there is nothing to show.
 */
export function showAnswer(state: State, to: Pick<ResponseUrl, "userId" | "channelId">, body: Json): Message | null {
  const content = contentOf(body);
  if (content.text === "" && content.blocks.length === 0 && content.attachments.length === 0) return null;
  return storeMessage(state, {
    ...content,
    channelId: to.channelId,
    userId: state.botUserId,
    threadTs: textOf(body, "thread_ts"),
    ephemeralFor: body["response_type"] === "in_channel" ? null : to.userId,
  });
}

function contentOf(body: Json): Pick<Message, "text" | "blocks" | "attachments"> {
  return {
    text: textOf(body, "text") ?? "",
    blocks: jsonList(body["blocks"]),
    attachments: jsonList(body["attachments"]),
  };
}
