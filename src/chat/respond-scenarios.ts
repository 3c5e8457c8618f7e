import type { Action } from "#cards/action.ts";
import { USUAL_SCENARIO } from "#cards/forms/scenario-forms.ts";
import type { ActionTable, ScenarioAction } from "#chat/action-table.ts";
import { actorOf, refuse, refusalSentence, show, shownAfter, type Asked } from "#chat/asked.ts";
import { answered, missing } from "#chat/form-reply.ts";
import { choiceOf, codeOf, textOf } from "#chat/form-values.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { folded } from "#chat/typed-words.ts";
import type { NameCandidate } from "#domain/fuzzy-name.ts";
import { PAYER_PROFILES } from "#domain/payer-profile.ts";
import { LOCALES } from "#domain/person.ts";
import { changeStepDay, changeWording } from "#usecases/scenarios/change-scenario.ts";
import { chooseScenario } from "#usecases/scenarios/choose-scenario.ts";
import { keepsScenarios } from "#usecases/scenarios/draw-scenarios.ts";
import type { HandedIn } from "#usecases/scenarios/hand-in-scenarios.ts";
import { wordsFor } from "#i18n/words.ts";
import { listScenarios } from "#usecases/scenarios/list-scenarios.ts";
import { decideProfile, proposeProfile } from "#usecases/scenarios/propose-profile.ts";
import { cancelScenarios, publishScenarios } from "#usecases/scenarios/publish-scenarios.ts";
import { refused, type Result } from "#usecases/result.ts";
import { rollBackScenario } from "#usecases/scenarios/roll-back-scenario.ts";

/** Finance's buttons, and those on a rep's proposal: each shows what came of it. */
export const SCENARIOS: Pick<ActionTable, ScenarioAction> = {
  "show-scenarios": (asked) => finances(asked, () => show(asked, { show: "scenarios" })),
  "show-scenario": (asked, { scenario }) => finances(asked, () => show(asked, { show: "scenario", scenario })),
  "show-scenario-draft": (asked, { package: id }) =>
    finances(asked, () => show(asked, { show: "scenario-package", package: id })),
  "publish-scenarios": async (asked, input) =>
    packageAfter(asked, await publishScenarios(asked.context, actorOf(asked), input)),
  "cancel-scenarios": async (asked, input) =>
    packageAfter(asked, await cancelScenarios(asked.context, actorOf(asked), input)),
  "roll-back-scenario": async (asked, { scenario }) => {
    const back = await rollBackScenario(asked.context, actorOf(asked), { name: scenario });
    return back.ok ? show(asked, { show: "scenario", scenario }) : refuse(asked, back.refusal);
  },
  "choose-scenario": async (asked, { customer, scenario }) =>
    shownAfter(asked, await chooseScenario(asked.context, actorOf(asked), { customer, scenario: chosen(scenario) })),
  "confirm-profile": async (asked, { proposal }) =>
    shownAfter(asked, await decideProfile(asked.context, actorOf(asked), { proposal, decision: "confirmed" })),
  "refuse-profile": async (asked, { proposal }) =>
    shownAfter(asked, await decideProfile(asked.context, actorOf(asked), { proposal, decision: "refused" })),
};

type ScenarioForm = "scenario-day" | "template-text" | "choose-scenario" | "payer-profile";

