import { chromium } from "playwright-core";
import { expect, test } from "vitest";

import { LOCALES } from "#domain/person.ts";
import { letterHtml } from "#i18n/mail/draw.ts";
import { reminderLetter } from "#i18n/mail/letter.ts";
import { CHROMIUM, FLAGS, fitsTheScreen, HAS_BROWSER, PHONE, picture } from "./demo-page.ts";

const eur = (minor: bigint) => ({ minor, currency: "EUR" });

test.skipIf(!HAS_BROWSER)("a reminder is no wider than a phone, and keeps its columns aligned", async () => {
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: PHONE });
    for (const locale of LOCALES) {
      const letter = reminderLetter(data(), locale);
      await page.setContent(letterHtml(letter));
      expect(await fitsTheScreen(page)).toBe(true);
      const columns = await page.evaluate(
        "[...document.querySelectorAll('tr')].map((row) => Math.round(row.lastElementChild.getBoundingClientRect().right))",
      );
      expect(new Set(columns as readonly number[]).size).toBe(1);
      await picture(page, `mail-phone-${locale}`);
      // Where a mail program drops the style sheet, the table still fits.
      await page.setContent(letterHtml(letter).replace(/<style>.*<\/style>/, ""));
      expect(await fitsTheScreen(page)).toBe(true);
    }
  } finally {
    await browser.close();
  }
});

function data() {
  const line = { number: "FA-2026-0512", issued: "2026-09-10", due: "2026-10-10", daysLate: 45 } as const;
  return {
    step: "second",
    seller: "Atelier Vasseur",
    recipient: "Sonia Perrin",
    invoices: [
      { ...line, customer: null, residual: eur(12_345_678n) },
      { ...line, number: "FA-2026-0513", customer: "Garnier Distribution Nord", residual: eur(84_050n) },
    ],
    setAside: eur(60_000n),
    credit: eur(12_000n),
    missedPromise: null,
    lastWrittenOn: "2026-11-09",
    noticeFollows: true,
    answerBy: "2026-12-08",
    returnedDebits: [],
    rep: "Claire Morel",
    signer: "Camille Roux",
  } as const;
}
