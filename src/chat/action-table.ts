import type { Action } from "#cards/action.ts";
import type { Asked } from "#chat/asked.ts";
import type { Reply } from "#chat/reply.ts";

/** One entry per action; the type makes the table exhaustive. */
export type ActionTable = {
  readonly [Do in Action["do"]]: (asked: Asked, action: Extract<Action, { do: Do }>) => Promise<Reply>;
};

/** Buttons that change nothing. */
export type LookingAction = Exclude<
  Extract<Action["do"], `show-${string}` | "why-me">,
  "show-calendar" | ScenarioAction | ControlAction | NoteAction | RoleChannelAction
>;

/** Buttons of finance's scenarios, and of what a rep proposes for a customer. */
export type ScenarioAction = Extract<Action["do"], `${string}-scenario${string}` | `${string}-profile`>;

/** Finance's buttons on dunning as a whole. */
export type ControlAction =
  | "show-preview"
  | "show-stops"
  | "show-finance-list"
  | "show-effectiveness"
  | "go-live"
  | "pause-day"
  | "end-pause";

/** Buttons about an ask of the team that waits, and about one's own absence. */
export type AbsenceAction = "take-over" | "give-back" | "leave-until" | "end-absence";

/** Buttons about what a rep knows of a customer, and about invoices that a factor has financed. */
export type NoteAction = "show-contacts" | "show-factored" | "decide-note";

/** Buttons about reports in channels. */
export type SubscriptionAction = "stop-subscription" | "post-again" | "allow-guests";

/** Buttons about where the tasks of a role go. */
export type RoleChannelAction = "show-role-channels" | "clear-role-channel";

/** Buttons about one's own calendar, and about a meeting in it. */
export type CalendarAction = Extract<Action["do"], `${string}-calendar` | "nothing-said">;
