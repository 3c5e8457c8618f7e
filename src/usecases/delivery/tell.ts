import { hasRole, type Person, type Role } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { earliestFor, nextMorningOf } from "#domain/showing-time.ts";
import { afterUndo } from "#domain/undo.ts";
import type { Holder } from "#store/asks.ts";
import { isAnyLive } from "#store/live-sellers.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { membersOf, ownershipOfCustomer, personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { tellRole } from "#usecases/delivery/tell-role.ts";

/** "now" = with the digest at the earliest; "after-undo" = once nobody can take its cause back; "next-morning" = not today. */
export type When = "now" | "after-undo" | "next-morning";

export interface ToTell {
  /** The identity of this telling; each person has it once. */
  readonly key: string;
  readonly showing: Showing;
  readonly when: When;
  /** The event that causes it: undoing it takes this back while unsent. */
  readonly eventId: number | null;
  /** The invoices it is about; none = the customer as a whole. */
  readonly invoices: readonly number[];
}

/** Who has a customer: a person, else finance as a role. */
export async function holderOf(db: Db, customer: string): Promise<Holder> {
  const person = (await ownershipOfCustomer(db, customer))?.repId ?? null;
  return person === null ? { role: "finance" } : { person };
}

/**
 * Shows a card to its holder: the person, or the role, of which the first answer wins. Before the go-live of
 * the sellers concerned reps and managers are told nothing; what is open then is in their first digest.
 */
export async function tellHolder(tx: Db, context: Context, holder: Holder, what: ToTell): Promise<void> {
  const live = await isAnyLive(tx, what.invoices, context.today);
  const { key, showing, eventId } = what;
  const at = (person: Person) => instantFor(person, what.when, context.now);
  const isFor = (person: Person) => live || isToldBefore(person);
  if ("role" in holder) return tellRole(tx, context, holder.role, { key, showing, eventId, at, isFor });
  const person = await personById(tx, holder.person);
  if (person === null || !person.active || !isFor(person)) return;
  await enqueue(
    tx,
    [
      {
        key: `${key}:${person.id}`,
        showing,
        personId: person.id,
        gate: gateOf.person(person.id),
        notBefore: at(person),
        ...(eventId === null ? {} : { eventId }),
      },
    ],
    context.now,
  );
}

/** Who is told of what happens before the go-live. */
export function isToldBefore(person: Person): boolean {
  return hasRole(person, "finance") || !hasRole(person, "rep", "manager");
}

/** The role that answers in another's place when nobody holds it: finance always answers. */
export async function staffedRole(db: Db, role: Role): Promise<Role> {
  return (await membersOf(db, role)).length > 0 ? role : "finance";
}

function instantFor(person: Person, when: When, now: Date): Date {
  switch (when) {
    case "now":
      return earliestFor(person, now);
    case "after-undo":
      return earliestFor(person, afterUndo(now));
    case "next-morning":
      return nextMorningOf(person, now);
    default:
      return when satisfies never;
  }
}
