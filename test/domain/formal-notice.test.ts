import { describe, expect, test } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { composeNotice, isNoLetter, type FormalNotice, type LetterParty } from "#domain/formal-notice.ts";
import { knownLateRates } from "#domain/late-rates.ts";
import { formalNoticeText } from "#i18n/letters/formal-notice.ts";

const party = (code: string, postalCode: string): LetterParty => ({
  code,
  legalName: code,
  siren: "732829320",
  address: "1 rue du Port",
  postalCode,
  city: "Nantes",
});

function noticeOf(day: Day, answerDays: number, postalCode = "44000"): FormalNotice {
  const found = composeNotice(
    {
      seller: { ...party("VASSEUR", "44000"), mentions: null },
      debtor: party("GARNIER", postalCode),
      currency: "EUR",
      replyWaiting: false,
      invoices: [
        {
          id: 1,
          number: "F1",
          issued: "2026-01-01",
          due: "2026-01-31",
          amount: 600_000n,
          residual: 600_000n,
          disputed: 0n,
          promised: 0n,
          factoring: "none",
          held: false,
          kind: "business",
          country: null,
          insolvencyDate: null,
          contractRate: null,
          paid: [],
        },
      ],
    },
    day,
    { rates: knownLateRates({}), answerDays },
  );
  if (isNoLetter(found)) throw new Error(found.because);
  return found;
}

describe("the last day to pay is a day on which banks work where the debtor is", () => {
  test.each([
    ["2026-11-24", 8, "44000", "2026-12-02", "a Wednesday stays"],
    ["2026-11-20", 8, "44000", "2026-11-30", "a Saturday is the Monday after"],
    ["2026-11-20", 15, "44000", "2026-12-04", "never more than 15 days: the Saturday is the Friday before"],
    ["2026-12-17", 8, "44000", "2026-12-28", "Christmas, and the weekend after it"],
    ["2026-04-24", 14, "44000", "2026-05-07", "a holiday before a weekend, too far to wait for its end"],
    ["2026-03-26", 8, "44000", "2026-04-03", "Good Friday is a working day"],
    ["2026-03-26", 8, "67000", "2026-04-07", "except in Alsace"],
  ] as const)("of %s, %i days, at %s: %s (%s)", (day, days, postalCode, answerBy, _why) => {
    expect(noticeOf(day, days, postalCode).answerBy).toBe(answerBy);
  });
});

test("all amounts of the letter have their cents, so that a column adds up under the eye", () => {
  const { table, object } = formalNoticeText(noticeOf("2026-11-24", 8), null);
  const amounts = [...table.rows, table.total].flatMap((cells) => cells.slice(table.figuresFrom));
  expect(amounts).toHaveLength(6);
  for (const amount of amounts) expect(amount).toMatch(/^[\d\u202f]+,\d\d\u00a0€$/);
  expect(object).toMatch(/,\d\d\u00a0€$/);
});
