import { addWorkingDays } from "#domain/calendar.ts";
import type { MailTemplate } from "#domain/mail-template.ts";
import { ROLES } from "#domain/person.ts";
import type { FileReason } from "#domain/scenario-file-fault.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import { lintScenarios, type Finding, type LintFacts } from "#domain/scenario-lint.ts";
import type { RecipientRole, Scenario } from "#domain/scenario.ts";
import { readScenarioFile, type ScenarioFile } from "#imports/scenario-file.ts";
import { loadDunningFacts } from "#store/dunning-facts.ts";
import { templatesInForce } from "#store/mail-templates.ts";
import { activePeople } from "#store/people.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Context } from "#usecases/context.ts";
import { factsScope } from "#usecases/dunning/dunning-scope.ts";

/** What there is to say of a file of scenarios before it is used. */
export type CheckedScenarios =
  | { readonly is: "unreadable"; readonly reasons: readonly FileReason[] }
  | { readonly is: "read"; readonly file: ScenarioFile; readonly findings: readonly LinedFinding[] };

/** A finding with the line of the file that it is about. */
export type LinedFinding = Finding & { readonly line: number | null };

/** Reads a file and lints what it would change; changes nothing. */
export async function checkScenarioFile(context: Context, text: string): Promise<CheckedScenarios> {
  const read = readScenarioFile(text);
  if (!read.ok) return { is: "unreadable", reasons: read.reasons };
  const findings = await findingsOf(context, read.file.scenarios, read.file.templates);
  return { is: "read", file: read.file, findings: findings.map((each) => ({ ...each, line: read.lineOf(each) })) };
}

/** What there is to say of scenarios and wordings, should they replace those of the same names. */
export async function findingsOf(
  context: Context,
  scenarios: readonly Scenario[],
  templates: readonly MailTemplate[],
): Promise<readonly Finding[]> {
  return lintScenarios(scenarios, templates, await lintFacts(context, scenarios));
}

/** Those in force with some replaced, and new ones beside them. */
export function withReplaced(inForce: readonly Scenario[], by: readonly Scenario[]): readonly Scenario[] {
  const names = new Set(by.map(({ name }) => name));
  return [...inForce.filter(({ name }) => !names.has(name)), ...by];
}

async function lintFacts(context: Context, scenarios: readonly Scenario[]): Promise<LintFacts> {
  const { db } = context.store;
  const people = await activePeople(db);
  return {
    interval: context.settings.reminderIntervalDays,
    staffed: ROLES.filter((role) => people.some((person) => person.roles.includes(role))),
    templates: (await templatesInForce(db)).map(({ name }) => name),
    withoutContact: scenarios.some(namesRoles) ? await missingContacts(context, scenarios) : () => 0,
  };
}

function namesRoles({ steps }: Scenario): boolean {
  return steps.some(({ recipients: { to, cc, bcc } }) => [...to, ...cc, ...bcc].some((role) => role !== "billing"));
}

/** Among the customers who owe something, by the scenario that would be theirs. */
async function missingContacts(context: Context, scenarios: readonly Scenario[]): Promise<LintFacts["withoutContact"]> {
  const { db } = context.store;
  const all = withReplaced((await scenariosInForce(db)).scenarios, scenarios);
  const day = addWorkingDays(context.today, 1);
  const scope = factsScope(context, { scenarios: all, payers: null, forgetPlanned: true, day });
  const { debtors } = await loadDunningFacts(db, scope);
  const lacks = (debtor: (typeof debtors)[number], role: RecipientRole) =>
    (role === "billing" ? debtor.recipients : (debtor.addresses[role] ?? [])).length === 0;
  return (scenario, role) => {
    const kind = scenario.audience.invoices === "deposits" ? "deposit" : "invoice";
    return debtors.filter((debtor) => scenarioFor(all, debtor, kind).name === scenario.name && lacks(debtor, role))
      .length;
  };
}
