import { textOf } from "./json.ts";
import type { Json } from "./json.ts";
import type { State } from "./state.ts";

/** What a Web API method does with its decoded arguments; it answers `{ ok: true, ... }` or `{ ok: false, error }`. */
type ApiMethod = (state: State, args: Json) => Json;

export type ApiMethods = Readonly<Record<string, ApiMethod>>;

const PAGE_DEFAULT = 100;
const PAGE_MAX = 1_000;

/** Slack's answer to a call that it took. */
export function accept(answer: Json = {}): Json {
  return { ok: true, ...answer };
}

/** Slack's answer to a call that it did not take, with its own word for why. */
export function refuse(error: string, messages: readonly string[] = []): Json {
  return { ok: false, error, ...(messages.length > 0 ? { response_metadata: { messages } } : {}) };
}

/** One page of a list with Slack's cursor: `limit` items from where the last page ended. */
export function page<T>(items: readonly T[], args: Json): { readonly items: readonly T[]; readonly cursor: string } {
  const from = Number(Buffer.from(textOf(args, "cursor") ?? "", "base64").toString()) || 0;
  const limit = Math.min(Math.max(Number(args["limit"]) || PAGE_DEFAULT, 1), PAGE_MAX);
  const next = from + limit;
  return {
    items: items.slice(from, next),
    cursor: next < items.length ? Buffer.from(String(next)).toString("base64") : "",
  };
}
