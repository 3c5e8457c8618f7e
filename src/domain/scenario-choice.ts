import type { InvoiceKind } from "./invoice.ts";
import type { PayerProfile } from "./payer-profile.ts";
import type { Locale } from "./person.ts";
import { DEFAULT_SCENARIO, EVERYBODY, USUAL_PRE_DUE, usualStep, type Scenario } from "./scenario.ts";

/** What the choice of a scenario looks at: the paying customer. */
export interface Chooser {
  /** The one finance chose for this customer; null = none. */
  readonly chosen: string | null;
  readonly segment: string | null;
  readonly language: Locale;
}

/**
 * The scenario of an invoice (D1): a deposit follows the deposits' one, if there is one in force; else the one chosen for
 * the customer; else the most particular that is for its segment and language (a segment counts more than a language);
 * else the default. Of two alike, the first by name.
 */
export function scenarioFor(scenarios: readonly Scenario[], customer: Chooser, kind: InvoiceKind): Scenario {
  const deposits = kind === "deposit" ? bestOf(scenarios, customer, "deposits") : undefined;
  if (deposits !== undefined) return deposits;
  const chosen = scenarios.find(({ name, audience }) => name === customer.chosen && audience.invoices === "all");
  return (
    chosen ??
    bestOf(scenarios, customer, "all") ??
    scenarios.find(({ name }) => name === DEFAULT_SCENARIO.name) ??
    DEFAULT_SCENARIO
  );
}

/** The scenario in force that finance made for a profile; null = none, and there is nothing to propose. */
export function scenarioForProfile(scenarios: readonly Scenario[], profile: PayerProfile): Scenario | null {
  return scenarios.find(({ profiles, audience }) => audience.invoices === "all" && profiles.includes(profile)) ?? null;
}

function bestOf(
  scenarios: readonly Scenario[],
  { segment, language }: Chooser,
  invoices: "all" | "deposits",
): Scenario | undefined {
  return scenarios
    .filter(
      ({ audience }) =>
        audience.invoices === invoices &&
        !audience.onlyChosen &&
        (audience.segments.length === 0 || (segment !== null && audience.segments.includes(segment))) &&
        (audience.languages.length === 0 || audience.languages.includes(language)),
    )
    .toSorted((a, b) => particularity(b) - particularity(a) || (a.name < b.name ? -1 : 1))[0];
}

function particularity({ audience, name }: Scenario): number {
  const named = (audience.segments.length > 0 ? 4 : 0) + (audience.languages.length > 0 ? 2 : 0);
  return named === 0 && name === DEFAULT_SCENARIO.name ? 1 : named;
}

/** Softer, and later: for a customer in a passing difficulty, or one who often has a point. Nothing hurries to a notice. */
const PRUDENT: Scenario = {
  name: "prudent",
  audience: { ...EVERYBODY, onlyChosen: true },
  profiles: ["passing-difficulty", "often-disputes"],
  steps: [
    usualStep("pre-due", -5),
    usualStep("first", 8),
    { ...usualStep("second", 22), tone: "courteous" },
    { ...usualStep("call", 40), tone: "courteous" },
    usualStep("last", 55),
    usualStep("formal-notice", 75),
    usualStep("decision", 95),
  ],
  preDue: USUAL_PRE_DUE,
};

/** Firmer and sooner: announced before the day, a call at three weeks. */
const FERME: Scenario = {
  name: "ferme",
  audience: { ...EVERYBODY, onlyChosen: true },
  profiles: ["slow-by-habit", "bad-payer"],
  steps: [
    usualStep("pre-due", -5),
    usualStep("first", 3),
    usualStep("second", 11),
    usualStep("call", 20),
    usualStep("last", 28),
    usualStep("formal-notice", 36),
    usualStep("decision", 50),
  ],
  preDue: { ...USUAL_PRE_DUE, everybody: true },
};

/** Deposits have their own (D1), shipped with the default's steps: finance changes them without touching other invoices. */
const ACOMPTES: Scenario = {
  ...DEFAULT_SCENARIO,
  name: "acomptes",
  audience: { ...EVERYBODY, invoices: "deposits" },
};

/** In force from the first day: the default, one for deposits, and two for whomever finance chooses them for. */
export const SHIPPED_SCENARIOS: readonly Scenario[] = [DEFAULT_SCENARIO, ACOMPTES, FERME, PRUDENT];
