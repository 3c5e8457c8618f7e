import type { Actor } from "#domain/event.ts";
import type { Locale } from "#domain/person.ts";
import { isStepName } from "#domain/scenario.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Context } from "#usecases/context.ts";
import { handInScenarios, type HandedIn } from "#usecases/scenarios/hand-in-scenarios.ts";
import { refused, type Result } from "#usecases/result.ts";

/** One step of a scenario on another day: a draft, tried out before it is published. */
export async function changeStepDay(
  context: Context,
  actor: Actor,
  input: { readonly scenario: string; readonly step: string; readonly typed: string },
): Promise<Result<HandedIn>> {
  const { scenarios } = await scenariosInForce(context.store.db);
  const scenario = scenarios.find(({ name }) => name === input.scenario);
  if (scenario === undefined || !isStepName(input.step)) return refused({ why: "gone" });
  const offset = /^[+-]?\d{1,4}$/.test(input.typed.trim()) ? Number(input.typed.trim()) : null;
  if (offset === null) return refused({ why: "not-a-number", typed: input.typed });
  const steps = scenario.steps.map((step) => (step.name === input.step ? { ...step, offset } : step));
  return handInScenarios(context, actor, { scenarios: [{ ...scenario, steps }], templates: [], source: null });
}

/** The wording of a step in one language, everybody's: a draft too. */
export async function changeWording(
  context: Context,
  actor: Actor,
  input: {
    readonly scenario: string;
    readonly step: string;
    readonly locale: Locale;
    readonly subject: string;
    readonly body: string;
  },
): Promise<Result<HandedIn>> {
  const { locale, subject, body } = input;
  const template = await templateOf(context, input);
  if (template === null) return refused({ why: "gone" });
  const templates = [{ name: template, locale, sender: null, subject, body }];
  return handInScenarios(context, actor, { scenarios: [], templates, source: null });
}

/** The name of the wording that a step of a scenario in force has; null = no such step. */
export async function templateOf(
  context: Context,
  { scenario, step }: { readonly scenario: string; readonly step: string },
): Promise<string | null> {
  const { scenarios } = await scenariosInForce(context.store.db);
  const steps = scenarios.find(({ name }) => name === scenario)?.steps ?? [];
  return steps.find(({ name }) => name === step)?.template ?? null;
}
