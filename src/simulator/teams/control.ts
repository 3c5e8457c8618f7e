import { Hono, type Context } from "hono";

import { bodyOf, simulatorErrors } from "#simulator/control-body.ts";
import {
  addToBody,
  archiveBody,
  clickBody,
  conversationBody,
  faultBody,
  sayBody,
  submitBody,
  whoBody,
} from "./control-bodies.ts";
import type { TeamsLookalike } from "./lookalike.ts";
import { misuse } from "./state.ts";

/**
 * The HTTP control of the look-alike, for the demo's page and black-box tests: JSON in and out; errors are
 * `{ error: "one sentence" }` with 404 (no such route) or 422 (a body that does not fit, an act that nobody could do). `user` is an id, a directory id or an e-mail.
 */
export function createTeamsControl(lookalike: TeamsLookalike): Hono {
  const control = new Hono();
  simulatorErrors(control);
  addReads(control, lookalike);
  addActs(control, lookalike);
  addFaults(control, lookalike);
  control.all("*", (c) => c.json({ error: `There is no ${c.req.method} ${c.req.path} here.` }, 404));
  return control;
}

/**
 * GET /people, GET /conversations, GET /calls?what=, GET /refusals; GET /messages?user=&conversation= (default: their own
 * chat with the app, as they see it); GET /dialog?user= -> the dialog in front or null; GET /notices?user= -> what popped up.
 */
function addReads(control: Hono, { read }: TeamsLookalike): void {
  control.get("/people", (c) => c.json({ people: read.people() }));
  control.get("/conversations", (c) => c.json({ conversations: read.conversations() }));
  control.get("/messages", (c) => c.json({ messages: read.messages(wanted(c, "user"), c.req.query("conversation")) }));
  control.get("/dialog", (c) => c.json({ dialog: read.dialog(wanted(c, "user")) }));
  control.get("/notices", (c) => c.json({ notices: read.notices(wanted(c, "user")) }));
  control.get("/calls", (c) => c.json({ calls: read.calls(c.req.query("what")) }));
  control.get("/refusals", (c) => c.json({ refusals: read.refusals() }));
}

/**
 * POST /say { user, text, conversation?, mention? } -> { message, ack }; POST /click { user, message, title?, verb?, occurrence?,
 * values?, conversation? } -> { ack, taps, errors, shows }; POST /submit { user, values? } -> the same, for the dialog in
 * front; POST /close { user }; POST /install { user } -> { acks }; POST /uninstall { user } -> { ack };
 * POST /add-to and /remove-from { user, conversation } -> { ack }; POST /archive { user, conversation, heard? } -> { ack };
 * POST /conversations { id, kind, name, members, hasApp? } -> { conversations }. An ack is { status, body, milliseconds, error }, null when nothing was sent.
 */
function addActs(control: Hono, lookalike: TeamsLookalike): void {
  const { acts } = lookalike;
  control.post("/say", async (c) => {
    const { user, conversation, text, mention } = await bodyOf(c, sayBody);
    const { message, ack } = await acts.sendMessage({
      userId: user,
      conversationId: conversation,
      text,
      isMention: mention,
    });
    return c.json({ message: message.id, ack });
  });
  control.post("/click", async (c) => {
    const { user, conversation, message, ...button } = await bodyOf(c, clickBody);
    return c.json(await acts.click({ userId: user, conversationId: conversation, messageId: message, ...button }));
  });
  control.post("/submit", async (c) => {
    const { user, values } = await bodyOf(c, submitBody);
    return c.json(await acts.submitDialog({ userId: user, values }));
  });
  control.post("/close", async (c) => {
    acts.closeDialog((await bodyOf(c, whoBody)).user);
    return c.json({});
  });
  control.post("/install", async (c) => c.json({ acks: await acts.install((await bodyOf(c, whoBody)).user) }));
  control.post("/uninstall", async (c) => c.json({ ack: await acts.uninstall((await bodyOf(c, whoBody)).user) }));
  control.post("/add-to", async (c) => {
    const { user, conversation } = await bodyOf(c, addToBody);
    return c.json({ ack: await acts.addTo(user, conversation) });
  });
  control.post("/remove-from", async (c) => {
    const { user, conversation } = await bodyOf(c, addToBody);
    return c.json({ ack: await acts.removeFrom(user, conversation) });
  });
  control.post("/archive", async (c) => {
    const { user, conversation, heard } = await bodyOf(c, archiveBody);
    return c.json({ ack: await acts.archive({ userId: user, conversationId: conversation, isHeard: heard }) });
  });
  control.post("/conversations", async (c) => {
    const { id, hasApp, ...rest } = await bodyOf(c, conversationBody);
    lookalike.setConversation({ id, ...rest, ...(hasApp === undefined ? {} : { hasApp }) });
    return c.json({ conversations: lookalike.read.conversations() });
  });
}

/** GET /faults; POST /faults { call, kind, times?, conversation?, retryAfterSeconds?, delayMs? }; DELETE /faults. */
function addFaults(control: Hono, lookalike: TeamsLookalike): void {
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

function wanted(c: Context, name: string): string {
  const value = c.req.query(name);
  if (value === undefined || value === "") throw misuse(`Say whose with ?${name}=, by id, directory id or e-mail.`);
  return value;
}
