import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { writeCsv } from "#exports/csv.ts";
import type { Cell, Table } from "#exports/table.ts";
import { writeXlsx } from "#exports/xlsx.ts";

/** What would be worked out, or sent somewhere, were it taken for a formula. */
const DANGEROUS = [
  "=SUM(1,1)",
  "+33 1 99 00 12 34",
  "-2+3",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  '=HYPERLINK("http://x","y")',
];

const text = (said: string): Cell => ({ is: "text", text: said });

function table(rows: readonly (readonly Cell[])[]): Table {
  return {
    name: "Par commercial",
    columns: [
      { label: "Nom", width: 20 },
      { label: "Encaissé", width: 12 },
    ],
    rows,
  };
}

function csv(rows: readonly (readonly Cell[])[], locale: "fr" | "en" = "fr"): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(writeCsv(table(rows), locale));
}

async function sheetOf(rows: readonly (readonly Cell[])[]) {
  const files = unzipSync(await writeXlsx(table(rows)));
  const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return {
    sheet: read("xl/worksheets/sheet1.xml"),
    strings: read("xl/sharedStrings.xml"),
    styles: read("xl/styles.xml"),
  };
}

describe("CSV", () => {
  test("opens in French Excel: UTF-8 with its mark, semicolons, decimal commas, days as ISO dates", () => {
    const row: readonly Cell[] = [text("Zoé; Brun"), { is: "amount", money: { minor: 1_240_050n, currency: "EUR" } }];

    expect(
      csv([
        row,
        [
          { is: "day", day: "2026-11-24" },
          { is: "number", number: 52.5, decimals: 2 },
        ],
      ]),
    ).toBe('\ufeffNom;Encaissé\r\n"Zoé; Brun";12400,50\r\n2026-11-24;52,50\r\n');
  });

  test("in English, commas and points", () => {
    expect(csv([[text("Brun, Zoé"), { is: "amount", money: { minor: 5n, currency: "EUR" } }]], "en")).toBe(
      '\ufeffNom,Encaissé\r\n"Brun, Zoé",0.05\r\n',
    );
  });

  test.each(DANGEROUS)("%j is text behind an apostrophe", (said) => {
    const cell = csv([[text(said), { is: "nothing" }]])
      .split("\r\n")
      .slice(1)
      .join("\r\n");

    expect(cell.replace(/^"/, "")).toMatch(/^'/);
  });

  test("a negative amount is a number, with the digits of its currency", () => {
    const amounts = [
      [-1_250n, "EUR"],
      [1_250n, "JPY"],
      [1_250n, "TND"],
    ] as const;
    const rows = amounts.map(([minor, currency]): readonly Cell[] => [
      { is: "nothing" },
      { is: "amount", money: { minor, currency } },
    ]);

    expect(csv(rows).trim().split("\r\n").slice(1)).toEqual([";-12,50", ";1250", ";1,250"]);
  });
});

describe("XLSX", () => {
  test("holds no formula, whatever a name looks like, and keeps every letter of it", async () => {
    const { sheet, strings } = await sheetOf(DANGEROUS.map((said) => [text(said), { is: "nothing" }]));

    expect(sheet).not.toMatch(/<f[ >]/);
    expect(strings + sheet).toContain("=SUM(1,1)");
    expect(strings + sheet).toContain("+33 1 99 00 12 34");
  });

  test("numbers are numbers and days are dates, with a format", async () => {
    const { sheet, styles } = await sheetOf([
      [
        { is: "day", day: "2026-11-24" },
        { is: "amount", money: { minor: -1_240_050n, currency: "EUR" } },
      ],
    ]);

    expect(sheet).toContain("<v>-12400.5</v>");
    // Excel counts days from 30 December 1899.
    expect(sheet).toContain("<v>46350</v>");
    expect(styles).toContain("yyyy-mm-dd");
    expect(styles).toContain("#,##0.00");
  });

  test("what XML forbids does not make a file that nobody can open", async () => {
    const { sheet, strings } = await sheetOf([[text("Zoé\u0000\u0007 <b>&</b> \ud800"), { is: "nothing" }]]);

    expect(strings + sheet).toContain("&lt;b&gt;&amp;&lt;/b&gt;");
    expect((strings + sheet).replaceAll(/[\t\n\r]/g, "")).not.toMatch(/\p{Cc}/u);
  });
});
