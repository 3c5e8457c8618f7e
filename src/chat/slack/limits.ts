import { messageBlocks, messageMetadata, totalText, viewOfAnyKind } from "./block-rules.ts";
import { optionGroups, suggestions } from "./element-rules.ts";
import { SLACK_LIMITS as L } from "./limit-table.ts";
import { isJsonObject, string, wrong } from "./payload-shape.ts";

export { SLACK_LIMITS } from "./limit-table.ts";

export type SlackViolation = {
  /** The error Slack answers with: invalid_blocks, msg_too_long, msg_blocks_too_long, invalid_arguments, view_too_large... */
  readonly error: string;
  readonly sentence: string;
};

/**
 * Every way in which the body of a call breaks Slack's limits, as sentences that begin with a JSON path; empty when
 * Slack would take it. `method` is a Web API method, `response_url` or `ack`. Blocks and views may still be JSON strings.
 */
export function checkSlackPayload(method: string, body: unknown): readonly string[] {
  return findSlackViolations(method, body).map((violation) => violation.sentence);
}

/** As checkSlackPayload, with the error code that Slack would answer for each. */
export function findSlackViolations(method: string, body: unknown): readonly SlackViolation[] {
  if (!isJsonObject(body)) return named("invalid_arguments", [wrong("", "must be an object")]);
  if (body["view"] !== undefined || method.startsWith("views.")) return findViewViolations(parsed(body["view"]));
  if (body["options"] !== undefined) return named("invalid_arguments", suggestions(body["options"], "/options"));
  if (body["option_groups"] !== undefined) {
    return named("invalid_arguments", optionGroups(body["option_groups"], "/option_groups"));
  }
  return findMessageViolations(method, body);
}

function findMessageViolations(method: string, body: Readonly<Record<string, unknown>>): readonly SlackViolation[] {
  const textMax = method === "chat.update" ? L.updateText : L.messageText;
  const blocks = parsed(body["blocks"]);
  const metadata = parsed(body["metadata"]);
  const amount = totalText(blocks);
  const tooLong =
    amount > L.messageBlockText
      ? [wrong("/blocks", `hold ${amount} characters of text, at most ${L.messageBlockText} allowed`)]
      : [];
  return [
    ...named("msg_too_long", typeof body["text"] === "string" ? string(textMax, 0)(body["text"], "/text") : []),
    ...named("msg_blocks_too_long", tooLong),
    ...named("invalid_blocks", blocks === undefined ? [] : messageBlocks(blocks, "/blocks")),
    ...named("invalid_metadata_format", metadata === undefined ? [] : messageMetadata(metadata, "/metadata")),
  ];
}

function findViewViolations(view: unknown): readonly SlackViolation[] {
  const size = new TextEncoder().encode(JSON.stringify(view ?? null)).length;
  return [
    ...named(
      "view_too_large",
      size > L.viewBytes ? [wrong("/view", `has ${size} bytes, at most ${L.viewBytes} allowed`)] : [],
    ),
    ...named("invalid_arguments", viewOfAnyKind(view, "/view")),
  ];
}

function named(error: string, sentences: readonly string[]): readonly SlackViolation[] {
  return sentences.map((sentence) => ({ error, sentence }));
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string" || value === "") return value === "" ? undefined : value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
