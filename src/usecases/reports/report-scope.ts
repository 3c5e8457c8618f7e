import { pickName, type NamePick } from "#domain/fuzzy-name.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { COMPANY, type ReportScope } from "#domain/report-scope.ts";
import { readScopeWords, type ScopeWords } from "#domain/scope-words.ts";
import type { FiguresOf } from "#i18n/cards/figures/messages.ts";
import type { Words } from "#i18n/words.ts";
import { sellerNames } from "#store/customer-names.ts";
import type { FiguresScope } from "#store/figures.ts";
import { activePeople, ownershipOfPerson, personById, teamBelow } from "#store/people.ts";
import { customersInScope, sellerName } from "#store/portfolio.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/**
 * The customers and the seller that a scope stands for. A person's are those they own now (a leaver's are the manager's),
 * also for figures of a past day: who took over a customer answers for its history. Null = nobody and nothing by this name.
 */
export async function customersOfScope({ store }: Context, scope: ReportScope): Promise<FiguresScope | null> {
  const { db } = store;
  if (scope.is === "company") return { customers: null, seller: null };
  if (scope.is === "seller") {
    return (await sellerName(db, scope.code)) === null ? null : { customers: null, seller: scope.code };
  }
  const leader = scope.is === "team" ? scope.manager : scope.person;
  if ((await personById(db, leader)) === null) return null;
  const team = scope.is === "team" ? await teamBelow(db, leader) : [];
  const owners = [leader, ...team.map(({ id }) => id)];
  return { customers: (await customersInScope(db, { owners, seller: null })) ?? [], seller: null };
}

/** What somebody means by the words after a command: their usual scope when nothing is said. Only what they may see. */
export async function findScope(context: Context, viewer: Person, typed: string): Promise<Result<ReportScope>> {
  const words = readScopeWords(typed);
  if (words === null) return refused({ why: "unknown-scope", typed });
  const found = await scopeMeant(context, viewer, words);
  if (!found.ok) return found;
  return (await maySeeScope(context, viewer, found.value)) ? found : refused({ why: "not-allowed" });
}

/** Whether these figures are this person's to see: their own, their team's, or everything. */
export async function maySeeScope(context: Context, viewer: Person, scope: ReportScope): Promise<boolean> {
  const { db } = context.store;
  switch (scope.is) {
    case "company":
    case "seller":
      return mayTouch(viewer, THE_COMPANY, "see-company-figures");
    case "team":
      return mayTouch(viewer, await ownershipOfPerson(db, scope.manager), "see-team-figures");
    case "person":
      return mayTouch(viewer, await ownershipOfPerson(db, scope.person), "see-person-figures");
  }
}

/** What a person means by "the figures": a rep's own, a manager's team, everything for the others. */
export function usualScope(viewer: Person): ReportScope {
  if (hasRole(viewer, "rep")) return { is: "person", person: viewer.id };
  if (hasRole(viewer, "manager")) return { is: "team", manager: viewer.id };
  return mayTouch(viewer, THE_COMPANY, "see-company-figures") ? COMPANY : { is: "person", person: viewer.id };
}

/** How a scope is named to a reader; nobody in particular (a channel) reads full names. */
export async function scopeName(
  reading: { readonly context: Context; readonly words: Words; readonly viewer: Person | null },
  scope: ReportScope,
): Promise<string> {
  return reading.words.cards.figures.scope(await figuresOf(reading, scope));
}

async function figuresOf(
  { context, viewer }: { readonly context: Context; readonly viewer: Person | null },
  scope: ReportScope,
): Promise<FiguresOf> {
  const { db } = context.store;
  if (scope.is === "company") return { is: "company" };
  if (scope.is === "seller") return { is: "seller", name: (await sellerName(db, scope.code)) ?? scope.code };
  const id = scope.is === "team" ? scope.manager : scope.person;
  if (id === viewer?.id) return { is: scope.is === "team" ? "my-team" : "mine" };
  return { is: scope.is, name: (await personById(db, id))?.name ?? "" };
}

async function scopeMeant(context: Context, viewer: Person, words: ScopeWords): Promise<Result<ReportScope>> {
  const { db } = context.store;
  switch (words.is) {
    case "usual":
      return done(usualScope(viewer));
    case "mine":
      return done({ is: "person", person: viewer.id });
    case "team":
      return done({ is: "team", manager: viewer.id });
    case "all":
      return done(COMPANY);
    case "seller": {
      const picked = oneOf(words.who, pickName(words.who, await sellerNames(db)));
      return picked.ok ? done({ is: "seller", code: picked.value }) : picked;
    }
    case "rep":
    case "team-of": {
      const role = words.is === "rep" ? (["rep", "manager"] as const) : (["manager"] as const);
      const people = (await activePeople(db)).filter((person) => hasRole(person, ...role));
      const candidates = people.map(({ id, name }) => ({ code: String(id), name }));
      const picked = oneOf(words.who, pickName(words.who, candidates));
      if (!picked.ok) return picked;
      const id = Number(picked.value);
      return done(words.is === "rep" ? { is: "person", person: id } : { is: "team", manager: id });
    }
  }
}

function oneOf(typed: string, picked: NamePick): Result<string> {
  if (picked.is === "one") return done(picked.candidate.code);
  if (picked.is === "none") return refused({ why: "unknown-scope", typed });
  return refused({ why: "several-scopes", typed, names: picked.matches.map(({ name }) => name) });
}
