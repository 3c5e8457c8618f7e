import { eq } from "drizzle-orm";

import type { Person } from "#domain/person.ts";
import { customers, sellers } from "#store/schema/ledger.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import type { GivenInvoice, World } from "./world-given.ts";

/** A French business of which three invoices reached the formal notice, and who deals with it. */
export interface LetterStory {
  readonly ask: number;
  readonly customer: string;
  readonly finance: Person;
  readonly direction: Person;
  readonly rep: Person;
  readonly invoices: readonly GivenInvoice[];
}

const SELLER = {
  legalName: "Atelier Vasseur SAS",
  siren: "732829320",
  address: "12, rue de l'Échauguette",
  postalCode: "69003",
  city: "Lyon",
  legalMentions: "SAS au capital de 250 000 €",
} as const;
const DEBTOR = {
  legalName: "Établissements Garnier SARL",
  siren: "552 100 554",
  address: "4, allée des Tilleuls",
  postalCode: "13008",
  city: "Marseille",
} as const;

/** The clock stands on 24 November 2026. */
export async function letterStory(
  world: World,
  given: { readonly invoices?: number; readonly debtor?: Partial<typeof customers.$inferInsert> } = {},
): Promise<LetterStory> {
  const seller = await world.seller({ live: "2026-01-01" });
  await world.db.update(sellers).set(SELLER).where(eq(sellers.code, seller));
  const rep = await world.person();
  const finance = await world.person({ name: "Nadia Benali", roles: ["finance"] });
  const direction = await world.person({ name: "Hélène Caron", roles: ["direction"] });
  const customer = await world.customer({ name: "Garnier", rep, country: "FR" });
  await world.db
    .update(customers)
    .set({ ...DEBTOR, ...given.debtor })
    .where(eq(customers.code, customer));
  await world.contact({ customer, email: "sonia@garnier.example" });
  const invoices: GivenInvoice[] = [];
  for (let nth = 1; nth <= (given.invoices ?? 3); nth += 1) {
    invoices.push(
      await world.invoice({
        customer,
        seller,
        number: `F-${String(nth).padStart(3, "0")}`,
        issued: "2026-08-20",
        due: "2026-09-20",
        amount: "1000.00",
      }),
    );
  }
  const opened = await openAsk(world.db, world.context(), {
    kind: "formal-notice",
    customer,
    holder: { role: "finance" },
    lines: invoices.map(({ id }) => ({ invoice: id, step: "formal-notice" })),
    openedBy: { is: "system" },
    when: "now",
  });
  return { ask: opened.ask, customer, finance, direction, rep, invoices };
}
