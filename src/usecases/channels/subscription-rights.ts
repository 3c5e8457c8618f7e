import { maySubscribe, THE_COMPANY } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { readScopeKey, type ReportScope } from "#domain/report-scope.ts";
import type { Refusal } from "#domain/refusal.ts";
import { REPS_MIN, type Subscription } from "#domain/subscription.ts";
import { activePeople, ownershipOfPerson } from "#store/people.ts";
import { sellerNames } from "#store/customer-names.ts";
import { repsIn } from "#store/subscriptions.ts";
import type { Context } from "#usecases/context.ts";

/** Whether these figures may be put in a channel by this person: null, or the refusal. */
export async function refuseScope(context: Context, person: Person, scope: ReportScope): Promise<Refusal | null> {
  if (!(await mayShare(context, person, scope))) return { why: "not-allowed" };
  return (await isAboutEnough(context, scope)) ? null : { why: "too-few-reps", minimum: REPS_MIN };
}

/** Whether a person may change or stop a subscription: its owner, and whoever may share its figures. */
export async function mayChange(context: Context, person: Person, subscription: Subscription): Promise<boolean> {
  if (subscription.ownerId === person.id) return true;
  const scope = readScopeKey(subscription.scope);
  return scope !== null && (await mayShare(context, person, scope));
}

/** Whose figures are these to put in a channel? One person's are nobody's; a team's are those of who leads it. */
export async function mayShare({ store }: Context, person: Person, scope: ReportScope): Promise<boolean> {
  const leader = scope.is === "team" ? scope.manager : scope.is === "person" ? scope.person : null;
  if (leader === null) return maySubscribe(person, THE_COMPANY);
  const { managersAbove } = await ownershipOfPerson(store.db, leader);
  return maySubscribe(person, { repId: null, managersAbove: [leader, ...managersAbove] });
}

/** Whether a scope has so many reps that a channel report singles nobody out. */
export async function isAboutEnough({ store }: Context, scope: ReportScope): Promise<boolean> {
  return scope.is !== "person" && (await repsIn(store.db, scope)) >= REPS_MIN;
}

/** The scopes that a person may put in a channel, the widest first. */
export async function scopesToShare(context: Context, person: Person): Promise<readonly ReportScope[]> {
  const { db } = context.store;
  const sellers = await sellerNames(db);
  const everybody = await activePeople(db);
  const leaders = new Set(everybody.flatMap(({ managerId }) => managerId ?? []));
  const candidates: readonly ReportScope[] = [
    { is: "company" },
    ...everybody.filter(({ id }) => leaders.has(id)).map(({ id }) => ({ is: "team", manager: id }) as const),
    ...(sellers.length > 1 ? sellers.map(({ code }) => ({ is: "seller", code }) as const) : []),
  ];
  const found: ReportScope[] = [];
  for (const scope of candidates) {
    if ((await refuseScope(context, person, scope)) === null) found.push(scope);
  }
  return found;
}
