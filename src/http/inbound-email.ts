import { createHash, timingSafeEqual } from "node:crypto";

import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

import type { Context } from "#usecases/context.ts";
import { takeReply, type IncomingMail, type TakenReply } from "#usecases/replies/take-reply.ts";

export interface InboundEmailDeps {
  context(): Promise<Context>;
  /** INBOUND_EMAIL_SECRET; null = no mail is taken. */
  readonly secret: string | null;
  /** Raw MIME to a mail; null = it is none. */
  readonly read: (raw: Uint8Array) => Promise<IncomingMail | null>;
}

/** What mail servers let through: 25 MB of papers, which base64 makes a third larger. */
const MAIL_BYTES_MAX = 40 * 1024 * 1024;

/**
 * `POST /inbound/email`: one mail as raw MIME, with `Authorization: Bearer INBOUND_EMAIL_SECRET` (never in the address,
 * which ends up in logs). The same mail twice is taken once.
 */
export function inboundEmailRoutes(deps: InboundEmailDeps): Hono {
  const app = new Hono();
  app.post(
    "/inbound/email",
    async (c, next) => {
      if (deps.secret === null) return c.json({ error: "No mail is taken here: set INBOUND_EMAIL_SECRET first." }, 503);
      if (!isSecret(c.req.header("authorization"), deps.secret)) {
        return c.json({ error: "Send the header Authorization: Bearer with the secret of INBOUND_EMAIL_SECRET." }, 401);
      }
      return next();
    },
    bodyLimit({
      maxSize: MAIL_BYTES_MAX,
      onError: (c) => c.json({ error: `A mail may have at most ${MAIL_BYTES_MAX / 1024 / 1024} MB.` }, 413),
    }),
    async (c) => {
      const raw = new Uint8Array(await c.req.arrayBuffer());
      if (raw.length === 0) return c.json({ error: "The body is empty: post one mail as raw MIME." }, 400);
      const mail = await deps.read(raw);
      if (mail === null) return c.json({ error: "This is no mail: post it as raw MIME, with a From header." }, 400);
      const taken = await takeReply(await deps.context(), mail);
      return c.json({ kind: taken.kind, repeated: taken.repeated, message: sentence(taken) });
    },
  );
  return app;
}

/** Compares digests, so that the time taken says nothing about the secret or its length. */
function isSecret(header: string | undefined, secret: string): boolean {
  const given = /^Bearer +(.+)$/i.exec(header ?? "")?.[1] ?? "";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given.trim()), digest(secret)) && given !== "";
}

function sentence(taken: TakenReply): string {
  if (taken.repeated) return "This mail was taken before; nothing changed.";
  if (taken.customer === null) return "The mail was kept, but it belongs to no customer that we know.";
  const said: Readonly<Record<TakenReply["kind"], string>> = {
    human: "The reply was taken, and dunning waits until somebody has read it.",
    automatic: "The automatic answer was kept; nothing stops for it.",
    bounce: "The delivery report was taken.",
    complaint: "The complaint was taken, and nothing more is sent to that address.",
  };
  return said[taken.kind];
}
