import { createHash, timingSafeEqual } from "node:crypto";

import type { MiddlewareHandler } from "hono";

/** Lets only those through who send `Authorization: Bearer` with the key; without a key set (null) nobody is. */
export function requireApiKey(apiKey: string | null): MiddlewareHandler {
  return async (c, next) => {
    if (apiKey === null) return c.json({ error: "The API is closed: set RELAIS_API_KEY first." }, 503);
    if (!isKey(c.req.header("authorization"), apiKey)) {
      return c.json({ error: "Send the header Authorization: Bearer with the API key." }, 401);
    }
    return next();
  };
}

/** Compares digests, so that the time taken says nothing about the key or its length. */
function isKey(header: string | undefined, apiKey: string): boolean {
  const given = /^Bearer +(.+)$/i.exec(header ?? "")?.[1]?.trim() ?? "";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return given !== "" && timingSafeEqual(digest(given), digest(apiKey));
}
