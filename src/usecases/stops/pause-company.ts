import { dayIn } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { wordsFor } from "#i18n/words.ts";
import { insertPause, setPauseEnded } from "#store/pauses.ts";
import { saveSetting, settingTrueSince } from "#store/settings.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

/**
 * Stops every message by the setting, or lets them go again, in the caller's transaction. What the setting stopped is kept as
 * a pause that is over, so that each invoice goes on with its next step instead of catching up. Twice is once.
 * Its reason is in the company's language, since people may read it.
 */
export async function pauseCompany(tx: Db, context: Context, actor: Actor, paused: boolean): Promise<void> {
  const since = await settingTrueSince(tx, "paused");
  if (paused === (since !== null)) return;
  await saveSetting(tx, "paused", paused, context.now);
  if (since === null) return;
  const from = dayIn(since, context.timeZone);
  const reason = wordsFor(context.locale).control.stops.bySetting;
  const pause = { scope: "company", key: null, from, until: null, reason, placedBy: actor } as const;
  const id = await insertPause(tx, pause, context.now);
  await setPauseEnded(tx, id, context.today > from ? context.today : from);
}
