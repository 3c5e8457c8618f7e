import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { test as base } from "vitest";

import { createCalendarReader } from "#calendar-feeds/calendar-reader.ts";
import { printLetter } from "#email/letters/print-letter.ts";
import { addDays, dayIn } from "#domain/calendar.ts";
import { foldName } from "#domain/fuzzy-name.ts";
import { parseDecimal } from "#domain/money.ts";
import type { Person, Role } from "#domain/person.ts";
import { DEFAULT_SETTINGS } from "#domain/settings.ts";
import { kindOfFile } from "#imports/canonical.ts";
import { refreshSettled } from "#store/import-settled.ts";
import { allocations, contacts, customers, feeds, invoices, payments, sellers } from "#store/schema/ledger.ts";
import { people } from "#store/schema/people.ts";
import { openStore, type Db, type Store } from "#store/store.ts";
import { importLedger } from "#usecases/imports/import-ledger.ts";
import { openTestDatabase } from "./database.ts";
import type { StoppedClock, World } from "./world-given.ts";

const TIME_ZONE = "Europe/Paris";
/** A Tuesday, 9:00 in Paris. */
const START = "2026-11-24T08:00:00Z";
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** `test` with a `world`: an empty database and a stopped clock. */
export const test = base.extend<{ $test: { world: World }; $file: { database: Opened } }>({
  database: [
    // oxlint-disable-next-line no-empty-pattern -- vitest reads the fixtures asked for from the pattern
    async ({}, use) => {
      const database = await openTestDatabase();
      const store = openStore(database.url);
      await use({ url: database.url, store });
      await store.close();
      await database.close();
    },
    { scope: "file" },
  ],
  world: async ({ database }, use) => {
    await empty(database.store.db);
    await use(worldOn(database));
  },
});

interface Opened {
  readonly url: string;
  readonly store: Store;
}

/**
 * Only what ever held rows is emptied, and by deleting: TRUNCATE makes new files for every table and index, thirty times the
 * work. Without triggers, so that the order of the tables does not matter.
 */
async function empty(db: Db): Promise<void> {
  await db.execute(sql`
    do $$ declare filled regclass;
    begin
      set local session_replication_role = replica;
      for filled in
        select oid from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
      loop
        execute 'delete from ' || filled;
      end loop;
      perform setval(seqrelid, seqstart, false) from pg_sequence where pg_sequence_last_value(seqrelid) is not null;
    end $$`);
}

