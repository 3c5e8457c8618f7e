import { and, arrayContains, eq, inArray, sql } from "drizzle-orm";

import type { Ownership } from "#domain/permission.ts";
import type { Person, Role } from "#domain/person.ts";
import { customers } from "#store/schema/ledger.ts";
import { people } from "#store/schema/people.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Deeper than any company; ends the walk should two people be each other's manager. */
const LEVELS_MAX = 20;

const personColumns = {
  id: people.id,
  email: people.email,
  name: people.name,
  roles: people.roles,
  managerId: people.managerId,
  locale: people.locale,
  timeZone: people.timeZone,
  active: people.active,
  digestMinutes: people.digestMinutes,
  quietLine: people.quietLine,
  thanks: people.thanks,
  chat: people.chat,
  workFromMinutes: people.workFromMinutes,
  workUntilMinutes: people.workUntilMinutes,
  alsaceMoselle: people.alsaceMoselle,
};

/** Somebody, active or not; null when there is none. */
export async function personById(db: Db, id: number): Promise<Person | null> {
  const [person] = await db.select(personColumns).from(people).where(eq(people.id, id));
  return person ?? null;
}

/** The person of an e-mail address, in whatever case it is written. */
export async function personByEmail(db: Db, email: string): Promise<Person | null> {
  const [person] = await db
    .select(personColumns)
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.trim().toLowerCase()));
  return person ?? null;
}

/** People by name; unknown ids are left out. */
export async function peopleByIds(db: Db, ids: readonly number[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  return db
    .select(personColumns)
    .from(people)
    .where(inArray(people.id, [...ids]))
    .orderBy(people.name, people.id);
}

/** Everybody who works here now, by name. */
export async function activePeople(db: Db): Promise<readonly Person[]> {
  return db.select(personColumns).from(people).where(eq(people.active, true)).orderBy(people.name, people.id);
}

/** The active members of a role, by name: each may answer a task of that role. */
export async function membersOf(db: Db, role: Role): Promise<readonly Person[]> {
  return db
    .select(personColumns)
    .from(people)
    .where(and(people.active, arrayContains(people.roles, [role])))
    .orderBy(people.name, people.id);
}

/** Everybody below a manager at any depth, leavers too: their customers are the manager's now. */
export async function teamBelow(db: Db, managerId: number): Promise<readonly Person[]> {
  const rows = await db.execute<{ id: number }>(sql`
    with recursive below as (
      select id, 1 as depth from people where manager_id = ${managerId}
      union
      select p.id, below.depth + 1 from people p join below on p.manager_id = below.id where below.depth < ${LEVELS_MAX}
    )
    select distinct id from below where id <> ${managerId}`);
  return peopleByIds(
    db,
    [...rows].map((row) => row.id),
  );
}

/** The ownership of a person's own figures: they and everybody above. */
export async function ownershipOfPerson(db: Db, personId: number): Promise<Ownership> {
  const rows = await db.execute<{ id: number }>(sql`
    with recursive above as (
      select id, manager_id, 0 as depth from people where id = ${personId}
      union
      select p.id, p.manager_id, above.depth + 1 from people p join above on p.id = above.manager_id where above.depth < ${LEVELS_MAX}
    )
    select id from above where depth > 0 group by id order by min(depth)`);
  return { repId: personId, managersAbove: [...rows].map((row) => row.id) };
}

/**
 * Who has each customer: its active rep, else the first active manager above, else nobody (finance). A leaver's customers
 * thus fall to the manager. While somebody is absent it is who stands in for them, else, when that takes days, the next
 * above who is there; whose it is for good stands in then, and sees it all the same. Customers that do not exist are not
 * in the map.
 */
export async function ownershipOf(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, Ownership>> {
  if (codes.length === 0) return new Map();
  const rows = await db.execute<{ code: string } & Required<Ownership>>(sql`
    with recursive above as (
      select c.code, p.id, p.manager_id, p.active, p.away, p.stand_in_id, 0 as depth
      from customers c join people p on p.id = c.rep_id where c.code = any(${textArray(codes)})
      union all
      select above.code, p.id, p.manager_id, p.active, p.away, p.stand_in_id, above.depth + 1
      from above join people p on p.id = above.manager_id where above.depth < ${LEVELS_MAX}
    )
    select c.code, c.project_manager_id as "projectManagerId",
      (select coalesce(a.stand_in_id, a.id) from above a where a.code = c.code and a.active
        order by a.away, a.depth limit 1) as "repId",
      array(select a.id from above a where a.code = c.code and a.depth > 0 group by a.id order by min(a.depth)) as "managersAbove",
      array(select distinct k.holder_id from asks k
        where k.customer_code = c.code and k.state = 'open' and k.holder_id is not null
        union select a.id from above a where a.code = c.code and a.active and (a.away or a.stand_in_id is not null)
          and not exists (select 1 from above nearer where nearer.code = c.code and nearer.active and nearer.depth < a.depth)
      ) as "standIns"
    from customers c where c.code = any(${textArray(codes)})`);
  return new Map([...rows].map(({ code, ...owner }) => [code, owner]));
}

/** Of one customer; null when there is no such customer. */
export async function ownershipOfCustomer(db: Db, customer: string): Promise<Ownership | null> {
  return (await ownershipOf(db, [customer])).get(customer) ?? null;
}

/** Makes others wait who change what is kept of a person, until the end of the transaction. */
export async function lockPerson(tx: Db, id: number): Promise<void> {
  await tx.execute(sql`select id from people where id = ${id} for no key update`);
}

/** Gives a customer to a rep; the next import of customers may say otherwise. */
export async function setOwner(tx: Db, customer: string, repId: number): Promise<void> {
  await tx.update(customers).set({ repId }).where(eq(customers.code, customer));
}
