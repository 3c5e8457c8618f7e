import type { ActionTable, ControlAction } from "#chat/action-table.ts";
import { cardOf, refuse, type Asked } from "#chat/asked.ts";
import type { Reply } from "#chat/reply.ts";
import { readDay } from "#domain/day-words.ts";
import type { Drawn } from "#usecases/drawing.ts";
import type { Result } from "#usecases/result.ts";
import { showPreview } from "#usecases/show-preview.ts";

/** Finance's buttons on dunning as a whole. */
export const CONTROL: Pick<ActionTable, ControlAction> = {
  "show-preview": async (asked, input) => page(asked, await showPreview(asked.context, asked.person, input)),
};

/** `/apercu`, `/apercu vendredi`. */
export async function previewTyped(asked: Asked, typed: string): Promise<Reply> {
  const on = typed === "" ? undefined : readDay(typed, asked.context.today);
  if (on === "ambiguous") return refuse(asked, { why: "date-ambiguous", typed });
  if (on === null) return refuse(asked, { why: "date-not-understood", typed });
  return CONTROL["show-preview"](asked, { do: "show-preview", on });
}

/** A page stands alone, and is not drawn again by itself. */
async function page(asked: Asked, found: Result<Drawn>): Promise<Reply> {
  return found.ok ? cardOf(asked, found.value, null) : refuse(asked, found.refusal);
}
