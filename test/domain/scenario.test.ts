import { describe, expect, test } from "vitest";

import { addDays } from "#domain/calendar.ts";
import { partsOfTemplate, templateFor } from "#domain/mail-template.ts";
import { scenarioFor, scenarioForProfile, SHIPPED_SCENARIOS } from "#domain/scenario-choice.ts";
import { standingOf, stepApplies } from "#domain/scenario-condition.ts";
import { recipientsOf } from "#domain/scenario-recipients.ts";
import {
  DEFAULT_SCENARIO,
  EVERYBODY,
  positionOf,
  usualStep,
  type Audience,
  type Scenario,
  type Step,
  type StepCondition,
} from "#domain/scenario.ts";
import { planDay } from "#domain/dunning.ts";
import { wordsFor } from "#i18n/words.ts";
import { aDebtor, anInvoice, aStanding, someFacts, told } from "../support/dunning-facts.ts";

const named = (name: string, audience: Partial<Audience>): Scenario => ({
  ...DEFAULT_SCENARIO,
  name,
  audience: { ...EVERYBODY, ...audience },
});
const french = { chosen: null, segment: null, language: "fr" } as const;

describe("which scenario is whose", () => {
  const inForce = [
    ...SHIPPED_SCENARIOS,
    named("retail", { segments: ["retail"] }),
    named("retail-en", { segments: ["retail"], languages: ["en"] }),
    named("english", { languages: ["en"] }),
  ];
  test.each([
    ["nobody in particular", french, "invoice", "default"],
    ["a language", { ...french, language: "en" }, "invoice", "english"],
    ["a segment counts more than a language", { ...french, segment: "retail", language: "fr" }, "invoice", "retail"],
    ["both count most", { ...french, segment: "retail", language: "en" }, "invoice", "retail-en"],
    ["a segment that nobody made one for", { ...french, segment: "sport" }, "invoice", "default"],
    ["the one finance chose", { ...french, segment: "retail", chosen: "prudent" }, "invoice", "prudent"],
    ["one that is no more", { ...french, chosen: "gone" }, "invoice", "default"],
    ["a deposit", french, "deposit", "acomptes"],
    ["a deposit of a customer with one of its own", { ...french, chosen: "ferme" }, "deposit", "acomptes"],
    ["a retention", french, "retention", "default"],
  ] as const)("%s", (_, customer, kind, expected) => {
    expect(scenarioFor(inForce, customer, kind).name).toBe(expected);
  });

  test("without a scenario of their own deposits go as invoices do", () => {
    expect(scenarioFor([DEFAULT_SCENARIO], french, "deposit").name).toBe("default");
  });

  test("a profile proposes a softer or a firmer one", () => {
    expect(scenarioForProfile(SHIPPED_SCENARIOS, "passing-difficulty")?.name).toBe("prudent");
    expect(scenarioForProfile(SHIPPED_SCENARIOS, "bad-payer")?.name).toBe("ferme");
    expect(scenarioForProfile([DEFAULT_SCENARIO], "bad-payer")).toBeNull();
  });

  test("a switch repeats no level: the step before is kept by its level", () => {
    const short = { ...DEFAULT_SCENARIO, steps: [usualStep("first", 3), usualStep("last", 20)] };
    expect([null, "first", "second", "call", "last"].map((step) => positionOf(short, step as never))).toEqual([
      -1, 0, 0, 0, 1,
    ]);
  });
});

test.each([
  [{ invoices: "deposits" }, "pour les acomptes", "for deposits"],
  [{}, "pour tous", "for everybody"],
  [
    { segments: ["retail"], languages: ["en"] },
    "pour toutes les factures, segment retail, clients à qui l'on écrit en anglais",
    "for all invoices, segment retail, customers written to in English",
  ],
] as const)("whose a scenario is, in words: %j", (audience, fr, en) => {
  const whole = { ...EVERYBODY, ...audience };
  expect(wordsFor("fr").scenarios.list.audience(whole)).toBe(fr);
  expect(wordsFor("en").scenarios.list.audience(whole)).toBe(en);
});

