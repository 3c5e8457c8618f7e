import { missingContacts, nameContactRoles, type MissingContact } from "#domain/missing-contacts.ts";
import { loadDunningFacts } from "#store/dunning-facts.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Context } from "#usecases/context.ts";
import { factsScope } from "#usecases/dunning/dunning-scope.ts";

/** Whom finance should find, as of today; costs nothing while no scenario in force names a role. */
export async function contactsToFind(context: Context): Promise<readonly MissingContact[]> {
  const { db } = context.store;
  const { scenarios } = await scenariosInForce(db);
  if (!nameContactRoles(scenarios)) return [];
  const facts = await loadDunningFacts(db, factsScope(context, { scenarios, payers: null, forgetPlanned: true }));
  return missingContacts(facts, context.today);
}
