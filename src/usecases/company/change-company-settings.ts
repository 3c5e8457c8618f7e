import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { Actor } from "#domain/event.ts";
import type { Settings } from "#domain/settings.ts";
import { appendEvent } from "#store/events.ts";
import { personById } from "#store/people.ts";
import { saveSetting } from "#store/settings.ts";
import type { Context } from "#usecases/context.ts";
import { pauseCompany } from "#usecases/stops/pause-company.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** One of the company's choices, with a value that was checked. */
export type SettingChange = {
  readonly [Name in keyof Settings]: { readonly name: Name; readonly value: Settings[Name] };
}[keyof Settings];

/** Keeps one of the company's choices, and who made it. People need finance's right; the command line has it. */
export async function changeCompanySettings(
  context: Context,
  actor: Actor,
  change: SettingChange,
): Promise<Result<null>> {
  return context.store.db.transaction(async (tx) => {
    const person = actor.is === "person" ? await personById(tx, actor.id) : null;
    if (actor.is === "person" && !mayTouch(person, THE_COMPANY, "change-settings"))
      return refused({ why: "not-allowed" });
    if (change.name === "paused") await pauseCompany(tx, context, actor, change.value);
    else await saveSetting(tx, change.name, change.value, context.now);
    await appendEvent(tx, {
      at: context.now,
      kind: "setting-changed",
      actor,
      customer: null,
      data: { name: change.name, value: change.value },
    });
    return done(null);
  });
}