describe("conditions of a step", () => {
  const invoice = { currency: "EUR", means: "transfer" } as const;
  const standing = aStanding({
    daysLate: 40,
    outstanding: new Map([["EUR", 1_200_000n]]),
    insurerExceeded: true,
    factorExceeded: false,
    months: 30,
    rating: "difficult",
    segment: "retail",
  });
  test.each<[string, StepCondition, boolean]>([
    ["nothing asked", {}, true],
    ["age bucket", { daysLate: { from: 31, to: 60 } }, true],
    ["another age bucket", { daysLate: { from: 61, to: null } }, false],
    ["outstanding from exactly this", { outstanding: { from: 12_000, to: null } }, true],
    ["outstanding from a cent more", { outstanding: { from: 12_000.01, to: null } }, false],
    ["insurer's limit exceeded", { limitExceeded: "insurer" }, true],
    ["factor's limit exceeded", { limitExceeded: "factor" }, false],
    ["either limit", { limitExceeded: "either" }, true],
    ["an old customer", { customerMonths: { from: 24, to: null } }, true],
    ["a new customer", { customerMonths: { from: null, to: 12 } }, false],
    ["score", { ratings: ["watch", "difficult"] }, true],
    ["payment means", { means: ["cheque"] }, false],
    ["segment", { segments: ["retail"] }, true],
    ["all must hold", { segments: ["retail"], means: ["cheque"] }, false],
  ])("%s", (_, when, holds) => {
    expect(stepApplies(when, standing, invoice)).toBe(holds);
  });

  test("what is not known does not hold, unless nothing is judged", () => {
    const asked: StepCondition = { customerMonths: { from: 1, to: null }, limitExceeded: "either" };
    expect(stepApplies(asked, aStanding(), invoice)).toBe(false);
    expect(stepApplies(asked, null, invoice)).toBe(true);
  });

  test("unused credit counts against a limit; a month is full on its day", () => {
    const file = {
      segment: null,
      since: "2025-11-03",
      currency: "EUR",
      internalLimit: null,
      insurerLimit: 100_000n,
      factorLimit: null,
      history: null,
    } as const;
    const owed = [{ due: "2026-10-03", currency: "EUR", residual: 120_000n } as const];
    const judged = standingOf(file, owed, [{ currency: "EUR", minor: -30_000n }], "2026-11-02");
    expect(judged).toMatchObject({ daysLate: 30, insurerExceeded: false, factorExceeded: null, months: 11 });
    expect(standingOf(file, owed, [], "2026-11-03")).toMatchObject({ insurerExceeded: true, months: 12 });
  });
});

