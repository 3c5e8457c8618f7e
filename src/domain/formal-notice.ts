import { addDays, nextWorkingDay, previousWorkingDay, regionOf, type Day } from "./calendar.ts";
import type { Factoring } from "./invoice.ts";
import { isNoInterest, lateInterest, noInterest, type LateInvoice, type NoInterest } from "./late-interest.ts";
import type { LateRates } from "./late-rates.ts";

/** A legal person as a letter names it. Missing parts are null, and refused. */
export interface LetterParty {
  readonly code: string;
  readonly legalName: string;
  readonly siren: string | null;
  readonly address: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
}

/** An invoice that reached the step, with all that decides whether and how much may be claimed. Minor units. */
export interface LetterInvoice extends LateInvoice {
  readonly id: number;
  readonly number: string;
  readonly residual: bigint;
  readonly disputed: bigint;
  readonly promised: bigint;
  readonly factoring: Factoring;
  /** Somebody decided that dunning waits for it. */
  readonly held: boolean;
}

/** What one letter may claim: of one debtor, for one seller, in one currency. */
export interface LetterFacts {
  readonly seller: LetterParty & { readonly mentions: string | null };
  readonly debtor: LetterParty;
  readonly currency: string;
  /** The customer wrote, and nobody has read it yet. */
  readonly replyWaiting: boolean;
  readonly invoices: readonly LetterInvoice[];
}

export interface LetterLine {
  readonly invoice: number;
  readonly number: string;
  readonly issued: Day;
  readonly due: Day;
  readonly residual: bigint;
  readonly interest: bigint;
  readonly indemnity: bigint;
}

/** A formal notice with its figures, before it is put into words. */
export interface FormalNotice {
  readonly seller: LetterFacts["seller"];
  readonly debtor: LetterParty;
  readonly currency: string;
  readonly lines: readonly LetterLine[];
  readonly residual: bigint;
  readonly interest: bigint;
  readonly indemnity: bigint;
  readonly total: bigint;
  /** The yearly rates it was computed with, in hundredths of a percent, lowest first. */
  readonly rates: readonly number[];
  readonly isContractRate: boolean;
  readonly computedOn: Day;
  readonly answerBy: Day;
}

/** Why no formal notice can leave; each has a sentence. */
export type NoLetter =
  | NoInterest
  | {
      readonly because:
        | "public"
        | "other-currency"
        | "paid"
        | "disputed"
        | "promised"
        | "held"
        | "reply-waiting"
        | "notified-factor"
        | "not-late"
        | "seller-siren"
        | "seller-address"
        | "customer-siren"
        | "customer-address";
    };

/** French practice, and the rule set: 8 to 15 days to answer. */
export const ANSWER_DAYS_MIN = 8;
export const ANSWER_DAYS_MAX = 15;
const LETTER_CURRENCY = "EUR";
const SIREN = /^\d{9}(\d{5})?$/;

/**
 * A formal notice as of a day, or the first reason against it (DOMAIN.md 2). Invoices that are paid, promised, contested,
 * held or ceded by now are left out; what is left out of all of them is the reason. Only the uncontested part is claimed.
 */
export function composeNotice(
  facts: LetterFacts,
  day: Day,
  choices: { readonly rates: LateRates; readonly answerDays: number },
): FormalNotice | NoLetter {
  const forbidden = forbiddenBy(facts) ?? incomplete(facts);
  if (forbidden !== null) return forbidden;
  const claimed: LetterLine[] = [];
  const rates = new Set<number>();
  const reasons: NoLetter[] = [];
  for (const invoice of facts.invoices) {
    const found = lineOf(invoice, day, choices.rates);
    if ("because" in found) reasons.push(found);
    else {
      claimed.push(found.line);
      for (const rate of found.rates) rates.add(rate);
    }
  }
  // A missing or forbidden rate would make the whole letter wrong, not shorter.
  const fatal = reasons.find(({ because }) => because === "rate-missing" || because === "rate-under-floor");
  if (fatal !== undefined || claimed.length === 0) return fatal ?? reasons[0] ?? { because: "paid" };
  const total = (of: "residual" | "interest" | "indemnity") => claimed.reduce((sum, line) => sum + line[of], 0n);
  return {
    seller: facts.seller,
    debtor: facts.debtor,
    currency: facts.currency,
    lines: claimed,
    residual: total("residual"),
    interest: total("interest"),
    indemnity: total("indemnity"),
    total: total("residual") + total("interest") + total("indemnity"),
    rates: [...rates].toSorted((a, b) => a - b),
    isContractRate: facts.invoices.some(({ contractRate }) => contractRate !== null),
    computedOn: day,
    answerBy: answerDay(day, choices.answerDays, facts.debtor),
  };
}

