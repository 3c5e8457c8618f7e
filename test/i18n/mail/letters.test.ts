import { describe, expect, test } from "vitest";

import { SHIPPED_TEMPLATES } from "#domain/mail-template.ts";
import { letterHtml, letterText } from "#i18n/mail/draw.ts";
import { invoiceCopyLetter, reminderLetter, TABLE_ROWS_MAX } from "#i18n/mail/letter.ts";
import { invoiceList } from "#i18n/mail/list.ts";
import { templateWordsFor } from "#i18n/mail/words.ts";
import type { MailInvoice, MailStep, ReminderData } from "#i18n/mail/messages.ts";

const LOCALES = ["fr", "en"] as const;
const STEPS: readonly MailStep[] = ["pre-due", "first", "second", "last"];
const DAYS_LATE: Readonly<Record<MailStep, number>> = { "pre-due": -5, first: 5, second: 15, last: 38 };

const eur = (minor: bigint) => ({ minor, currency: "EUR" });

function invoice(given: Partial<MailInvoice> = {}): MailInvoice {
  return {
    number: "F-1001",
    customer: null,
    issued: "2026-10-05",
    due: "2026-11-04",
    daysLate: 15,
    residual: eur(1_240_050n),
    ...given,
  };
}

function reminder(given: Partial<ReminderData> = {}): ReminderData {
  const step = given.step ?? "first";
  return {
    step,
    seller: "Atelier Vasseur",
    recipient: "Sonia Perrin",
    invoices: [invoice({ daysLate: DAYS_LATE[step] })],
    setAside: eur(0n),
    credit: eur(0n),
    missedPromise: null,
    lastWrittenOn: step === "pre-due" || step === "first" ? null : "2026-11-09",
    noticeFollows: true,
    answerBy: "2026-12-08",
    returnedDebits: [],
    rep: "Claire Morel",
    signer: "Camille Roux",
    ...given,
  };
}

const read = (data: ReminderData, locale: "fr" | "en") => {
  const letter = reminderLetter(data, locale);
  return `${letter.subject}\n\n${letterText(letter)}`;
};

describe("the tone rises and stays that of a colleague", () => {
  for (const locale of LOCALES) {
    for (const step of STEPS) {
      test(`${step}, ${locale}`, () => {
        expect(read(reminder({ step }), locale)).toMatchSnapshot();
      });
    }

    test(`several invoices, credit, a contested part, a promise that did not come, ${locale}`, () => {
      const data = reminder({
        step: "second",
        invoices: [
          invoice({ number: "F-1001" }),
          invoice({
            number: "F-1002",
            customer: "Garnier Sud",
            daysLate: 3,
            due: "2026-11-16",
            residual: eur(60_000n),
          }),
          invoice({ number: "F-1003", daysLate: -4, due: "2026-11-23", residual: eur(1_100_000n) }),
        ],
        setAside: eur(60_000n),
        credit: eur(15_000n),
        missedPromise: { amount: eur(600_000n), dueOn: "2026-11-17", partly: false },
      });
      expect(read(data, locale)).toMatchSnapshot();
    });

    test(`the copy of an invoice, ${locale}`, () => {
      const letter = invoiceCopyLetter(
        {
          seller: "Atelier Vasseur",
          recipient: "Sonia Perrin",
          invoice: invoice(),
          href: "https://factures.example/F-1001.pdf",
          rep: "Claire Morel",
          signer: "Camille Roux",
        },
        locale,
      );
      expect(`${letter.subject}\n\n${letterText(letter)}`).toMatchSnapshot();
    });
  }
});

describe("what no letter ever says", () => {
  const all = LOCALES.flatMap((locale) => STEPS.map((step) => read(reminder({ step }), locale))).join("\n");

  test("no bank details, and no transfer is asked for", () => {
    expect(all).not.toMatch(/iban|\bbic\b|\brib\b|swift|virement|transfer|bank/i);
  });

  test("no penalty, interest or fee", () => {
    expect(all).not.toMatch(/pénalit|intérêt|indemnit|penalt|interest|\bfees?\b|40 €|€40\b/i);
  });

  test("none of the words that sound like a debt collector", () => {
    expect(all).not.toMatch(/vous devez|il faut|merci de |échu|débiteur|recouvrement|escalade|you must|\bdebt/i);
  });

  test("French punctuation never begins a line", () => {
    expect(all).not.toMatch(/ [?!;:]/);
  });
});

test("a promise that came in part is not called missing", () => {
  const data = reminder({ missedPromise: { amount: eur(600_000n), dueOn: "2026-11-17", partly: true } });
  expect(read(data, "fr")).toContain("nous n'en avons reçu qu'une partie");
  expect(read(data, "fr")).not.toContain("ne nous est pas encore parvenu");
});

test("no formal notice is spoken of where none would follow", () => {
  const gentle = reminder({ step: "last", noticeFollows: false });
  expect(read(gentle, "fr")).toContain("nous aurions à décider d'une suite");
  expect(read(gentle, "fr")).not.toContain("mise en demeure");
  expect(read(gentle, "en")).toContain("we would have to decide what comes next");
  expect(read(gentle, "en")).not.toContain("formal notice");
});