describe("a plan by other scenarios than the default", () => {
  const debtor = aDebtor({
    segment: "retail",
    addresses: { signatory: ["pdg@client.example"], rep: ["claire@exemple.example"], direction: [] },
    manager: { person: 7, email: "paul@exemple.example" },
  });
  const plan = (steps: readonly Step[], age: number, given: Parameters<typeof anInvoice>[0] = {}) => {
    const scenario = { ...named("retail", { segments: ["retail"] }), steps };
    const invoice = anInvoice({ number: "F1", due: "2026-11-02", ...given });
    const day = addDays("2026-11-02", age);
    return planDay(someFacts([invoice], { scenarios: [DEFAULT_SCENARIO, scenario], debtors: [debtor] }), day);
  };

  test("the segment's days hold", () => {
    expect(told(plan([usualStep("first", 2)], 2))).toEqual(["first to C1: F1 = 120000 EUR"]);
    expect(told(plan([usualStep("first", 8)], 7))).toEqual([]);
  });

  test("a step whose condition does not hold is passed over", () => {
    const steps = [{ ...usualStep("first", 2), when: { means: ["cheque"] as const } }];
    expect(told(plan(steps, 3, { means: "transfer" }))).toEqual([]);
    expect(told(plan(steps, 3, { means: "cheque" }))).toEqual(["first to C1: F1 = 120000 EUR"]);
  });

  test("it is sent by role, and says which role nobody has", () => {
    const recipients = { to: ["billing", "signatory"], cc: ["rep"], bcc: ["direction"] } as const;
    const [message] = plan([{ ...usualStep("first", 2), recipients }], 2).messages;
    expect(message).toMatchObject({
      to: ["compta@client.example", "pdg@client.example"],
      cc: ["claire@exemple.example"],
      bcc: [],
      missing: ["direction"],
      scenario: "retail",
    });
  });

  test("a call is put to whoever the step names", () => {
    const steps = [usualStep("first", 2), { ...usualStep("call", 10), actor: "manager" as const }];
    const { asks } = plan(steps, 22, {
      step: "first",
      delivered: true,
      lastReminder: { sentOn: "2026-11-04", state: "sent" },
    });
    expect(asks).toMatchObject([{ kind: "call", holder: { person: 7 } }]);
  });

  test.each([
    ["deposit", -5, []],
    ["deposit", 2, []],
    ["deposit", 7, ["first to C1: A1 = 120000 EUR"]],
    ["invoice", -5, []],
    ["invoice", 2, []],
    ["invoice", 7, ["first to C1: A1 = 120000 EUR"]],
  ] as const)("as shipped, a %s %i days from its due date", (kind, age, expected) => {
    const facts = someFacts([anInvoice({ number: "A1", kind, due: "2026-11-02" })], { scenarios: SHIPPED_SCENARIOS });
    expect(told(planDay(facts, addDays("2026-11-02", age)))).toEqual(expected);
  });

  test.each([
    ["invoice", "business", true],
    ["invoice", "consumer", false],
    ["deposit", "business", true],
  ] as const)(
    "the last mail about an %s of a %s knows whether a formal notice follows",
    (kind, customerKind, expected) => {
      const invoice = anInvoice({ kind, customerKind, step: "call", due: "2026-09-07", delivered: true });
      const facts = someFacts([invoice], { scenarios: SHIPPED_SCENARIOS });
      const [message] = planDay(facts, "2026-10-15").messages;
      expect(message).toMatchObject({ step: "last", noticeFollows: expected });
    },
  );

  test("a deposit and an invoice of one customer leave in one message", () => {
    const deposits = { ...named("acomptes", { invoices: "deposits" }), steps: [usualStep("second", 3)] };
    const facts = someFacts(
      [anInvoice({ number: "A1", kind: "deposit", due: "2026-11-02" }), anInvoice({ number: "F1", due: "2026-10-30" })],
      { scenarios: [DEFAULT_SCENARIO, deposits], debtors: [aDebtor()] },
    );
    expect(told(planDay(facts, "2026-11-05"))).toEqual(["second to C1: F1+A1 = 240000 EUR"]);
  });
});

test("nobody gets a message twice, and the usual recipients stand in for a role nobody has", () => {
  const wanted = { to: ["signatory"], cc: ["rep", "collector"], bcc: ["rep"] } as const;
  const addresses = { rep: ["A@x.example"], collector: ["a@x.example"] };
  expect(recipientsOf(wanted, ["compta@c.example"], addresses)).toEqual({
    to: ["compta@c.example"],
    cc: ["A@x.example"],
    bcc: [],
    missing: ["signatory"],
  });
});

test("a wording is cut into words and places; the signer's own goes before the seller's", () => {
  expect(partsOfTemplate("Facture {{invoice}} !")).toEqual(["Facture ", { place: "number" }, " !"]);
  const text = { name: "first", locale: "fr", subject: "s", body: "b" } as const;
  const all = [
    { ...text, sender: null },
    { ...text, sender: "FR01" },
    { ...text, sender: "Camille@x.example" },
  ];
  const wanted = { name: "first", locale: "fr", seller: "FR01", signer: "camille@x.example" } as const;
  expect(templateFor(all, wanted)?.sender).toBe("Camille@x.example");
  expect(templateFor(all, { ...wanted, signer: null })?.sender).toBe("FR01");
  expect(templateFor(all, { ...wanted, locale: "en" })).toBeNull();
});