/** Whether there is a reason against the letter in its place. */
export function isNoLetter(found: FormalNotice | NoLetter): found is NoLetter {
  return "because" in found;
}

/** What a person approves: the invoices and what is claimed of each. Interest grows by the day and is no part of it. */
export function noticeFingerprint(notices: readonly FormalNotice[]): string {
  return notices
    .flatMap(({ seller, debtor, lines }) =>
      lines.map(({ invoice, residual }) => `${seller.code}/${debtor.code}/${invoice}=${residual}`),
    )
    .toSorted()
    .join(";");
}

/** A day on which banks work where the debtor is, the next one if it can be, and always 8 to 15 days away. */
function answerDay(day: Day, answerDays: number, { postalCode }: LetterParty): Day {
  const region = regionOf(postalCode, null);
  const asked = addDays(day, Math.min(ANSWER_DAYS_MAX, Math.max(ANSWER_DAYS_MIN, answerDays)));
  const next = nextWorkingDay(asked, region);
  return next <= addDays(day, ANSWER_DAYS_MAX) ? next : previousWorkingDay(asked, region);
}

function forbiddenBy(facts: LetterFacts): NoLetter | null {
  for (const invoice of facts.invoices) {
    const none = noInterest(invoice);
    if (none !== null && none.because !== "insolvency") return none;
    if (invoice.kind === "public") return { because: "public" };
  }
  // Frozen debts: the whole letter stops, because nothing may be asked of a debtor under judgment without care.
  if (facts.invoices.some((invoice) => noInterest(invoice)?.because === "insolvency")) return { because: "insolvency" };
  if (facts.replyWaiting) return { because: "reply-waiting" };
  return facts.currency === LETTER_CURRENCY ? null : { because: "other-currency" };
}

function incomplete({ seller, debtor }: LetterFacts): NoLetter | null {
  if (!hasSiren(seller)) return { because: "seller-siren" };
  if (!hasAddress(seller)) return { because: "seller-address" };
  if (!hasSiren(debtor)) return { because: "customer-siren" };
  return hasAddress(debtor) ? null : { because: "customer-address" };
}

/** A SIREN has 9 digits; a SIRET begins with it. */
function hasSiren({ siren }: LetterParty): boolean {
  return siren !== null && SIREN.test(siren.replace(/\s/g, ""));
}

function hasAddress({ address, postalCode, city }: LetterParty): boolean {
  return [address, postalCode, city].every((part) => part !== null && part.trim() !== "");
}

function lineOf(
  invoice: LetterInvoice,
  day: Day,
  rates: LateRates,
): { readonly line: LetterLine; readonly rates: readonly number[] } | NoLetter {
  const claim = invoice.residual - invoice.disputed - invoice.promised;
  if (invoice.residual <= 0n) return { because: "paid" };
  if (invoice.factoring === "notified") return { because: "notified-factor" };
  if (claim <= 0n) return { because: invoice.promised > 0n ? "promised" : "disputed" };
  if (invoice.held) return { because: "held" };
  if (invoice.due >= day) return { because: "not-late" };
  // Interest on the claimed part only: what is contested or promised is left out of the amount from the first day on.
  const found = lateInterest({ ...invoice, amount: invoice.amount - invoice.disputed - invoice.promised }, day, rates);
  if (isNoInterest(found)) return found;
  const { id, number, issued, due } = invoice;
  return {
    line: { invoice: id, number, issued, due, residual: claim, interest: found.interest, indemnity: found.indemnity },
    rates: found.segments.map(({ rate }) => rate),
  };
}
