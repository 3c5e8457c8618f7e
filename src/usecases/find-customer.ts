import { pickName, rankNames, type NamePick } from "#domain/fuzzy-name.ts";
import { mayTouch } from "#domain/permission.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { customerNames, sellerNames } from "#store/customer-names.ts";
import { activePeople, ownershipOf } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";

/** Enough to find what is meant among the names that resemble it; more would be no answer. */
const LOOKED_AT_MAX = 200;

/**
 * The customer that a person means by what they typed: by code or by name, without accents, with a slip or two. Only
 * customers this person may see are found, so that a guess tells nothing.
 */
export async function findCustomer(context: Context, person: Person, typed: string): Promise<NamePick> {
  const { db } = context.store;
  const alike = rankNames(typed, await customerNames(db))
    .slice(0, LOOKED_AT_MAX)
    .map(({ candidate }) => candidate);
  const owners = await ownershipOf(
    db,
    alike.map(({ code }) => code),
  );
  const seen = alike.filter(({ code }) => {
    const owner = owners.get(code);
    return owner !== undefined && mayTouch(person, owner, "see-customer");
  });
  return pickName(typed, seen);
}

/** The colleague meant, by name; the code is the person's id. Whether their figures may be seen is decided later. */
export async function findRep(context: Context, typed: string): Promise<NamePick> {
  const reps = (await activePeople(context.store.db)).filter((person) => hasRole(person, "rep", "manager"));
  return pickName(
    typed,
    reps.map(({ id, name }) => ({ code: String(id), name })),
  );
}

/** The company of the group meant, by code or name. */
export async function findSeller(context: Context, typed: string): Promise<NamePick> {
  return pickName(typed, await sellerNames(context.store.db));
}
