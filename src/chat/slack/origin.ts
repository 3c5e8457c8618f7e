import { z } from "zod";

const maybe = z
  .string()
  .max(3_000)
  .nullish()
  .transform((value) => value ?? null);

/** Where an act came from, so that its answer goes there; a form carries it in its private_metadata. */
export const originSchema = z.object({
  channel: maybe,
  /** The message that was clicked; null for a command. */
  message: maybe,
  /** An ephemeral message can be changed through its response_url only. */
  isEphemeral: z.boolean().default(false),
  /** The home tab or a modal: there is no message to change. */
  isHome: z.boolean().default(false),
  /** Takes five answers within half an hour. */
  responseUrl: maybe,
});

export type Origin = z.infer<typeof originSchema>;
