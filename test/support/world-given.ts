import type { Day } from "#domain/calendar.ts";
import type { ContactRole, CustomerKind } from "#domain/customer.ts";
import type { Factoring, InvoiceKind, PaymentMeans } from "#domain/invoice.ts";
import type { Locale, Person } from "#domain/person.ts";
import type { Settings } from "#domain/settings.ts";
import type { Db, Store } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import type { ImportReport } from "#usecases/imports/import-ledger.ts";

export interface World {
  readonly url: string;
  readonly store: Store;
  readonly db: Db;
  readonly clock: StoppedClock;
  context(settings?: Partial<Settings>): Context;
  /** `live` = the day of go-live; without it nothing leaves. Data are fresh at the clock's time. */
  seller(given?: { readonly code?: string; readonly name?: string; readonly live?: Day | null }): Promise<string>;
  /** A rep named Claire Morel unless told otherwise. */
  person(given?: Partial<Omit<Person, "id">>): Promise<Person>;
  /** Its code. */
  customer(given?: CustomerGiven): Promise<string>;
  /** Its id. */
  contact(given: {
    readonly customer: string;
    readonly name?: string;
    readonly email?: string | null;
    readonly phone?: string | null;
    readonly role?: ContactRole;
    readonly active?: boolean;
  }): Promise<number>;
  invoice(given?: InvoiceGiven): Promise<GivenInvoice>;
  /** A payment (negative = returned), allocated to one invoice or not yet. */
  payment(given: PaymentGiven): Promise<void>;
  /** Imports canonical CSV by file name, as the command line does. */
  import(
    files: Readonly<Record<string, string>>,
    options?: { readonly dryRun?: boolean },
  ): Promise<readonly ImportReport[]>;
  /** Invoices and payments of every seller were imported now: nothing is stale. */
  fresh(): Promise<void>;
}

/** Product time that stands still until a test moves it. */
export interface StoppedClock {
  readonly now: () => Date;
  /** To an instant ("2026-12-04T08:30:00Z"), or to 9:00 in Paris of a day ("2026-12-04"). */
  set(to: string): void;
  advance(by: { readonly days?: number; readonly minutes?: number }): void;
}

export interface CustomerGiven {
  readonly code?: string;
  readonly name?: string;
  readonly rep?: Person | null;
  readonly payer?: string | null;
  readonly language?: Locale | null;
  readonly country?: string | null;
  readonly postalCode?: string | null;
  readonly segment?: string | null;
  readonly kind?: CustomerKind;
  readonly keyAccount?: boolean;
  readonly insolvencyDate?: Day | null;
  readonly creditLimit?: string | null;
  readonly currency?: string;
}

export interface InvoiceGiven {
  readonly customer?: string;
  readonly seller?: string;
  readonly number?: string;
  readonly issued?: Day;
  readonly due?: Day;
  readonly amount?: string;
  readonly currency?: string;
  readonly kind?: InvoiceKind;
  readonly means?: PaymentMeans | null;
  readonly factoring?: Factoring;
  /** The invoice a credit note lowers. */
  readonly creditOf?: { readonly id: number; readonly number: string };
}

export interface PaymentGiven {
  readonly customer?: string;
  readonly seller?: string;
  readonly reference?: string;
  readonly amount: string;
  readonly currency?: string;
  readonly date?: Day;
  readonly invoice?: { readonly id: number; readonly customer: string; readonly seller: string } | null;
}

/** What was asked for, with the defaults filled in. */
export interface GivenInvoice {
  readonly id: number;
  readonly number: string;
  readonly customer: string;
  readonly seller: string;
  readonly currency: string;
  readonly minor: bigint;
}
