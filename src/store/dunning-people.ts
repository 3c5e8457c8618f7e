import { sql } from "drizzle-orm";

import { reachableContacts, type Contact } from "#domain/customer.ts";
import type { Holder } from "#domain/dunning-facts.ts";
import type { RoleAddresses } from "#domain/scenario-recipients.ts";
import { membersOf, ownershipOf, peopleByIds } from "#store/people.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** The colleagues around a paying customer, for steps that name a role; finance where there is nobody. */
export interface Colleagues {
  readonly owner: Holder;
  readonly manager: Holder;
  readonly projectManager: Holder;
  readonly addresses: RoleAddresses;
}

const FINANCE: Holder = { role: "finance" };

/** Whom each payer's steps may be put to or copied to: active people only. */
export async function colleaguesOf(db: Db, payers: readonly string[]): Promise<ReadonlyMap<string, Colleagues>> {
  const owners = await ownershipOf(db, payers);
  const collectors = await collectorsOf(db, payers);
  const ids = new Set(
    [...owners.values()].flatMap(({ repId, managersAbove, projectManagerId }) =>
      [repId, ...managersAbove, projectManagerId ?? null].filter((id) => id !== null),
    ),
  );
  for (const id of collectors.values()) ids.add(id);
  const people = new Map(
    (await peopleByIds(db, [...ids])).filter(({ active }) => active).map((person) => [person.id, person]),
  );
  const direction = (await membersOf(db, "direction")).map(({ email }) => email);
  const holder = (id: number | null | undefined): Holder | null => {
    const person = people.get(id ?? 0);
    return person === undefined ? null : { person: person.id, email: person.email };
  };
  return new Map(
    payers.map((code) => {
      const owner = owners.get(code);
      const rep = holder(owner?.repId);
      const manager = (owner?.managersAbove ?? []).map(holder).find((one) => one !== null) ?? null;
      const project = holder(owner?.projectManagerId);
      const addresses: RoleAddresses = {
        rep: addressOf(rep),
        "project-manager": addressOf(project),
        collector: addressOf(holder(collectors.get(code))),
        direction,
      };
      return [
        code,
        { owner: rep ?? FINANCE, manager: manager ?? FINANCE, projectManager: project ?? rep ?? FINANCE, addresses },
      ];
    }),
  );
}

/** The customer's own people who can be written to, by role. */
export function contactAddresses(contacts: readonly Contact[]): RoleAddresses {
  const reachable = reachableContacts(contacts);
  const of = (role: Contact["role"]) =>
    reachable
      .filter((contact) => contact.role === role)
      .flatMap(({ email }) => email ?? [])
      .toSorted();
  return { signatory: of("signatory"), purchasing: of("purchasing"), other: of("other") };
}

async function collectorsOf(db: Db, payers: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ code: string; id: number }>(sql`
    select code, collector_id as id from customers where code = any(${textArray(payers)}) and collector_id is not null`);
  return new Map([...rows].map(({ code, id }) => [code, id]));
}

function addressOf(holder: Holder | null): readonly string[] {
  return holder !== null && "email" in holder ? [holder.email] : [];
}
