import { z } from "zod";

import { CHANNEL_ROLES } from "#domain/role-channel.ts";
import { STEP_NAMES } from "#domain/scenario.ts";

/**
 * What a button, a menu entry or a typed command means, for both chats. Ids only: amounts, owners and rights are looked up
 * again when it arrives, so a forwarded or forged one is useless to the wrong person. Short keys are not needed: the
 * longest encodes to under 150 characters, the smallest room a chat gives (Slack's select option value).
 */
export const actionSchema = z.discriminatedUnion("do", [
  // Looking
  z.object({ do: z.literal("show-portfolio"), scope: z.string().max(80).optional(), page: z.int().min(0).optional() }),
  z.object({ do: z.literal("show-customer"), customer: z.string(), page: z.int().min(0).optional() }),
  z.object({
    do: z.literal("show-timeline"),
    customer: z.string(),
    invoice: z.int().optional(),
    page: z.int().min(0).optional(),
  }),
  z.object({ do: z.literal("show-calls"), page: z.int().min(0).optional() }),
  /** One ask as its own card, from a list. */
  z.object({ do: z.literal("show-ask"), ask: z.int() }),
  /** How to lead the call a card asks for: opening, questions, answers to the usual replies (E6). */
  z.object({ do: z.literal("show-script"), ask: z.int() }),
  z.object({ do: z.literal("show-reminder"), customer: z.string(), seller: z.string().optional() }),
  /** A formal notice as a PDF: what would leave, or what was approved; `at` = the how-manieth letter of the ask. */
  z.object({ do: z.literal("show-letter"), ask: z.int(), at: z.int().min(0) }),
  /** A kept document, and a mail as it was sent. */
  z.object({ do: z.literal("show-document"), document: z.int() }),
  z.object({ do: z.literal("show-mail"), reminder: z.int() }),
  /** A customer's mail with all that it quotes. */
  z.object({ do: z.literal("show-reply"), reply: z.int() }),
  z.object({ do: z.literal("show-case-file"), customer: z.string() }),
  z.object({ do: z.literal("show-brief"), customer: z.string() }),
  z.object({ do: z.literal("show-calendar") }),
  /** Whom to call at a customer and how it takes invoices in (E7); the invoices that a factor has financed (P10). */
  z.object({ do: z.literal("show-contacts"), customer: z.string() }),
  z.object({ do: z.literal("show-factored"), page: z.int().min(0).optional() }),
  /** A day of dunning before it comes; `part`: "messages", "asks", or the reason of what is held back. */
  z.object({
    do: z.literal("show-preview"),
    on: z.iso.date().optional(),
    part: z.string().max(20).optional(),
    page: z.int().min(0).optional(),
  }),
  /** Everything suspended; the button of the evening before; `pause` left out: the company's setting. */
  z.object({ do: z.literal("show-stops"), page: z.int().min(0).optional() }),
  z.object({ do: z.literal("show-finance-list"), page: z.int().min(0).optional() }),
  z.object({ do: z.literal("show-effectiveness") }),
  z.object({ do: z.literal("go-live") }),
  z.object({ do: z.literal("pause-day"), on: z.iso.date() }),
  z.object({ do: z.literal("end-pause"), pause: z.int().optional() }),
  z.object({ do: z.literal("show-help"), topic: z.string().max(40).optional() }),
  z.object({ do: z.literal("why-me"), ask: z.int() }),
  /** The forecast of a scope, or the invoices of one of its weeks (`in`: "2026-W49", "later"...). */
  z.object({
    do: z.literal("show-forecast"),
    scope: z.string().max(80).optional(),
    currency: z.string().max(3).optional(),
    in: z.string().max(20).optional(),
    page: z.int().min(0).optional(),
  }),
  /** The weekly report of a scope as of today, and the decisions it counts; `scope` is a key of domain/report-scope.ts. */
  z.object({ do: z.literal("show-cash-report"), scope: z.string().max(80) }),
  z.object({ do: z.literal("show-decisions"), scope: z.string().max(80) }),
  z.object({ do: z.literal("show-dispute"), dispute: z.int() }),
  /** Everything a customer's score is made of, and what each weighs (V6). */
  z.object({ do: z.literal("show-score"), customer: z.string() }),
  /** One of the first messages again (R8): what Relais is, how to read it, what a late invoice costs. */
  z.object({ do: z.literal("show-welcome"), part: z.literal([1, 2, 3]) }),
  /** How long the money takes, and the aged balance; `scope` is a key of domain/report-scope.ts, without it the usual one. */
  z.object({ do: z.literal("show-dso"), scope: z.string().max(80).optional() }),
  z.object({ do: z.literal("show-balance"), scope: z.string().max(80).optional() }),
  /** What is kept about the reader (R8), and all of it as a file. */
  z.object({ do: z.literal("show-my-data") }),
  z.object({ do: z.literal("show-my-data-file") }),
  // Answering a card
  // `reply`: the customer's mail that the promise was read in; recording it deals with the mail.
  z.object({
    do: z.literal("give-promise"),
    customer: z.string(),
    ask: z.int().optional(),
    reply: z.int().optional(),
    due: z.iso.date(),
  }),
  z.object({ do: z.literal("no-answer"), ask: z.int(), on: z.iso.date().optional() }),
  z.object({ do: z.literal("not-received"), ask: z.int() }),
  // Of a call, or of a promise that did not come in.
  z.object({ do: z.literal("already-paid"), ask: z.int().optional(), promise: z.int().optional() }),
  z.object({ do: z.literal("not-mine"), ask: z.int() }),
  z.object({ do: z.literal("later"), ask: z.int(), on: z.iso.date() }),
  z.object({ do: z.literal("undo"), event: z.int() }),
  // Promises, disputes, holds
  z.object({ do: z.literal("cancel-promise"), promise: z.int() }),
  z.object({ do: z.literal("move-promise"), promise: z.int(), due: z.iso.date() }),
  z.object({ do: z.literal("close-dispute"), dispute: z.int(), outcome: z.enum(["ours", "theirs", "shared"]) }),
  z.object({ do: z.literal("end-hold"), hold: z.int() }),
  // Reports in channels
  z.object({ do: z.literal("show-subscriptions") }),
  z.object({ do: z.literal("stop-subscription"), subscription: z.int() }),
  /** A report that may not have arrived, and that somebody looked for in vain. */
  z.object({ do: z.literal("post-again"), subscription: z.int() }),
  z.object({ do: z.literal("allow-guests"), channel: z.int(), allowed: z.boolean() }),
  // Where the tasks of a role go
  z.object({ do: z.literal("show-role-channels") }),
  z.object({ do: z.literal("clear-role-channel"), role: z.enum(CHANNEL_ROLES) }),
  // Scenarios of reminders, and whose they are
  z.object({ do: z.literal("show-scenarios") }),
  z.object({ do: z.literal("show-scenario"), scenario: z.string().max(40) }),
  z.object({ do: z.literal("show-scenario-draft"), package: z.int() }),
  z.object({ do: z.literal("publish-scenarios"), package: z.int() }),
  z.object({ do: z.literal("cancel-scenarios"), package: z.int() }),
  z.object({ do: z.literal("roll-back-scenario"), scenario: z.string().max(40) }),
  /** "-" = the usual one again. */
  z.object({ do: z.literal("choose-scenario"), customer: z.string(), scenario: z.string().max(40) }),
  z.object({ do: z.literal("confirm-profile"), proposal: z.int() }),
  z.object({ do: z.literal("refuse-profile"), proposal: z.int() }),
  // Tasks
  z.object({ do: z.literal("approve-promise"), ask: z.int() }),
  z.object({ do: z.literal("refuse-promise"), ask: z.int() }),
  /** `seen`: what was approved; a letter that says something else by now is shown again instead. */
  z.object({ do: z.literal("approve-letter"), ask: z.int(), seen: z.string().max(16) }),
  z.object({ do: z.literal("pass-letter"), ask: z.int() }),
  z.object({ do: z.literal("task-done"), ask: z.int() }),
  /** What a rep proposed (a contact, a VIP, an urgent stop), agreed to or not. */
  z.object({ do: z.literal("decide-note"), ask: z.int(), agreed: z.boolean() }),
  z.object({ do: z.literal("reassign"), ask: z.int(), person: z.int() }),
  // Of an ask of the team that waits, to its manager; and one's own absence
  z.object({ do: z.literal("take-over"), ask: z.int() }),
  z.object({ do: z.literal("give-back"), ask: z.int() }),
  z.object({ do: z.literal("leave-until"), ask: z.int(), on: z.iso.date() }),
  z.object({ do: z.literal("end-absence"), absence: z.int() }),
  /** What was read in a customer's mail is right: it is read again, and written (U5). */
  z.object({ do: z.literal("confirm-reply"), reply: z.int(), as: z.enum(["promise", "dispute", "both"]) }),
  z.object({ do: z.literal("close-reply"), reply: z.int(), how: z.enum(["dealt-with", "carry-on"]) }),
  // One's own calendar, and a meeting in which money was not spoken of
  z.object({ do: z.literal("test-calendar") }),
  z.object({ do: z.literal("unlink-calendar") }),
  z.object({ do: z.literal("nothing-said"), meeting: z.int() }),
  // Opening a form: `form` names it, the rest says what it is about
  z.object({
    do: z.literal("open-form"),
    form: z.enum([
      "promise",
      "dispute",
      "close-dispute",
      "other-contact",
      "visit",
      "later",
      "no-answer",
      "comment",
      "hold",
      "ask-by-hand",
      "refuse-letter",
      "post-letter",
      "receive-letter",
      "end-of-road",
      "settings",
      "calendar",
      "absence",
      "subscribe",
      "scenario-day",
      "template-text",
      "choose-scenario",
      "payer-profile",
      "urgent-block",
      "keep-block",
      "contact",
      "circuit",
      "customer-note",
      "pause",
      "company",
      "badly-received",
    ]),
    customer: z.string().optional(),
    ask: z.int().optional(),
    promise: z.int().optional(),
    dispute: z.int().optional(),
    reply: z.int().optional(),
    letter: z.int().optional(),
    contact: z.int().optional(),
    reminder: z.int().optional(),
    // A report in a channel: a new subscription (of a scope, when it was typed), or one to change.
    channel: z.int().optional(),
    scope: z.string().max(80).optional(),
    subscription: z.int().optional(),
    // A step of a scenario, and the language of its wording.
    scenario: z.string().max(40).optional(),
    step: z.enum(STEP_NAMES).optional(),
    locale: z.enum(["fr", "en"]).optional(),
  }),
]);

export type Action = z.infer<typeof actionSchema>;
export type FormName = Extract<Action, { do: "open-form" }>["form"];

/** The longest text an encoded action may have: Slack's select option value. */
export const ACTION_LENGTH_MAX = 150;

/** Writes an action into a button; throws when it would not fit, which is a bug in a card. */
export function encodeAction(action: Action): string {
  const encoded = JSON.stringify(action);
  if (encoded.length > ACTION_LENGTH_MAX) {
    throw new Error(`The action ${action.do} encodes to ${encoded.length} characters, over ${ACTION_LENGTH_MAX}.`);
  }
  return encoded;
}

/** Reads a button's value; null for anything that is not one of ours. */
export function decodeAction(encoded: string): Action | null {
  try {
    return actionSchema.safeParse(JSON.parse(encoded)).data ?? null;
  } catch {
    return null;
  }
}
