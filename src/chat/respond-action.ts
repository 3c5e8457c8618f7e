import type { Action } from "#cards/action.ts";
import type { ActionTable } from "#chat/action-table.ts";
import type { Asked } from "#chat/asked.ts";
import type { Reply } from "#chat/reply.ts";
import { ABSENCES } from "#chat/respond-absence.ts";
import { ANSWERS } from "#chat/respond-answer.ts";
import { CALENDAR } from "#chat/respond-calendar.ts";
import { CONTROL } from "#chat/respond-control.ts";
import { LOOKS } from "#chat/respond-look.ts";
import { NOTES } from "#chat/respond-notes.ts";
import { ROLE_CHANNELS } from "#chat/respond-role-channels.ts";
import { SCENARIOS } from "#chat/respond-scenarios.ts";
import { SUBSCRIPTIONS } from "#chat/respond-subscriptions.ts";
import { openForm } from "#chat/respond-open-form.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";

const ACTIONS: ActionTable = {
  ...LOOKS,
  ...ANSWERS,
  ...SUBSCRIPTIONS,
  ...CALENDAR,
  ...ABSENCES,
  ...SCENARIOS,
  ...CONTROL,
  ...NOTES,
  ...ROLE_CHANNELS,
  "open-form": openForm,
};

/** A button or a menu entry; null = one that this version does not know. */
export async function respondToAction(asked: Asked, action: Action | null): Promise<Reply> {
  if (action === null) return { is: "notice", text: chatWordsFor(asked.person.locale).oldButton };
  // Each entry takes the action of its own name: the table's type says so, TypeScript cannot follow it here.
  const run = ACTIONS[action.do] as (asked: Asked, action: Action) => Promise<Reply>;
  return run(asked, action);
}
