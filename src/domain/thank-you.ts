/** What became of a word of thanks. */
export const THANK_YOU_STATES = ["planned", "sent", "dropped", "unknown"] as const;
export type ThankYouState = (typeof THANK_YOU_STATES)[number];
