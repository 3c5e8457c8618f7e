import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

import type { FeedFault } from "#domain/calendar-feed.ts";
import { isPublicAddress } from "./public-address.ts";

/** An address that a name stands for. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

export interface Fetching {
  /** Every address of a name. */
  readonly resolve: (host: string) => Promise<readonly Resolved[]>;
  /** True in the simulator and the tests alone: http, and addresses of this machine. */
  readonly allowsLocal: boolean;
  /** For the whole of it: names, redirects, body. */
  readonly limitMs: number;
}

/** What the server said last time. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | { readonly is: "unchanged" }
  | ({ readonly is: "fetched"; readonly text: string } & Validators)
  | { readonly is: "failed"; readonly why: FeedFault };

export const FEED_BYTES_MAX = 5_000_000;
const REDIRECTS_MAX = 3;
const HEADER_LENGTH_MAX = 300;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Reads a feed as strangers' addresses are to be read: https only, redirects followed by hand and checked anew, the
 * address that was checked being the one connected to, so many bytes (unpacked ones too), so long. Never throws.
 */
export async function fetchFeed(address: string, known: Validators, fetching: Fetching): Promise<Fetched> {
  const signal = AbortSignal.timeout(fetching.limitMs);
  try {
    return await follow(address, known, fetching, signal);
  } catch (error) {
    if (signal.aborted) return { is: "failed", why: "too-slow" };
    return { is: "failed", why: faultOf(error) ?? "unavailable" };
  }
}

async function follow(address: string, known: Validators, fetching: Fetching, signal: AbortSignal): Promise<Fetched> {
  let at = address;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const url = allowedUrl(at, fetching);
    const answer = await get(url, await allowedAddress(url, fetching, signal), known, signal);
    if (!REDIRECTS.includes(answer.statusCode ?? 0)) return await read(answer, signal);
    answer.destroy();
    const next = URL.parse(answer.headers.location ?? "", url.href);
    if (next === null) return { is: "failed", why: "unavailable" };
    at = next.href;
  }
  return { is: "failed", why: "too-many-redirects" };
}

function allowedUrl(address: string, { allowsLocal }: Fetching): URL {
  const url = new URL(address);
  if (url.protocol !== "https:" && !(allowsLocal && url.protocol === "http:")) throw refusal("not-https");
  return url;
}

/** The name is looked up once, and what is checked here is what is connected to. One private address refuses them all. */
async function allowedAddress(url: URL, { resolve, allowsLocal }: Fetching, signal: AbortSignal): Promise<Resolved> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  const found = family === 0 ? await before(signal, resolve(host)) : [{ address: host, family }];
  if (!allowsLocal && found.some(({ address }) => !isPublicAddress(address))) throw refusal("private-address");
  const [first] = found;
  if (first === undefined) throw refusal("not-found");
  return first;
}

async function before(signal: AbortSignal, looking: Promise<readonly Resolved[]>): Promise<readonly Resolved[]> {
  let stop = () => undefined as void;
  const late = new Promise<readonly Resolved[]>((resolve) => {
    stop = () => resolve([]);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([looking.catch(() => []), late]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function get(url: URL, pinned: Resolved, known: Validators, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        // A connection of its own: none is left over from an address that was checked for somebody else.
        agent: false,
        signal,
        lookup: (_, { all }, callback) =>
          all === true ? callback(null, [pinned]) : callback(null, pinned.address, pinned.family),
        headers: {
          accept: "text/calendar, text/plain;q=0.5",
          "accept-encoding": "gzip",
          "user-agent": "Relais",
          ...(known.etag === null ? {} : { "if-none-match": known.etag }),
          ...(known.lastModified === null ? {} : { "if-modified-since": known.lastModified }),
        },
      },
      resolve,
    );
    sent.once("error", reject);
    sent.end();
  });
}

async function read(answer: IncomingMessage, signal: AbortSignal): Promise<Fetched> {
  const status = answer.statusCode ?? 0;
  const why = status === 304 ? null : statusFault(status, answer);
  if (status === 304 || why !== null) {
    answer.destroy();
    return why === null ? { is: "unchanged" } : { is: "failed", why };
  }
  const text = await textOf(answer, signal);
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text)) return { is: "failed", why: "not-a-calendar" };
  return {
    is: "fetched",
    text,
    etag: header(answer.headers.etag),
    lastModified: header(answer.headers["last-modified"]),
  };
}

function statusFault(status: number, { headers }: IncomingMessage): FeedFault | null {
  if (status === 404 || status === 410) return "not-found";
  if (status === 401 || status === 403) return "refused";
  if (status !== 200) return "unavailable";
  // Servers call calendars many things; a page for people (a log-in, mostly) is none of them.
  if (/html|json|image|video|audio/i.test(headers["content-type"] ?? "")) return "not-a-calendar";
  return Number(headers["content-length"] ?? 0) > FEED_BYTES_MAX ? "too-big" : null;
}

/** Counted when unpacked too: a few thousand bytes may hold as many millions. */
async function textOf(answer: IncomingMessage, signal: AbortSignal): Promise<string> {
  const packing = answer.headers["content-encoding"] ?? "identity";
  if (!["identity", "gzip", "x-gzip"].includes(packing)) throw refusal("not-a-calendar");
  const kept: Buffer[] = [];
  await pipeline(
    answer,
    counted((chunk) => kept.push(chunk)),
    { signal },
  );
  const body = Buffer.concat(kept);
  return new TextDecoder().decode(packing === "identity" ? body : await unpacked(body));
}

async function unpacked(body: Buffer): Promise<Buffer> {
  try {
    return await promisify(gunzip)(body, { maxOutputLength: FEED_BYTES_MAX });
  } catch (error) {
    throw refusal((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too-big" : "not-a-calendar");
  }
}

function counted(keep: (chunk: Buffer) => void): Writable {
  let bytes = 0;
  return new Writable({
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > FEED_BYTES_MAX) return done(refusal("too-big"));
      keep(chunk);
      done();
    },
  });
}

function header(value: string | undefined): string | null {
  return value === undefined || value.length > HEADER_LENGTH_MAX ? null : value;
}

/** A refusal of ours, on its way through Node's streams and callbacks. */
interface Refusal extends Error {
  readonly feedFault: FeedFault;
}

function refusal(why: FeedFault): Refusal {
  return Object.assign(new Error(why), { feedFault: why });
}

function faultOf(error: unknown): FeedFault | null {
  return error instanceof Error && "feedFault" in error ? (error as Refusal).feedFault : null;
}
