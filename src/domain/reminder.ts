/** `unknown` = the mail server never said whether it took it: not tried again, finance sees it. */
export const REMINDER_STATES = ["planned", "sent", "dropped", "unknown", "bounced"] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];

export const REPLY_KINDS = ["human", "automatic", "bounce", "complaint"] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

export const REPLY_STATES = ["waiting", "dealt-with", "carry-on"] as const;
export type ReplyState = (typeof REPLY_STATES)[number];
