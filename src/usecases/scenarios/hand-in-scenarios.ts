import type { Actor } from "#domain/event.ts";
import type { MailTemplate } from "#domain/mail-template.ts";
import { hasErrors, type Finding } from "#domain/scenario-lint.ts";
import type { Scenario } from "#domain/scenario.ts";
import { lockPass } from "#store/dunning-writes.ts";
import { insertTemplate, templatesInForce } from "#store/mail-templates.ts";
import { insertPackage } from "#store/scenario-packages.ts";
import { ensureScenarios, insertScenario } from "#store/scenarios.ts";
import { refuseCompanyAct } from "#usecases/allow.ts";
import { findingsOf } from "#usecases/scenarios/check-scenarios.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface HandedIn {
  /** Null = nothing is different from what is in force, so nothing was kept. */
  readonly package: number | null;
  readonly scenarios: readonly string[];
  readonly templates: readonly string[];
  readonly findings: readonly Finding[];
}

export interface ToHandIn {
  readonly scenarios: readonly Scenario[];
  readonly templates: readonly MailTemplate[];
  /** The file's name; null = a form. */
  readonly source: string | null;
}

/**
 * Keeps what is different from what is in force as new versions, drafts until they are published. Refused when there is an
 * error to mend: its sentence is the refusal's.
 */
export async function handInScenarios(context: Context, actor: Actor, input: ToHandIn): Promise<Result<HandedIn>> {
  const refusal = await refuseCompanyAct(context.store.db, actor, "change-settings");
  if (refusal !== null) return refused(refusal);
  const findings = await findingsOf(context, input.scenarios, input.templates);
  const [error] = findings;
  if (error !== undefined && hasErrors(findings)) return refused({ why: "scenario-wrong", finding: error });
  return context.store.db.transaction(async (tx) => {
    await lockPass(tx);
    const { scenarios: current } = await ensureScenarios(tx, context.now);
    const own = await templatesInForce(tx);
    const scenarios = input.scenarios.filter((scenario) => !current.some((known) => isSame(known, scenario)));
    const templates = input.templates.filter((template) => !own.some((known) => isSameText(known, template)));
    const said = {
      scenarios: scenarios.map(({ name }) => name),
      templates: [...new Set(templates.map(({ name, locale }) => `${name} (${locale})`))],
      findings,
    };
    if (scenarios.length + templates.length === 0) return done({ package: null, ...said });
    const id = await insertPackage(tx, { createdAt: context.now, createdBy: actor, source: input.source });
    for (const scenario of scenarios) await insertScenario(tx, scenario, { publishedAt: null, packageId: id });
    for (const template of templates) await insertTemplate(tx, template, id);
    return done({ package: id, ...said });
  });
}

function isSame(a: Scenario, b: Scenario): boolean {
  return canonical(a) === canonical(b);
}

function isSameText(a: MailTemplate, b: MailTemplate): boolean {
  const key = ({ name, locale, sender, subject, body }: MailTemplate) =>
    JSON.stringify([name, locale, sender, subject, body]);
  return key(a) === key(b);
}

/** The same whatever the order in which the fields of an object were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === "bigint") return each.toString();
    if (typeof each !== "object" || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