function worldOn({ url, store }: Opened): World {
  const calendars = createCalendarReader({ allowsLocal: true });
  const clock = stoppedClock();
  const today = () => dayIn(clock.now(), TIME_ZONE);
  let made = 0;
  const next = () => (made += 1);

  const world: World = {
    url,
    store,
    db: store.db,
    clock,
    context: (settings = {}) => ({
      store,
      now: clock.now(),
      today: today(),
      timeZone: TIME_ZONE,
      locale: "fr",
      publicUrl: "https://relais.example",
      writesToPeople: false,
      staleAfter: 2,
      settings: { ...DEFAULT_SETTINGS, ...settings },
      print: printLetter,
      calendars,
    }),

    async seller({ code = "default", name = "Exemple SA", live = null } = {}) {
      await store.db
        .insert(sellers)
        .values({ code, name, wentLiveOn: live })
        .onConflictDoUpdate({ target: sellers.code, set: { name, wentLiveOn: live } });
      await world.fresh();
      return code;
    },

    async person(given = {}) {
      const person = personFrom(given, next());
      const [row] = await store.db
        .insert(people)
        .values({ ...person, roles: [...person.roles] })
        .returning();
      return { ...person, id: row?.id ?? 0 };
    },

    async customer(given = {}) {
      const code = given.code ?? `C${String(next()).padStart(4, "0")}`;
      const name = given.name ?? `Client ${code}`;
      const { rep = null, payer = null, creditLimit = null, ...rest } = given;
      const currency = given.currency ?? "EUR";
      await store.db.insert(customers).values({
        ...rest,
        code,
        name,
        foldedName: foldName(name),
        repId: rep?.id ?? null,
        payerCode: payer,
        creditLimit: creditLimit === null ? null : minorOf(creditLimit, currency),
        currency,
      });
      return code;
    },

    async contact({ customer, name = "Sonia Perrin", email = `contact${next()}@client.example`, ...rest }) {
      const [row] = await store.db
        .insert(contacts)
        .values({ customerCode: customer, name, email, ...rest })
        .returning();
      return row?.id ?? 0;
    },

    async invoice(given = {}) {
      const customer = given.customer ?? (await world.customer());
      const seller = await sellerOr(given.seller);
      const number = given.number ?? `F${String(next()).padStart(5, "0")}`;
      const { due = today(), currency = "EUR", kind = "invoice" } = given;
      const minor = minorOf(given.amount ?? "1200.00", currency);
      const [row] = await store.db
        .insert(invoices)
        .values({
          sellerCode: seller,
          customerCode: customer,
          number,
          issueDate: given.issued ?? addDays(due, -30),
          dueDate: due,
          amount: minor,
          currency,
          kind,
          paymentMeans: given.means ?? null,
          factoring: given.factoring ?? "none",
          creditOf: given.creditOf?.number ?? null,
          creditOfId: given.creditOf?.id ?? null,
          importedAt: clock.now(),
          nextStepOn: kind === "credit_note" ? null : addDays(due, -15),
        })
        .returning();
      const id = row?.id ?? 0;
      await settle(given.creditOf?.id ?? id);
      return { id, number, customer, seller, currency, minor };
    },

    async payment(given) {
      const customer = given.customer ?? given.invoice?.customer ?? (await world.customer());
      const seller = given.invoice?.seller ?? (await sellerOr(given.seller));
      const reference = given.reference ?? `P${String(next()).padStart(5, "0")}`;
      const currency = given.currency ?? "EUR";
      const [row] = await store.db
        .insert(payments)
        .values({ sellerCode: seller, customerCode: customer, reference })
        .onConflictDoUpdate({
          target: [payments.sellerCode, payments.customerCode, payments.reference],
          set: { reference },
        })
        .returning();
      await store.db.insert(allocations).values({
        paymentId: row?.id ?? 0,
        invoiceId: given.invoice?.id ?? null,
        date: given.date ?? today(),
        amount: minorOf(given.amount, currency),
        currency,
        recordedAt: clock.now(),
      });
      if (given.invoice) await settle(given.invoice.id);
    },

    async import(files, { dryRun = false } = {}) {
      return importLedger(world.context(), {
        files: Object.entries(files).map(([name, content]) => ({
          name,
          kind: kindOfFile(name) ?? "invoices",
          open: () => Readable.from([Buffer.from(content)]),
        })),
        actor: { is: "system" },
        dryRun,
        afterImport: [],
      });
    },

    async fresh() {
      await store.db.execute(sql`
        insert into ${feeds} (seller_code, kind, imported_at)
        select s.code, k.kind, ${clock.now().toISOString()}::timestamptz
        from ${sellers} s cross join (values ('invoices'), ('payments')) k(kind)
        on conflict (seller_code, kind) do update set imported_at = excluded.imported_at`);
    },
  };

  const settle = (id: number) => refreshSettled(store.bulk, store.bulk`select ${id}::int`);
  const sellerOr = async (code: string | undefined): Promise<string> => {
    const [known] = await store.db
      .select()
      .from(sellers)
      .where(code === undefined ? sql`true` : sql`${sellers.code} = ${code}`)
      .limit(1);
    return known?.code ?? world.seller(code === undefined ? {} : { code });
  };
  return world;
}

function stoppedClock(): StoppedClock {
  let ms = Date.parse(START);
  return {
    now: () => new Date(ms),
    set(to) {
      ms = Date.parse(to.length === 10 ? `${to}T08:00:00Z` : to);
      if (Number.isNaN(ms)) throw new Error(`${to} is no instant.`);
    },
    advance({ days = 0, minutes = 0 }) {
      ms += days * DAY_MS + minutes * MINUTE_MS;
    },
  };
}

function personFrom(given: Partial<Omit<Person, "id">>, nth: number): Omit<Person, "id"> {
  const name = given.name ?? "Claire Morel";
  return {
    email: `${name.toLowerCase().replace(/[^a-z]+/g, ".")}.${nth}@exemple.example`,
    name,
    roles: ["rep"] satisfies readonly Role[],
    managerId: null,
    locale: "fr",
    timeZone: TIME_ZONE,
    active: true,
    digestMinutes: 510,
    quietLine: false,
    thanks: false,
    chat: null,
    workFromMinutes: null,
    workUntilMinutes: null,
    alsaceMoselle: false,
    ...given,
  };
}

function minorOf(decimal: string, currency: string): bigint {
  const minor = parseDecimal(decimal, currency);
  if (minor === null) throw new Error(`${decimal} is no amount of ${currency}.`);
  return minor;
}
