import { eq, sql } from "drizzle-orm";

import type { Actor } from "#domain/event.ts";
import type { Person } from "#domain/person.ts";
import type { Refusal } from "#domain/refusal.ts";
import { outbox } from "#store/schema/delivery.ts";
import { asks, holds, promises } from "#store/schema/loop.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import type { Result } from "#usecases/result.ts";
import type { GivenInvoice, World } from "./world-given.ts";

/** A rep with a manager, finance and adv, and a customer of the rep. */
export interface Company {
  readonly director: Person;
  readonly manager: Person;
  readonly rep: Person;
  readonly finance: Person;
  readonly adv: Person;
  readonly customer: string;
}

export async function company(world: World): Promise<Company> {
  await world.seller({ live: "2026-01-05" });
  const director = await world.person({ name: "Anne Roy", roles: ["manager"] });
  const manager = await world.person({ name: "Paul Henry", roles: ["manager"], managerId: director.id });
  const rep = await world.person({ name: "Claire Morel", managerId: manager.id });
  const finance = await world.person({ name: "Nadia Benali", roles: ["finance"] });
  const adv = await world.person({ name: "Luc Petit", roles: ["adv"] });
  return { director, manager, rep, finance, adv, customer: await world.customer({ name: "Garnier", rep }) };
}

export function as(person: Person): Actor {
  return { is: "person", id: person.id };
}

/** A call card in somebody's hands, about these invoices. */
export async function callCard(world: World, holder: Person, invoices: readonly GivenInvoice[]): Promise<number> {
  const opened = await world.db.transaction((tx) =>
    openAsk(tx, world.context(), {
      kind: "call",
      customer: invoices[0]?.customer ?? "",
      holder: { person: holder.id },
      lines: invoices.map((invoice) => ({ invoice: invoice.id, step: "call" })),
      openedBy: { is: "system" },
      reason: "unanswered",
      when: "now",
    }),
  );
  return opened.ask;
}

/** What a verb did; a refusal fails the test with its reason. */
export async function did<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result;
  if (!settled.ok) throw new Error(`Refused: ${settled.refusal.why}`);
  return settled.value;
}

/** Why a verb did nothing; "done" when it did. */
export async function whyNot(result: Promise<Result<unknown>>): Promise<Refusal["why"] | "done"> {
  const settled = await result;
  return settled.ok ? "done" : settled.refusal.why;
}

export async function askRow(world: World, id: number) {
  const [row] = await world.db.select().from(asks).where(eq(asks.id, id));
  if (row === undefined) throw new Error(`There is no ask ${id}.`);
  return row;
}

/** The open asks as "kind for whom", oldest first. */
export async function openAsks(world: World): Promise<readonly string[]> {
  const rows = await world.db.select().from(asks).where(eq(asks.state, "open")).orderBy(asks.id);
  return rows.map((row) => `${row.kind} for ${row.holderRole ?? row.holderId}`);
}

/** Promises that count, by state. */
export async function promiseStates(world: World): Promise<readonly string[]> {
  const rows = await world.db
    .select()
    .from(promises)
    .where(sql`${promises.undoneAt} is null`)
    .orderBy(promises.id);
  return rows.map((row) => row.state);
}

export async function standingHolds(world: World) {
  return world.db
    .select()
    .from(holds)
    .where(sql`${holds.undoneAt} is null and ${holds.endedOn} is null`)
    .orderBy(holds.id);
}

/** What waits to be shown or sent, without redraws, in the order in which it was written. */
export async function waiting(world: World) {
  const rows = await world.db.select().from(outbox).where(eq(outbox.state, "waiting")).orderBy(outbox.id);
  return rows.filter((row) => row.showing.show !== "redraw");
}
