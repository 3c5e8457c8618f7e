import { z } from "zod";

import { FAULT_CALLS, FAULT_KINDS } from "./faults.ts";

const who = z.string().min(1);
const values = z.record(z.string(), z.unknown()).optional();

/** POST /say: in a channel or a group the app is mentioned unless `mention` is false. */
export const sayBody = z.strictObject({
  user: who,
  conversation: z.string().optional(),
  text: z.string(),
  mention: z.boolean().optional(),
});

/** POST /click: a button by what it says (`title`) or by its `verb`; `values` by input id. */
export const clickBody = z.strictObject({
  user: who,
  conversation: z.string().optional(),
  message: z.string().min(1),
  title: z.string().optional(),
  verb: z.string().optional(),
  occurrence: z.number().int().min(0).optional(),
  values,
});

export const submitBody = z.strictObject({ user: who, values });

export const whoBody = z.strictObject({ user: who });

export const addToBody = z.strictObject({ user: who, conversation: z.string().min(1) });

/** POST /archive: `heard` false = the app is not told. */
export const archiveBody = addToBody.extend({ heard: z.boolean().optional() });

/** POST /conversations: a group or a channel, new or changed; members by id, and hence guests. */
export const conversationBody = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(["groupChat", "channel"]),
  name: z.string().min(1),
  members: z.array(z.string().min(1)),
  hasApp: z.boolean().optional(),
});

export const faultBody = z.strictObject({
  call: z.enum(FAULT_CALLS),
  kind: z.enum(FAULT_KINDS),
  times: z.number().int().min(1).max(1_000_000).optional(),
  conversation: z.string().optional(),
  retryAfterSeconds: z.number().int().min(0).optional(),
  delayMs: z.number().int().min(0).max(600_000).optional(),
});
