import type { Actor } from "#domain/event.ts";
import { isShippedTemplate, type MailTemplate } from "#domain/mail-template.ts";
import { templateWordsFor } from "#i18n/mail/words.ts";
import { templateBefore, templatesInForce } from "#store/mail-templates.ts";
import { ensureScenarios, scenariosInForce, versionsOf } from "#store/scenarios.ts";
import { refuseCompanyAct } from "#usecases/allow.ts";
import type { Context } from "#usecases/context.ts";
import { handInScenarios } from "#usecases/scenarios/hand-in-scenarios.ts";
import { publishScenarios } from "#usecases/scenarios/publish-scenarios.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface RolledBack {
  readonly name: string;
  /** The version whose days and wordings hold again, as a new version of its own. */
  readonly from: number;
}

/** Brings the wording before the present one back: finance's own of before, else the shipped text. */
export async function rollBackWording(
  context: Context,
  actor: Actor,
  wanted: Pick<MailTemplate, "name" | "locale" | "sender">,
): Promise<Result<{ readonly version: number | null }>> {
  const { db } = context.store;
  const { name, locale, sender } = wanted;
  const now = (await templatesInForce(db)).find(
    (template) => template.name === name && template.locale === locale && template.sender === sender,
  );
  const shipped = isShippedTemplate(name) && sender === null ? templateWordsFor(locale).shipped[name] : null;
  const own = now === undefined ? null : await templateBefore(db, now);
  const before = now === undefined ? null : (own ?? shipped);
  if (before === null) return refused({ why: "no-earlier-version", name });
  const templates = [{ name, locale, sender, subject: before.subject, body: before.body }];
  const kept = await handInScenarios(context, actor, { scenarios: [], templates, source: null });
  if (!kept.ok) return kept;
  const published =
    kept.value.package === null ? null : await publishScenarios(context, actor, { package: kept.value.package });
  if (published !== null && !published.ok) return published;
  return done({ version: own?.version ?? null });
}

/** Brings an earlier version of a scenario back: the one published before the present one, unless another is named. */
export async function rollBackScenario(
  context: Context,
  actor: Actor,
  input: { readonly name: string; readonly version?: number | undefined },
): Promise<Result<RolledBack>> {
  const { db } = context.store;
  const refusal = await refuseCompanyAct(db, actor, "change-settings");
  if (refusal !== null) return refused(refusal);
  await db.transaction((tx) => ensureScenarios(tx, context.now));
  const current = (await scenariosInForce(db)).ids.get(input.name);
  const versions = await versionsOf(db, input.name);
  if (current === undefined) return refused({ why: "unknown-scenario", typed: input.name });
  const now = versions.find(({ id }) => id === current);
  const meant = versions.find(({ id, version, publishedAt }) =>
    input.version === undefined
      ? id !== current && publishedAt !== null && version < (now?.version ?? 0)
      : version === input.version && publishedAt !== null,
  );
  if (meant === undefined) return refused({ why: "no-earlier-version", name: input.name });
  const kept = await handInScenarios(context, actor, { scenarios: [meant.scenario], templates: [], source: null });
  if (!kept.ok) return kept;
  if (kept.value.package !== null) {
    const published = await publishScenarios(context, actor, { package: kept.value.package });
    if (!published.ok) return published;
  }
  return done({ name: input.name, from: meant.version });
}
