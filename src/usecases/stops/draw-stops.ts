import type { Form } from "#cards/card.ts";
import { pauseForm } from "#cards/forms/pause-form.ts";
import { stopsCard } from "#cards/stops.ts";
import type { Day } from "#domain/calendar.ts";
import { pauseOf, type Paused } from "#domain/pause.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { PauseFacts } from "#i18n/control/stops/messages.ts";
import { sellerNames } from "#store/customer-names.ts";
import { pausesFrom, type RecordedPause } from "#store/pauses.ts";
import { segmentsInUse, standingHoldsPage } from "#store/stops.ts";
import { type Drawing, type Drawn, nameOf } from "#usecases/delivery/drawing.ts";
import { SEGMENTS_MAX } from "#usecases/stops/pause-dunning.ts";
import { done, refused, type Result } from "#usecases/result.ts";

const HOLDS_PER_PAGE = 10;

/** Everything suspended, for those who may look at dunning as a whole; finance has the buttons. */
export async function drawStops(drawing: Drawing, page = 0): Promise<Drawn | null> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  if (!mayTouch(viewer, THE_COMPANY, "preview-dunning")) return null;
  const before = page * HOLDS_PER_PAGE;
  const { holds, total } = await standingHoldsPage(db, context.today, { from: before, length: HOLDS_PER_PAGE });
  const lines = [];
  for (const { code, name, reason, invoice, until, placedBy } of holds) {
    lines.push({ customer: { code, name }, reason, invoice, until, by: await nameOf(drawing, placedBy) });
  }
  const view = {
    pauses: await pauseLines(drawing),
    holds: lines,
    holdsTotal: total,
    page,
    before,
    mayPause: mayTouch(viewer, THE_COMPANY, "pause-dunning"),
    asOf: drawing.asOf,
  };
  return { card: stopsCard(view, drawing.words), customers: [] };
}

/** The pauses of today and of later, the setting first; `on` = those of one day alone. */
export async function pauseLines(
  drawing: Drawing,
  on: Day | null = null,
): Promise<readonly (PauseFacts & { readonly pause: number | null })[]> {
  const { context } = drawing;
  const setting = {
    scope: "company",
    name: null,
    from: null,
    until: null,
    reason: null,
    by: null,
    pause: null,
  } as const;
  const pauses = (await pausesFrom(context.store.db, on ?? context.today)).filter(
    ({ from }) => on === null || from <= on,
  );
  const lines = [];
  for (const pause of pauses) lines.push({ pause: pause.id, ...(await factsOf(drawing, pause)) });
  return context.settings.paused ? [setting, ...lines] : lines;
}

/** What a customer's card says of the pause over it; null = there is none today. */
export async function pauseOver(drawing: Drawing, whose: readonly Paused[]): Promise<string | null> {
  const { context, words } = drawing;
  const say = words.control.stops;
  if (context.settings.paused) {
    return say.paused({ scope: "company", name: null, from: null, until: null, reason: null, by: null });
  }
  const pauses = await pausesFrom(context.store.db, context.today);
  const over = whose.map((each) => pauseOf(pauses, each, context.today)).find((each) => each !== null);
  const pause = pauses.find(({ id }) => id === over?.id);
  return pause === undefined ? null : say.paused(await factsOf(drawing, pause));
}

/** The form that suspends reminders: finance's. */
export async function pauseFormFor({ context, viewer, words }: Drawing): Promise<Result<Form>> {
  if (!mayTouch(viewer, THE_COMPANY, "pause-dunning")) return refused({ why: "not-allowed" });
  const sellers = await sellerNames(context.store.db);
  const segments = await segmentsInUse(context.store.db, SEGMENTS_MAX);
  // Of one seller alone, "the company" says it.
  return done(pauseForm({ sellers: sellers.length > 1 ? sellers : [], segments }, words));
}

async function factsOf(drawing: Drawing, pause: RecordedPause): Promise<PauseFacts> {
  const { context } = drawing;
  const sellers = pause.scope === "seller" ? await sellerNames(context.store.db) : [];
  return {
    scope: pause.scope,
    name: sellers.find(({ code }) => code === pause.key)?.name ?? pause.key,
    from: pause.from > context.today ? pause.from : null,
    until: pause.until,
    reason: pause.reason,
    by: await nameOf(drawing, pause.placedBy),
  };
}
