import type { Actor } from "#domain/event.ts";
import { lockPass } from "#store/dunning-writes.ts";
import { appendEvent } from "#store/events.ts";
import { templatesOfPackage } from "#store/mail-templates.ts";
import {
  cancelAll,
  lockPackage,
  publishAll,
  scenariosOfPackage,
  wakeInvoices,
  type ScenarioPackage,
} from "#store/scenario-packages.ts";
import type { Db } from "#store/store.ts";
import { refuseCompanyAct } from "#usecases/allow.ts";
import { alreadyDone } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/**
 * Puts all of a package in force. What was sent stays as it was sent, and says by which version; what is planned for today
 * is written by the new one, and the next pass looks at every open invoice by the new days.
 */
export async function publishScenarios(
  context: Context,
  actor: Actor,
  input: { readonly package: number },
): Promise<Result<{ readonly package: number }>> {
  return decide(context, actor, input.package, async (tx, { id }) => {
    await publishAll(tx, id, actor, context.now);
    await wakeInvoices(tx, context.today, null);
    const scenarios = (await scenariosOfPackage(tx, id)).map(({ scenario, version }) => `${scenario.name} v${version}`);
    const templates = (await templatesOfPackage(tx, id)).map(
      ({ name, locale, version }) => `${name} ${locale} v${version}`,
    );
    await note(tx, context, actor, { published: id, scenarios, templates });
  });
}

/** Gives a draft up; its versions are kept, unused. */
export async function cancelScenarios(
  context: Context,
  actor: Actor,
  input: { readonly package: number },
): Promise<Result<{ readonly package: number }>> {
  return decide(context, actor, input.package, async (tx, { id }) => {
    await cancelAll(tx, id, context.now);
    await note(tx, context, actor, { cancelled: id });
  });
}

async function decide(
  context: Context,
  actor: Actor,
  id: number,
  write: (tx: Db, draft: ScenarioPackage) => Promise<void>,
): Promise<Result<{ readonly package: number }>> {
  return context.store.db.transaction(async (tx) => {
    const refusal = await refuseCompanyAct(tx, actor, "change-settings");
    if (refusal !== null) return refused(refusal);
    await lockPass(tx);
    const draft = await lockPackage(tx, id);
    if (draft === null || draft.cancelledAt !== null) return refused({ why: "gone" });
    if (draft.publishedAt !== null) {
      return alreadyDone(tx, { actor: draft.publishedBy ?? { is: "system" }, at: draft.publishedAt }, context.now);
    }
    await write(tx, draft);
    return done({ package: id });
  });
}

async function note(tx: Db, context: Context, actor: Actor, data: Readonly<Record<string, unknown>>): Promise<void> {
  await appendEvent(tx, {
    at: context.now,
    kind: "setting-changed",
    actor,
    customer: null,
    data: { name: "scenarios", ...data },
  });
}