/** What comes back of the forms; a day or a wording becomes a draft, tried out before it is published. */
export const SCENARIO_FORMS: Readonly<Record<ScenarioForm, (asked: Asked, answer: FormAnswer) => Promise<Reply>>> = {
  "scenario-day": async (asked, answer) => {
    const typed = textOf(answer, "offset");
    if (typed === undefined) return missing(asked, "offset");
    const about = { scenario: codeOf(answer, "scenario") ?? "", step: codeOf(answer, "step") ?? "" };
    return drafted(asked, await changeStepDay(asked.context, actorOf(asked), { ...about, typed }), "offset");
  },
  "template-text": async (asked, answer) => {
    const subject = textOf(answer, "subject");
    const body = textOf(answer, "body");
    if (subject === undefined) return missing(asked, "subject");
    if (body === undefined) return missing(asked, "body");
    const locale = LOCALES.find((known) => known === codeOf(answer, "locale"));
    if (locale === undefined) return refuse(asked, { why: "gone" });
    const about = { scenario: codeOf(answer, "scenario") ?? "", step: codeOf(answer, "step") ?? "", locale };
    return drafted(asked, await changeWording(asked.context, actorOf(asked), { ...about, subject, body }), "body");
  },
  "choose-scenario": async (asked, answer) => {
    const scenario = textOf(answer, "scenario");
    if (scenario === undefined) return missing(asked, "scenario");
    const input = { customer: codeOf(answer, "customer") ?? "", scenario: chosen(scenario) };
    return answered(asked, await chooseScenario(asked.context, actorOf(asked), input), {
      "unknown-scenario": "scenario",
    });
  },
  "payer-profile": async (asked, answer) => {
    const profile = choiceOf(answer, "profile", PAYER_PROFILES);
    if (profile === undefined) return missing(asked, "profile");
    const input = { customer: codeOf(answer, "customer") ?? "", profile };
    return answered(asked, await proposeProfile(asked.context, actorOf(asked), input), {
      "no-scenario-for-profile": "profile",
    });
  },
};

const USUAL_WORDS: ReadonlySet<string> = new Set(["habituel", "usual"]);

type WithCustomer = (asked: Asked, who: string, action: (customer: NameCandidate) => Action) => Promise<Reply>;

/** `/scenarios`, `/scenario prudent`, `/scenario garnier prudent`, `/scenario garnier`. */
export async function scenariosTyped(asked: Asked, words: string, withCustomer: WithCustomer): Promise<Reply> {
  if (words === "") return SCENARIOS["show-scenarios"](asked, { do: "show-scenarios" });
  if (!keepsScenarios(asked.person)) return refuse(asked, { why: "not-allowed" });
  const names = (await listScenarios(asked.context)).scenarios.map(({ scenario }) => scenario.name);
  const named = (typed: string) =>
    USUAL_WORDS.has(folded(typed))
      ? USUAL_SCENARIO
      : (names.find((name) => folded(name) === folded(typed)) ?? names.find((name) => isCalled(name, typed)));
  const whole = named(words);
  if (whole !== undefined && whole !== USUAL_SCENARIO) return show(asked, { show: "scenario", scenario: whole });
  const [, who = "", last = ""] = /^(.*)\s(\S+)$/su.exec(words) ?? [];
  const scenario = named(last);
  return scenario === undefined
    ? withCustomer(asked, words, ({ code }) => ({ do: "open-form", form: "choose-scenario", customer: code }))
    : withCustomer(asked, who, ({ code }) => ({ do: "choose-scenario", customer: code, scenario }));
}

/** Whether people read that name for a scenario, in either language. */
function isCalled(scenario: string, typed: string): boolean {
  return LOCALES.some((locale) => folded(wordsFor(locale).scenarios.name(scenario)) === folded(typed));
}

function chosen(scenario: string): string | null {
  return scenario === USUAL_SCENARIO ? null : scenario;
}

async function finances(asked: Asked, act: () => Promise<Reply>): Promise<Reply> {
  return keepsScenarios(asked.person) ? act() : refuse(asked, { why: "not-allowed" });
}

async function packageAfter(asked: Asked, result: Result<{ readonly package: number }>): Promise<Reply> {
  return result.ok
    ? show(asked, { show: "scenario-package", package: result.value.package })
    : refuse(asked, result.refusal);
}

/** The draft's card; what is wrong is told under the field. */
async function drafted(asked: Asked, result: Result<HandedIn>, field: string): Promise<Reply> {
  const kept: Result<HandedIn> =
    result.ok && result.value.package === null ? refused({ why: "nothing-changed" }) : result;
  if (kept.ok) return show(asked, { show: "scenario-package", package: kept.value.package ?? 0 });
  const { refusal } = kept;
  const isMendable = ["scenario-wrong", "not-a-number", "nothing-changed"].includes(refusal.why);
  return isMendable ? { is: "mend", fields: { [field]: refusalSentence(asked, refusal) } } : refuse(asked, refusal);
}
