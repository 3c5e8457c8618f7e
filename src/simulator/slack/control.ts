import { Hono } from "hono";
import type { Context } from "hono";

import { bodyOf, simulatorErrors } from "#simulator/control-body.ts";
import {
  channelBody,
  clickBody,
  closeBody,
  commandBody,
  faultBody,
  openHomeBody,
  sayBody,
  shortcutBody,
  submitBody,
  suggestBody,
} from "./control-bodies.ts";
import { misuse } from "./state.ts";
import type { SlackLookalike } from "./lookalike.ts";
import type { Channel } from "./state.ts";

/**
 * The HTTP control of the look-alike, for the demo's page and black-box tests: JSON in and out; errors are
 * `{ error: "one sentence" }` with 404 (no such route) or 422 (a body that does not fit, an act that nobody could do). `user` is an id, e-mail or handle.
 */
export function createSlackControl(lookalike: SlackLookalike): Hono {
  const control = new Hono();
  simulatorErrors(control);
  addReads(control, lookalike);
  addActs(control, lookalike);
  addFaults(control, lookalike);
  control.all("*", (c) => c.json({ error: `There is no ${c.req.method} ${c.req.path} here.` }, 404));
  return control;
}

/**
 * GET /people, GET /channels, GET /calls?method=, GET /refusals;
 * GET /messages?user= (their direct conversation) or ?channel= (id or name; with user=, as that person sees it);
 * GET /files/ID -> what was handed over, as it is; GET /home?user= -> the view or null;
 * GET /views?user= -> open forms, the one in front last.
 */
function addReads(control: Hono, { read }: SlackLookalike): void {
  control.get("/people", (c) => c.json({ people: read.people() }));
  control.get("/channels", (c) => c.json({ channels: read.channels() }));
  control.get("/messages", (c) => {
    const channel = c.req.query("channel");
    const user = c.req.query("user");
    if (channel !== undefined) {
      return c.json({ messages: read.messages(channelCalled(read.channels(), channel).id, user) });
    }
    return c.json({ messages: read.directMessages(wanted(c, "user")) });
  });
  control.get("/files/:id", (c) => {
    const file = read.file(c.req.param("id"));
    if (file === null) throw misuse("There is no such file.");
    return c.body(new Uint8Array(file.content), 200, headersOf(file.name));
  });
  control.get("/home", (c) => c.json({ view: read.home(wanted(c, "user")) }));
  control.get("/views", (c) => c.json({ views: read.views(wanted(c, "user")) }));
  control.get("/calls", (c) => c.json({ calls: read.calls(c.req.query("method")) }));
  control.get("/refusals", (c) => c.json({ refusals: read.refusals() }));
}

/**
 * POST /click { user, action, ts?, channel?, home?, view?, block?, occurrence?, choice? } -> { ack };
 * POST /submit { user, values?, view? } -> { ack, errors, view }; POST /close { user, view?, all? } -> { ack };
 * POST /command { user, command, text?, channel? } -> { ack, shown }; POST /suggest { user, action, typed, ... } -> { ack, options };
 * POST /say { user, text, channel?, thread?, files? } -> { message, ack }; POST /open-home { user } -> { ack, view };
 * POST /channels { id, name?, members?, isPrivate?, isArchived?, isExtShared? } -> { channels };
 * POST /shortcut { user, callback, channel?, ts? } -> { ack }. An ack is { status, body, milliseconds, error }, null when
 * nothing had to be sent.
 */
function addActs(control: Hono, lookalike: SlackLookalike): void {
  const { acts, read } = lookalike;
  control.post("/click", async (c) => {
    const { user, channel, ts, view, home, action, block, occurrence, choice } = await bodyOf(c, clickBody);
    const place = { userId: user, channelId: channel, ts, viewId: view, isHome: home };
    return c.json({ ack: await acts.click({ ...place, actionId: action, blockId: block, occurrence, choice }) });
  });
  control.post("/submit", async (c) => {
    const { user, view, values } = await bodyOf(c, submitBody);
    return c.json(await acts.submitView({ userId: user, viewId: view, values }));
  });
  control.post("/close", async (c) => {
    const { user, view, all } = await bodyOf(c, closeBody);
    return c.json({ ack: await acts.closeView({ userId: user, viewId: view, isAll: all }) });
  });
  control.post("/command", async (c) => {
    const { user, channel, command, text } = await bodyOf(c, commandBody);
    return c.json(await acts.command({ userId: user, channelId: channel, command, text }));
  });
  control.post("/suggest", async (c) => {
    const { user, channel, ts, view, home, action, block, typed } = await bodyOf(c, suggestBody);
    const place = { userId: user, channelId: channel, ts, viewId: view, isHome: home };
    return c.json(await acts.suggest({ ...place, actionId: action, blockId: block, typed }));
  });
  control.post("/say", async (c) => {
    const { user, channel, text, thread, files } = await bodyOf(c, sayBody);
    const uploads = files?.map(({ base64, ...file }) => ({
      ...file,
      content: base64 === true ? Buffer.from(file.content, "base64") : file.content,
    }));
    return c.json(await acts.sendMessage({ userId: user, channelId: channel, text, threadTs: thread, files: uploads }));
  });
  control.post("/open-home", async (c) => {
    const { user } = await bodyOf(c, openHomeBody);
    const ack = await acts.openHome({ userId: user });
    return c.json({ ack, view: read.home(user) });
  });
  control.post("/channels", async (c) => {
    const { id, ...changes } = await bodyOf(c, channelBody);
    const known = read.channels().find((channel) => channel.id === id) ?? { name: id, members: [] };
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    lookalike.setChannel({ ...known, ...Object.fromEntries(given), id });
    return c.json({ channels: read.channels() });
  });
  control.post("/shortcut", async (c) => {
    const { user, callback, channel, ts } = await bodyOf(c, shortcutBody);
    return c.json({ ack: await acts.shortcut({ userId: user, callbackId: callback, channelId: channel, ts }) });
  });
}

/** GET /faults; POST /faults { method, kind, times?, channel?, retryAfterSeconds?, delayMs?, error? }; DELETE /faults. */
function addFaults(control: Hono, lookalike: SlackLookalike): void {
  control.get("/faults", (c) => c.json({ faults: lookalike.read.faults() }));
  control.post("/faults", async (c) => {
    lookalike.addFault(await bodyOf(c, faultBody));
    return c.json({ faults: lookalike.read.faults() }, 201);
  });
  control.delete("/faults", (c) => {
    lookalike.clearFaults();
    return c.json({ faults: [] });
  });
}

/** A PDF opens where it is, anything else is saved: whatever is in a file somebody uploaded, the page runs none of it. */
function headersOf(name: string): Record<string, string> {
  const isPdf = /\.pdf$/i.test(name);
  // What encodeURIComponent leaves and a header may not hold (RFC 8187).
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    "content-type": isPdf ? "application/pdf" : "application/octet-stream",
    "content-disposition": `${isPdf ? "inline" : "attachment"}; filename*=UTF-8''${encoded}`,
    "x-content-type-options": "nosniff",
  };
}

function channelCalled(channels: readonly Channel[], called: string): Channel {
  const name = called.replace(/^#/, "");
  const found = channels.find((channel) => channel.id === called || (!channel.isIm && channel.name === name));
  if (!found) throw misuse(`There is no channel ${called}.`);
  return found;
}

function wanted(c: Context, name: string): string {
  const value = c.req.query(name);
  if (value === undefined || value === "") throw misuse(`Say whose with ?${name}=, by id, e-mail or handle.`);
  return value;
}
