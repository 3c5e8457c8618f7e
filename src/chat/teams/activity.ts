import { z } from "zod";

import type { TeamsConfig } from "#config.ts";

const id = z.string().min(1).max(500);
const account = z.looseObject({ id, aadObjectId: z.string().max(100).optional() });

/**
 * What comes in, before anything else is done with it: botbuilder throws on a body without a type, checks no service URL
 * when there is none, and has other ways in for other channels than Teams.
 */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id,
  channelId: z.literal("msteams"),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    conversationType: z.string().max(50).optional(),
    tenantId: z.string().max(100).optional(),
    isGroup: z.boolean().optional(),
    name: z.string().max(500).nullish(),
  }),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().max(100) }).optional(),
      team: z.looseObject({ id, name: z.string().max(500).nullish() }).optional(),
      channel: z.looseObject({ id, name: z.string().max(500).nullish() }).optional(),
      eventType: z.string().max(100).optional(),
    })
    .nullish()
    .transform((value) => value ?? undefined),
  name: z.string().max(100).optional(),
  action: z.string().max(50).optional(),
  text: z.string().max(20_000).nullish(),
  entities: z
    .array(
      z.looseObject({
        type: z.string().max(100),
        text: z.string().max(500).nullish(),
        mentioned: z.looseObject({ id, name: z.string().max(500).nullish() }).nullish(),
      }),
    )
    .max(100)
    .nullish()
    .catch(undefined),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string().max(200),
        name: z.string().max(300).nullish(),
        content: z.unknown().optional(),
      }),
    )
    .max(20)
    .nullish()
    .catch(undefined),
  replyToId: id.nullish(),
  value: z.unknown().optional(),
  membersAdded: z.array(account).max(1_000).optional(),
  membersRemoved: z.array(account).max(1_000).optional(),
});

export type TeamsActivity = z.infer<typeof activitySchema>;

/** The body of a request as an activity; null when it is none. A stand-in may use http, Teams may not. */
export function readActivity(text: string, config: TeamsConfig): TeamsActivity | null {
  const activity = activitySchema.safeParse(parsed(text)).data;
  if (activity === undefined) return null;
  const { protocol, hostname } = new URL(activity.serviceUrl);
  if (config.local !== null) return LOOPBACK.has(hostname) ? activity : null;
  return protocol === "https:" ? activity : null;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether it happened in the company's own tenant. A token says only that Teams speaks, not for whom: an activity of
 * another tenant comes with a good one.
 */
export function isOfTenant(activity: TeamsActivity, tenantId: string): boolean {
  const named = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((one) => one !== undefined);
  return named.length > 0 && named.every((one) => one.toLowerCase() === tenantId);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