describe("a direct debit that came back", () => {
  const back = { returnedDebits: ["F-1001"] };

  test("is nobody's oversight, and no transfer is expected", () => {
    expect(read(reminder(back), "fr")).toContain("Aucun virement n'est attendu pour elle");
    expect(read(reminder(back), "fr")).not.toMatch(/Un oubli|déjà parti/);
    expect(read(reminder(back), "en")).toContain("No transfer is expected for it");
    expect(read(reminder(back), "en")).not.toMatch(/slip through|on its way/);
  });

  test.each(["second", "last"] as const)("is open to any way of settling by the %s mail", (step) => {
    expect(read(reminder({ ...back, step }), "fr")).toContain("ou comment vous préférez la régler");
    expect(read(reminder({ ...back, step }), "en")).toContain("or how you would rather settle it");
    for (const locale of LOCALES) {
      expect(read(reminder({ ...back, step }), locale)).not.toMatch(/virement|transfer/i);
    }
  });

  test("beside an invoice that is simply late, leaves room for a payment on its way", () => {
    const invoices = [invoice({ daysLate: 5 }), invoice({ number: "F-1002", daysLate: 5 })];
    expect(read(reminder({ ...back, invoices }), "fr")).toContain("peut-être déjà parti");
  });
});

describe("the wordings that finance begins from", () => {
  const wordings = LOCALES.flatMap((locale) =>
    SHIPPED_TEMPLATES.flatMap((name) =>
      [1, 3, 15].map((count) => {
        const step = STEPS.find((each) => each === name) ?? "last";
        const invoices = Array.from({ length: count }, (_, n) => invoice({ number: `F-${n + 1}` }));
        const own = templateWordsFor(locale).shipped[name];
        const letter = reminderLetter(reminder({ step, invoices }), locale, own);
        return { name, locale, count, text: `${letter.subject}\n\n${letterText(letter)}` };
      }),
    ),
  );

  test.each(wordings)(
    "$name, $locale, $count: nothing is left unfilled, nothing sounds like a collector",
    ({ text }) => {
      expect(text).not.toMatch(/\{\{|\}\}|undefined|null|NaN/);
      expect(text).not.toMatch(/relance|vous devez|il faut|merci de |échu|débiteur|recouvrement|you must|\bdebt/i);
      expect(text).not.toMatch(/iban|\bbic\b|\brib\b|virement|transfer|pénalit|intérêt|indemnit|penalt|interest/i);
    },
  );

  test("thanks name what was paid, and no more than a sentence holds", () => {
    const thanks = wordings.filter(({ name, locale }) => name === "thank-you" && locale === "fr");
    expect(thanks.map(({ text }) => /pour (les? |la )?factures? [^.]*/.exec(text)?.[0])).toEqual([
      "pour la facture F-1",
      "pour les factures F-1, F-2 et F-3",
      "pour les factures F-1, F-2, F-3, F-4 et 11 autres",
    ]);
  });
});

test("an office or several people are greeted without a name", () => {
  for (const recipient of [null, "Service comptabilité", "Accounts Payable", "Compta 2", "sonia@garnier.example"]) {
    expect(read(reminder({ recipient }), "fr")).toContain("Bonjour,\n");
  }
});

test("the rep who signs is not named a second time, and a company signs once", () => {
  const alone = letterText(reminderLetter(reminder({ rep: null, signer: "Atelier Vasseur" }), "fr"));
  expect(alone).not.toContain("qui vous suit chez nous");
  expect(alone.trimEnd().endsWith("Bien à vous,\nAtelier Vasseur")).toBe(true);
});

describe("2 600 invoices", () => {
  const invoices = Array.from({ length: 2_600 }, (_, nth) => invoice({ number: `F-${nth}`, residual: eur(10_000n) }));
  const letter = reminderLetter(reminder({ step: "second", invoices }), "fr");
  const text = letterText(letter);

  test("the mail shows the ten oldest and the total of all", () => {
    expect(text.match(/^F-\d+/gm)).toHaveLength(TABLE_ROWS_MAX);
    expect(text.replace(/\s/gu, " ")).toMatch(/^.*Total +260 000,00 €/m);
    expect(text).toContain("la liste complète des 2\u202f600 factures est jointe");
  });

  test("the attached list has every one", () => {
    const { csv, fileName } = invoiceList(invoices, "2026-11-24", "fr");
    expect(fileName).toBe("factures-en-attente-2026-11-24.csv");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(2_601);
    expect(csv).toContain("F-2599;;2026-10-05;2026-11-04;15;100,00;EUR");
  });
});

test("a list is text for a spreadsheet, never a formula", () => {
  const rows = ["=SUM(1,1)", "+33", "-5", "@x", 'a"b', "x,y"].map((number) => invoice({ number, customer: "=cmd()" }));
  const { csv } = invoiceList(rows, "2026-11-24", "en");
  expect(csv).toContain("\"'=SUM(1,1)\",'=cmd(),");
  for (const start of ["\r\n=", "\r\n+", "\r\n-", "\r\n@", ",="]) expect(csv).not.toContain(start);
  expect(csv).toContain('"a""b"');
});

test("names and numbers are text in the HTML, whatever they hold", () => {
  const letter = reminderLetter(
    reminder({
      recipient: '<img src="x"> & Co',
      signer: "Camille <b>Roux</b>",
      seller: 'Vasseur "& Fils"',
      invoices: [invoice({ number: "<script>alert(1)</script>" })],
    }),
    "fr",
  );
  const html = letterHtml(letter);
  expect(html).not.toMatch(/<script|<img|<b>/);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).toContain("Vasseur &quot;&amp; Fils&quot;");
});

test("a line break in a name starts no header", () => {
  const letter = reminderLetter(
    reminder({ seller: "Vasseur\r\nBcc: everybody@x.example", invoices: [invoice(), invoice()] }),
    "fr",
  );
  expect(letter.subject).not.toMatch(/[\r\n]/);
});

test("text and HTML say the same", () => {
  const letter = reminderLetter(reminder({ step: "last" }), "fr");
  const html = letterHtml(letter);
  for (const line of letterText(letter)
    .split("\n\n")
    .filter((part) => !part.includes("---") && !part.includes("\n"))) {
    expect(html).toContain(line.trim().replaceAll("'", "&#39;"));
  }
  expect(html).toContain('<th scope="col"');
});
