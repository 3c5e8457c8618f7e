import type { Action } from "#cards/action.ts";
import type { Form } from "#cards/card.ts";
import { chooseScenarioForm, scenarioDayForm, templateForm } from "#cards/forms/scenario-forms.ts";
import { payersOf } from "#store/families.ts";
import { chosenScenario } from "#store/scenario-packages.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import { keepsScenarios } from "#usecases/scenarios/draw-scenarios.ts";
import type { Drawing } from "#usecases/delivery/drawing.ts";
import { wordingToEdit } from "#usecases/scenarios/preview-template.ts";
import { done, refused, type Result } from "#usecases/result.ts";

type OpenForm = Extract<Action, { do: "open-form" }>;

/** The form of one step: its day, or its wording in one language, as they are now. Finance's. */
export async function scenarioFormFor(drawing: Drawing, action: OpenForm): Promise<Result<Form>> {
  const { context, viewer, words } = drawing;
  if (!keepsScenarios(viewer)) return refused({ why: "not-allowed" });
  const { scenarios } = await scenariosInForce(context.store.db);
  const scenario = scenarios.find(({ name }) => name === action.scenario);
  const step = scenario?.steps.find(({ name }) => name === action.step);
  if (scenario === undefined || step === undefined) return refused({ why: "gone" });
  const about = { scenario: scenario.name, step: step.name };
  if (action.form === "scenario-day") return done(scenarioDayForm({ ...about, offset: step.offset }, words));
  const locale = action.locale ?? viewer.locale;
  const text = await wordingToEdit(context, { name: step.template, locale, sender: null });
  return done(templateForm({ ...about, locale, ...(text ?? { subject: "", body: "" }) }, words));
}

/** The scenarios a customer may follow, with the one that was chosen for who pays. */
export async function chooseScenarioFormFor(
  { context, words }: Drawing,
  { customer, name }: { readonly customer: string; readonly name: string },
): Promise<Result<Form>> {
  const { db } = context.store;
  const { scenarios } = await scenariosInForce(db);
  const names = scenarios.filter(({ audience }) => audience.invoices === "all").map((scenario) => scenario.name);
  const chosen = await chosenScenario(db, (await payersOf(db, [customer]))[0] ?? customer);
  return done(
    chooseScenarioForm(
      {
        customer,
        name,
        scenarios: names.toSorted(),
        chosen: chosen !== null && names.includes(chosen) ? chosen : null,
      },
      words,
    ),
  );
}
