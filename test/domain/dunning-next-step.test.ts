import { describe, expect, test } from "vitest";

import { addDays, type Day } from "#domain/calendar.ts";
import type { DunnedInvoice } from "#domain/dunning-facts.ts";
import { nextStep } from "#domain/dunning-next-step.ts";
import { DEFAULT_SCENARIO } from "#domain/scenario.ts";
import { aDebtor, anInvoice, aRemindedInvoice } from "../support/dunning-facts.ts";

const DUE: Day = "2026-11-02";

/** The decision so many days after the due day, in a few words. */
const at = (age: number, invoice: DunnedInvoice, debtor = aDebtor()): string => {
  const next = nextStep(DEFAULT_SCENARIO, invoice, debtor, addDays(DUE, age));
  if (next.is === "nothing") return "nothing";
  if (next.is === "due") return next.step.name;
  return `${next.step.name} waits: ${next.stop.reason}${next.stop.until === null ? "" : ` until ${next.stop.until}`}`;
};

describe("an invoice to which nothing was sent", () => {
  test.each([
    [0, "nothing"],
    [1, "nothing"],
    [6, "nothing"],
    [7, "first"],
    [14, "first"],
    [15, "second"],
    [29, "second"],
    [45, "second"],
    [100, "second"],
  ])("at %i days it gets: %s; no call comes without an e-mail before it", (age, step) => {
    expect(at(age, anInvoice())).toBe(step);
  });
});

describe("an invoice reminded in time", () => {
  const remindedAt = (age: number, more: Partial<DunnedInvoice> = {}) => aRemindedInvoice(addDays(DUE, age), more);

  test("gets one step after the other", () => {
    expect(at(15, remindedAt(7, { step: "first" }))).toBe("second");
    expect(at(29, remindedAt(15))).toBe("nothing");
    expect(at(30, remindedAt(15))).toBe("call");
    expect(at(38, remindedAt(15, { step: "call" }))).toBe("last");
    expect(at(45, remindedAt(38, { step: "last" }))).toBe("formal-notice");
    expect(at(63, remindedAt(38, { step: "formal-notice" }))).toBe("decision");
    expect(at(99, remindedAt(38, { step: "decision" }))).toBe("nothing");
  });

  test("a missed day catches up, skips e-mail levels, and never skips the call", () => {
    expect(at(20, remindedAt(7, { step: "first" }))).toBe("second");
    expect(at(50, remindedAt(7, { step: "first" }))).toBe("call");
    expect(at(50, remindedAt(15, { step: "call" }))).toBe("formal-notice");
  });

  test("the call waits until the last reminder that lists it is seven days old", () => {
    expect(at(30, remindedAt(24))).toBe(`call waits: awaiting-answer until ${addDays(DUE, 30)}`);
    expect(at(31, remindedAt(24))).toBe("call");
  });

  test("a reply closed as carry on restarts the seven days", () => {
    const carried = remindedAt(15, { carryOnSince: addDays(DUE, 28) });
    expect(at(34, carried)).toBe(`call waits: awaiting-answer until ${addDays(DUE, 34)}`);
    expect(at(35, carried)).toBe("call");
  });

  test.each([
    [100n, "call", "EUR 1 missing from EUR 1 200 is no answer"],
    [500n, "call", "nor is 0.4 %"],
    [700n, "call waits: answered", "more than 0.5 % is"],
  ])("with %i cents paid on it since: %s, for %s", (paid, step) => {
    const paidPart = remindedAt(15, { paidSince: paid, residual: 120_000n - paid });
    expect(at(30, paidPart)).toBe(step);
  });

  test("one that answered by paying a part hears again by the next e-mail", () => {
    expect(at(38, remindedAt(15, { paidSince: 60_000n, residual: 60_000n }))).toBe("last");
  });

  test("a bounced reminder grounds no call: the e-mail is sent again, or the next one, and meanwhile it waits", () => {
    const bounced = { lastReminder: { sentOn: addDays(DUE, 15), state: "bounced" } as const };
    expect(at(30, anInvoice({ step: "first", ...bounced }))).toBe("second");
    expect(at(30, anInvoice({ step: "second", ...bounced }))).toBe("call waits: no-email-yet");
    expect(at(38, anInvoice({ step: "second", ...bounced }))).toBe("last");
    expect(at(45, anInvoice({ step: "last", ...bounced }))).toBe("formal-notice waits: no-email-yet");
  });

  test("a formal notice does not wait seven days, but an earlier e-mail must have arrived", () => {
    expect(at(45, remindedAt(44, { step: "last" }))).toBe("formal-notice");
  });

  test("a consumer is decided about without a formal notice", () => {
    const consumer = remindedAt(38, { step: "last", customerKind: "consumer" });
    expect(at(59, consumer)).toBe("nothing");
    expect(at(63, consumer)).toBe("decision");
  });
});

describe("an invoice whose pace was set anew", () => {
  test("takes its next step only, on its moved day", () => {
    const entered = anInvoice({ step: "first", shift: 85, reentered: true });
    expect(at(99, entered)).toBe("nothing");
    expect(at(100, entered)).toBe("second");
    expect(at(170, entered)).toBe("second");
  });

  test("keeps its later gaps", () => {
    const entered = aRemindedInvoice(addDays(DUE, 100), { step: "second", shift: 85, reentered: true });
    expect(at(114, entered)).toBe("nothing");
    expect(at(115, entered)).toBe("call");
  });
});

describe("before the due day", () => {
  const large = anInvoice({ amount: 1_000_000n });

  test("a large invoice is announced, late if need be, up to the day itself", () => {
    expect(at(-11, large)).toBe("nothing");
    expect(at(-10, large)).toBe("pre-due");
    expect(at(0, large)).toBe("pre-due");
    expect(at(1, large)).toBe("nothing");
    expect(at(-3, anInvoice({ amount: 1_000_000n, step: "pre-due" }))).toBe("nothing");
  });

  test("a slow payer hears five days before, others do not", () => {
    expect(at(-5, anInvoice(), aDebtor({ slowPayer: true }))).toBe("pre-due");
    expect(at(-6, anInvoice(), aDebtor({ slowPayer: true }))).toBe("nothing");
    expect(at(-5, anInvoice())).toBe("nothing");
  });
});

test("a key account's steps come without any e-mail", () => {
  expect(at(30, anInvoice({ keyAccount: true }))).toBe("call");
  expect(at(15, anInvoice({ keyAccount: true }))).toBe("second");
});
