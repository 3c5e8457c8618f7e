import type { Context } from "hono";

import { isJson } from "#simulator/slack/json.ts";

/** Never answers: until the caller goes away or the look-alike closes. */
export async function hang(c: Context, closing: AbortSignal): Promise<Response> {
  const ended = AbortSignal.any([c.req.raw.signal, closing]);
  if (!ended.aborted) await new Promise((resolve) => ended.addEventListener("abort", resolve, { once: true }));
  return c.text("", 504);
}

/** Cuts the connection, where there is one: in memory it is an error of the fetch. */
export function reset(c: Context): Response {
  const incoming = isJson(c.env) ? c.env["incoming"] : undefined;
  const socket = isJson(incoming) ? incoming["socket"] : undefined;
  if (isJson(socket) && typeof socket["destroy"] === "function") {
    (socket as unknown as { destroy: () => void }).destroy();
    return c.text("", 500);
  }
  throw new TypeError("The connection was reset.");
}
