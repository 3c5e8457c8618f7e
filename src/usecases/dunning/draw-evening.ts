import { eveningCard, type EveningView } from "#cards/evening.ts";
import type { Day } from "#domain/calendar.ts";
import type { DayPlan } from "#domain/dunning-plan.ts";
import { pauseOf } from "#domain/pause.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import { pausesFrom } from "#store/pauses.ts";
import { namesOfCustomers } from "#store/reminder-mail.ts";
import type { Context } from "#usecases/context.ts";
import { byCurrency, type Drawing, type Drawn, nameOf } from "#usecases/delivery/drawing.ts";
import { planFor } from "#usecases/dunning/preview-dunning.ts";

const LARGEST_MAX = 3;

/** What leaves on a day to come, as it is by now: less is left of it when it was suspended, paid or promised since. */
export async function drawEvening(drawing: Drawing, day: Day): Promise<Drawn | null> {
  if (!mayTouch(drawing.viewer, THE_COMPANY, "preview-dunning")) return null;
  const view: EveningView = {
    day,
    state: await stateOf(drawing, day),
    mayPause: mayTouch(drawing.viewer, THE_COMPANY, "pause-dunning"),
    asOf: drawing.asOf,
  };
  return { card: eveningCard(view, drawing.words), customers: [] };
}

/** What really leaves on a day: nothing of sellers that are not live. */
export async function leavingOn(context: Context, day: Day): Promise<DayPlan> {
  const { plan } = await planFor(context, day);
  return {
    ...plan,
    messages: plan.messages.filter(({ held }) => held === null),
    asks: plan.asks.filter(({ held }) => held === null),
  };
}

async function stateOf(drawing: Drawing, day: Day): Promise<EveningView["state"]> {
  const { context } = drawing;
  const { db } = context.store;
  if (day < context.today) return { is: "past" };
  const pauses = await pausesFrom(db, day);
  const companies = pauses.filter(({ scope }) => scope === "company");
  const over = pauseOf(companies, { seller: "", segment: null }, day);
  if (over !== null || context.settings.paused) {
    const pause = pauses.find(({ id }) => id === over?.id);
    return {
      is: "suspended",
      pause: pause?.id ?? null,
      by: pause === undefined ? null : await nameOf(drawing, pause.placedBy),
    };
  }
  const { messages, asks } = await leavingOn(context, day);
  if (messages.length === 0) return { is: "nothing" };
  const largest = messages
    .toSorted((a, b) => (a.total < b.total ? 1 : a.total > b.total ? -1 : 0))
    .slice(0, LARGEST_MAX);
  const names = await namesOfCustomers(
    db,
    largest.map(({ payer }) => payer),
  );
  return {
    is: "leaves",
    messages: messages.length,
    customers: new Set(messages.map(({ payer }) => payer)).size,
    totals: byCurrency(messages.map(({ total, currency }) => ({ minor: total, currency }))),
    asks: asks.length,
    largest: largest.map(({ payer, total, currency }) => ({
      customer: { code: payer, name: names.get(payer) ?? payer },
      total: { minor: total, currency },
    })),
  };
}
