import { CONTACT_ROLES, type ContactRole } from "./customer.ts";
import type { Day } from "./calendar.ts";
import type { DunnedInvoice, DunningFacts } from "./dunning-facts.ts";
import { ownStop } from "./dunning-stops.ts";
import { plannedStep } from "./planned-step.ts";
import { scenarioFor } from "./scenario-choice.ts";
import { recipientsOf } from "./scenario-recipients.ts";
import type { Scenario } from "./scenario.ts";

/** People of a customer that its scenario writes to by role, and whom nobody named (D6). */
export interface MissingContact {
  readonly payer: string;
  readonly roles: readonly ContactRole[];
  /** The late invoices whose last or next step names them. */
  readonly invoices: readonly DunnedInvoice[];
}

/** Whether any step is for somebody beside the billing contacts: else nobody can be missing. */
export function nameContactRoles(scenarios: readonly Scenario[]): boolean {
  return scenarios.some(({ steps }) =>
    steps.some(({ recipients: { to, cc } }) =>
      [...to, ...cc].some((role) => role !== "billing" && isContactRole(role)),
    ),
  );
}

/**
 * Who is to be found: by paying customer, the roles of late invoices that nothing stops. A state and no event, so it is said
 * once for as long as it lasts. Without any address there is a task already: "who should we write to?".
 */
export function missingContacts(facts: DunningFacts, day: Day): readonly MissingContact[] {
  const byPayer = Map.groupBy(facts.invoices, ({ payer }) => payer);
  return facts.debtors.flatMap((debtor): readonly MissingContact[] => {
    if (debtor.recipients.length === 0) return [];
    const lacking = (byPayer.get(debtor.code) ?? [])
      .filter((invoice) => invoice.due < day && ownStop(invoice) === null)
      .map((invoice) => {
        const scenario = scenarioFor(facts.scenarios, debtor, invoice.kind);
        const next = plannedStep(scenario, invoice, debtor, day)?.step;
        const named = scenario.steps.filter(({ name }) => name === invoice.step || name === next);
        const roles = named.flatMap(
          ({ recipients }) => recipientsOf(recipients, debtor.recipients, debtor.addresses).missing,
        );
        return { invoice, roles: roles.filter(isContactRole) };
      })
      .filter(({ roles }) => roles.length > 0);
    if (lacking.length === 0) return [];
    const roles = [...new Set(lacking.flatMap((each) => each.roles))];
    return [{ payer: debtor.code, roles, invoices: lacking.map(({ invoice }) => invoice) }];
  });
}

function isContactRole(role: string): role is ContactRole {
  return CONTACT_ROLES.some((each) => each === role);
}
