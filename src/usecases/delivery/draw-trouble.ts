import { isTrouble, troubleCard, type TroubleView } from "#cards/trouble.ts";
import { dayIn, daysBetween, workingDaysBetween } from "#domain/calendar.ts";
import { hasRole } from "#domain/person.ts";
import { health } from "#store/health.ts";
import type { Context } from "#usecases/context.ts";
import { peopleOutOfReach, readersByMail } from "#usecases/people/readers-by-mail.ts";
import { type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";

/** What an administrator may have to mend, to administrators only. */
export async function drawTrouble(drawing: Drawing): Promise<Drawn | null> {
  if (!hasRole(drawing.viewer, "admin")) return null;
  const view = { ...(await troubleOf(drawing.context)), asOf: drawing.asOf };
  return { card: troubleCard(view, drawing.words), customers: [] };
}

/** Whether an administrator should be told of anything. */
export async function anyTrouble(context: Context): Promise<boolean> {
  const asOf = { now: context.now, timeZone: context.timeZone, today: context.today };
  return isTrouble({ ...(await troubleOf(context)), asOf });
}

async function troubleOf(context: Context): Promise<Omit<TroubleView, "asOf">> {
  const { db } = context.store;
  const seen = await health(db);
  const live = seen.sellers.filter(({ wentLiveOn }) => wentLiveOn !== null && wentLiveOn <= context.today);
  const stale = live.flatMap(({ code, importedAt }) => {
    const heard = importedAt === null ? null : dayIn(importedAt, context.timeZone);
    const old =
      heard === null || (context.staleAfter !== null && workingDaysBetween(heard, context.today) > context.staleAfter);
    return old ? [{ seller: code, days: heard === null ? null : daysBetween(heard, context.today) }] : [];
  });
  return {
    dead: seen.outbox["dead"] ?? 0,
    unknown: seen.outbox["unknown"] ?? 0,
    unreachable: (await peopleOutOfReach(context)).map(({ name }) => name),
    byMail: (await readersByMail(context)).map(({ name }) => name),
    stale,
  };
}
