import { effectCard } from "#cards/effect.ts";
import { effectOf, PAID_WITHIN_DAYS, type StepEffect } from "#domain/effectiveness.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { levelOf } from "#domain/scenario.ts";
import { stepSends } from "#store/step-effects.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** What each step is worth, by wording: sent, paid within 15 days, badly received (D13); the mildest first. */
export async function stepEffects(context: Context): Promise<readonly StepEffect[]> {
  const { today, timeZone, store } = context;
  const sends = await stepSends(store.db, { today, timeZone, withinDays: PAID_WITHIN_DAYS });
  return sends.map(effectOf).toSorted((a, b) => levelOf(a.step) - levelOf(b.step));
}

/** `/efficacite`: for finance and management. */
export async function showEffects(context: Context, viewer: Person): Promise<Result<Drawn>> {
  if (!mayTouch(viewer, THE_COMPANY, "preview-dunning")) return refused({ why: "not-allowed" });
  const drawing = drawingFor(context, viewer);
  const view = { effects: await stepEffects(context), asOf: drawing.asOf };
  return done({ card: effectCard(view, drawing.words), customers: [] });
}
