import { Hono, type Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";

import type { LinkPurpose } from "#domain/one-time-link.ts";
import type { Locale } from "#domain/person.ts";
import { linkPage, type Markup } from "#http/link-page.ts";
import { rateLimit } from "#http/rate-limit.ts";
import { pageWordsFor } from "#i18n/pages/words.ts";
import type { Log } from "#log.ts";
import type { Context } from "#usecases/context.ts";
import { lookAtLink, lookAtSpentLink, mendLink, useLink, type OpenedLink } from "#usecases/delivery/one-time-links.ts";

/** What a link's page answers. `spent` false = nothing was done (something to mend), so the link stays good. */
export type LinkReply =
  | { readonly is: "page"; readonly title: string; readonly body: Markup; readonly spent: boolean }
  | { readonly is: "file"; readonly name: string; readonly type: string; readonly bytes: Uint8Array }
  /** It was done, and another link shows what came of it: reloading that page repeats nothing. */
  | { readonly is: "elsewhere"; readonly href: string };

/** A form as it came: the last value of each field. */
export type LinkFields = Readonly<Record<string, string>>;

/** A page behind a link. Both are asked with the person the link was made for, and decide anew what that person may. */
export interface LinkKind<P extends LinkPurpose> {
  /** GET: looks, and changes nothing, because programs that scan mail open links too. */
  show(context: Context, purpose: P, link: OpenedLink): Promise<LinkReply>;
  /** POST: the button was pressed. */
  act(context: Context, purpose: P, link: OpenedLink, fields: LinkFields): Promise<LinkReply>;
  /** What a link still shows when it was used and its time is not over; absent = that it is over. Without fields = GET. */
  showSpent?(context: Context, purpose: P, link: OpenedLink, fields: LinkFields | null): Promise<LinkReply>;
}

/** One page per purpose; the type makes the table exhaustive. */
export type LinkKinds = {
  readonly [For in LinkPurpose["for"]]: LinkKind<Extract<LinkPurpose, { for: For }>>;
};

export interface OneTimeLinkDeps {
  context(): Promise<Context>;
  readonly kinds: LinkKinds;
  readonly log: Log;
  /** The language of who holds no good link. */
  readonly locale: Locale;
}

const BODY_BYTES_MAX = 64 * 1024;
/** Requests in a minute: far above what a hand does, and what a whole company does in the morning. */
const PER_LINK_MAX = 60;
const OF_ALL_MAX = 3_000;
const KEYS_MAX = 10_000;

/** `/links/TOKEN`: a page for one person, without a password, good for a few uses and a short time. */
export function oneTimeLinkRoutes(deps: OneTimeLinkDeps): Hono {
  const app = new Hono();
  const headers = secureHeaders({
    referrerPolicy: "no-referrer",
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'unsafe-inline'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  });
  app.use("/links/*", headers, async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
    c.header("X-Robots-Tag", "noindex, nofollow");
  });
  const limits = { keysMax: KEYS_MAX, nowMs: () => Date.now(), refuse: () => tooMany(deps.locale) };
  app.use("/links/*", rateLimit({ ...limits, perMinute: PER_LINK_MAX, keyOf: (path) => path }));
  app.use("/links/*", rateLimit({ ...limits, perMinute: OF_ALL_MAX, keyOf: () => "all" }));
  app.get("/links/:token", async (c) => {
    const context = await deps.context();
    const link = await lookAtLink(context, c.req.param("token"));
    if (link === null) return spentOrOver(c, deps, context);
    return send(c, link.locale, await kindOf(deps.kinds, link.purpose).show(context, link.purpose, link));
  });
  app.post("/links/:token", bodyLimit({ maxSize: BODY_BYTES_MAX }), async (c) => {
    const context = await deps.context();
    const link = await useLink(context, c.req.param("token"));
    if (link === null) return spentOrOver(c, deps, context);
    const fields = textFields(await c.req.parseBody());
    const reply = await kindOf(deps.kinds, link.purpose).act(context, link.purpose, link, fields);
    if (reply.is === "page" && !reply.spent) await mendLink(context, link);
    return send(c, link.locale, reply);
  });
  // The address is the key: it must not reach the log, where the server's own handler would write it.
  app.onError((error, c) => {
    deps.log.error({ err: error }, "a page behind a one-time link failed");
    return c.json({ error: "Something went wrong. It has been logged." }, 500);
  });
  return app;
}

function kindOf(kinds: LinkKinds, purpose: LinkPurpose): LinkKind<LinkPurpose> {
  return kinds[purpose.for];
}

/** Pressed twice, forwarded, or opened again: how things stand, when the link's kind says so. */
async function spentOrOver(c: Request, deps: OneTimeLinkDeps, context: Context): Promise<Response> {
  const link = await lookAtSpentLink(context, c.req.param("token") ?? "");
  const kind = link === null ? null : kindOf(deps.kinds, link.purpose);
  const fields = c.req.method === "POST" ? textFields(await c.req.parseBody()) : null;
  const reply = link === null ? undefined : await kind?.showSpent?.(context, link.purpose, link, fields);
  return link === null || reply === undefined ? over(c, deps.locale) : send(c, link.locale, reply);
}

async function tooMany(locale: Locale): Promise<Response> {
  const { title, text } = pageWordsFor(locale).tooMany;
  const page = await linkPage({ locale, title, body: html`<p>${text}</p>` });
  const headers = { "Content-Type": "text/html; charset=utf-8", "Retry-After": "60" };
  return new Response(String(page), { status: 429, headers });
}

function over(c: Request, locale: Locale): Response | Promise<Response> {
  const { title, text } = pageWordsFor(locale).linkOver;
  return c.html(linkPage({ locale, title, body: html`<p>${text}</p>` }), 410);
}

async function send(c: Request, locale: Locale, reply: LinkReply): Promise<Response> {
  if (reply.is === "page") return c.html(linkPage({ locale, title: reply.title, body: reply.body }));
  // The path alone: the browser may know this service by another name than its public address.
  if (reply.is === "elsewhere") return c.redirect(new URL(reply.href).pathname, 303);
  c.header("Content-Type", reply.type);
  c.header("Content-Disposition", `inline; filename*=UTF-8''${encodeURIComponent(reply.name)}`);
  return c.body(Uint8Array.from(reply.bytes).buffer);
}

function textFields(body: Readonly<Record<string, unknown>>): LinkFields {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
