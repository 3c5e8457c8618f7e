import { z } from "zod";

import { FAULT_KINDS } from "./faults.ts";

const who = z.string().min(1);
const choice = z.union([z.string(), z.number(), z.null(), z.array(z.string()), z.record(z.string(), z.unknown())]);

/** Where a person acts: `ts` for a message (`channel`: default their direct conversation), `home`, or the form in front. */
const place = { user: who, channel: z.string().optional(), ts: z.string().optional(), view: z.string().optional() };

/** POST /click: `choice` is an option's value, a day, a time, an id, or a list of them; nothing for a button. */
export const clickBody = z.strictObject({
  ...place,
  home: z.boolean().optional(),
  action: z.string().min(1),
  block: z.string().optional(),
  occurrence: z.number().int().min(0).optional(),
  choice: choice.optional(),
});

/** POST /submit: values by action_id or block_id. */
export const submitBody = z.strictObject({
  user: who,
  view: z.string().optional(),
  values: z.record(z.string(), z.unknown()).optional(),
});

export const closeBody = z.strictObject({ user: who, view: z.string().optional(), all: z.boolean().optional() });

export const suggestBody = z.strictObject({
  ...place,
  home: z.boolean().optional(),
  action: z.string().min(1),
  block: z.string().optional(),
  typed: z.string(),
});

export const commandBody = z.strictObject({
  user: who,
  channel: z.string().optional(),
  command: z.string().regex(/^\/\S+$/, "begins with a slash"),
  text: z.string().optional(),
});

/** POST /say: a file's content is text, or base64 with `base64: true`. */
export const sayBody = z.strictObject({
  user: who,
  channel: z.string().optional(),
  text: z.string(),
  thread: z.string().optional(),
  files: z
    .array(
      z.strictObject({ name: z.string(), mimetype: z.string(), content: z.string(), base64: z.boolean().optional() }),
    )
    .max(10)
    .optional(),
});

/** POST /channels: new, or changed in what is given; members are ids, and the bot's own among them when it is in. */
export const channelBody = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).optional(),
  members: z.array(z.string().min(1)).optional(),
  isPrivate: z.boolean().optional(),
  isArchived: z.boolean().optional(),
  isExtShared: z.boolean().optional(),
});

export const openHomeBody = z.strictObject({ user: who });

export const shortcutBody = z.strictObject({
  user: who,
  callback: z.string().min(1),
  channel: z.string().optional(),
  ts: z.string().optional(),
});

export const faultBody = z.strictObject({
  method: z.string().min(1),
  kind: z.enum(FAULT_KINDS),
  times: z.number().int().min(1).max(1_000_000).optional(),
  channel: z.string().optional(),
  retryAfterSeconds: z.number().int().min(0).optional(),
  delayMs: z.number().int().min(0).max(600_000).optional(),
  error: z.string().optional(),
});
