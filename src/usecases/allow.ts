import type { Actor } from "#domain/event.ts";
import { mayTouch, THE_COMPANY, type Act, type Ownership } from "#domain/permission.ts";
import { hasRole } from "#domain/person.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { RecordedAsk } from "#store/asks.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";

/** Whether somebody may act on a customer: null, or the refusal. Asked again by every verb, whatever the card showed. */
export async function refuseAct(db: Db, actor: Actor, customer: string, act: Act): Promise<Refusal | null> {
  const owner = await ownershipOfCustomer(db, customer);
  if (owner === null) return { why: "unknown-customer", typed: customer };
  return refuseOn(db, actor, owner, act);
}

/** The same for an act on the company as a whole. */
export async function refuseCompanyAct(db: Db, actor: Actor, act: Act): Promise<Refusal | null> {
  return refuseOn(db, actor, THE_COMPANY, act);
}

/** Whether somebody may answer an ask: its holder, who owns the customer, or the role it was put to. */
export async function refuseTask(db: Db, actor: Actor, ask: RecordedAsk): Promise<Refusal | null> {
  return refuseAct(db, actor, ask.customer, { do: "task", holderId: ask.holderId, holderRole: ask.holderRole });
}

/** Whether the actor may go beyond what reps may: finance, the company's own systems, and the machine. */
export async function actsAsFinance(db: Db, actor: Actor): Promise<boolean> {
  if (actor.is !== "person") return actor.is === "system" || actor.is === "api-key";
  const person = await personById(db, actor.id);
  return person !== null && person.active && hasRole(person, "finance");
}

async function refuseOn(db: Db, actor: Actor, owner: Ownership, act: Act): Promise<Refusal | null> {
  switch (actor.is) {
    case "system":
    case "api-key":
      return null;
    case "customer":
      // What a customer writes is read by a person, who then acts.
      return { why: "not-allowed" };
    case "person":
      return mayTouch(await personById(db, actor.id), owner, act) ? null : { why: "not-allowed" };
    default:
      return actor satisfies never;
  }
}
