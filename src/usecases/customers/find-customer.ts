import { pickName, rankNames, type NameCandidate, type NamePick } from "#domain/fuzzy-name.ts";
import { mayTouch } from "#domain/permission.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { customerNames, customersInvoiced, sellerNames } from "#store/customer-names.ts";
import { activePeople, ownershipOf } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";

/** Enough to find what is meant among the names that resemble it; more would be no answer. */
const LOOKED_AT_MAX = 200;
/** Sellers number for themselves, so that one number may be several customers': as many as are offered. */
const NUMBERED_ALIKE_MAX = 5;

/**
 * The customer that a person means by what they typed: by the exact number of an invoice, by code, or by name without
 * accents and with a slip or two. Only customers this person may see are found, so that a guess tells nothing.
 */
export async function findCustomer(context: Context, person: Person, typed: string): Promise<NamePick> {
  const { db } = context.store;
  const alike = rankNames(typed, await customerNames(db))
    .slice(0, LOOKED_AT_MAX)
    .map(({ candidate }) => candidate);
  const picked = pickName(typed, await visible(context, person, alike));
  // A code is as exact as a number, and says more.
  if (picked.is === "one" && picked.how === "code") return picked;
  const [first, ...others] = await visible(context, person, await customersInvoiced(db, typed));
  if (first === undefined) return picked;
  if (others.length > 0) return { is: "several", matches: [first, ...others].slice(0, NUMBERED_ALIKE_MAX) };
  return { is: "one", candidate: first, how: "code" };
}

async function visible(
  context: Context,
  person: Person,
  candidates: readonly NameCandidate[],
): Promise<readonly NameCandidate[]> {
  const codes = candidates.map(({ code }) => code);
  const owners = await ownershipOf(context.store.db, codes);
  return candidates.filter(({ code }) => {
    const owner = owners.get(code);
    return owner !== undefined && mayTouch(person, owner, "see-customer");
  });
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
