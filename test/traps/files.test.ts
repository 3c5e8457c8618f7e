import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { renderCard as renderInSlack } from "#chat/slack/render.ts";
import { renderCard as renderInTeams } from "#chat/teams/render.ts";
import { writeCsv } from "#exports/csv.ts";
import { personByEmail } from "#store/people.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { eurosOn, importedCompany, INVOICE_HEADER, invoicesCsv, paymentsCsv } from "../support/imported.ts";
import { residuals } from "../support/small-ledger.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

/** What an import of one file said of its rows. */
async function said(world: World, name: string, content: string) {
  const [report] = await world.import({ [name]: content });
  return { inserted: report?.inserted, rejected: report?.rejected };
}

const GOOD = "F1,GARNIER,2026-10-01,2026-11-01,1000.00,EUR";

test("trap 3: a group that payments do not settle to the cent stays open for what is left", async ({ world }) => {
  await importedCompany(world, {
    "invoices.csv": invoicesCsv(GOOD, "F2,GARNIER,2026-10-01,2026-11-01,500.00,EUR"),
    "payments.csv": paymentsCsv("P1,GARNIER,2026-11-10,1000.00,EUR,F1", "P1,GARNIER,2026-11-10,499.99,EUR,F2"),
  });

  expect(await residuals(world)).toEqual({ F2: 1n });
  expect(await eurosOn(world, "2026-11-24")).toMatchObject({ openInvoices: 1, overdue: "0.01" });
});

test("trap 4: the same reference at two customers is two payments, each on its own invoice", async ({ world }) => {
  const [, , , , payments] = await importedCompany(world, {
    "customers.csv": "customer_code,name\nGARNIER,Garnier\nLEMOINE,Lemoine\n",
    "invoices.csv": invoicesCsv(GOOD, "F1,LEMOINE,2026-10-01,2026-11-01,300.00,EUR"),
    "payments.csv": paymentsCsv("AA,GARNIER,2026-11-10,400.00,EUR,F1", "AA,LEMOINE,2026-11-10,300.00,EUR,F1"),
  });

  expect(payments).toMatchObject({ inserted: 2, rejected: [] });
  const open = await world.db.execute(
    sql`select customer_code as customer from invoices where settled_on is null order by 1`,
  );
  expect([...open]).toEqual([{ customer: "GARNIER" }]);
  expect(await eurosOn(world, "2026-11-24")).toMatchObject({ outstanding: "600.00", unallocated: "0.00" });
});

test("trap 5: an opening lump without a number is refused by line, field and reason; the other rows are taken", async ({
  world,
}) => {
  await importedCompany(world);

  const lump = invoicesCsv(",GARNIER,2026-01-01,2026-01-01,48250.00,EUR", GOOD);

  expect(await said(world, "invoices.csv", lump)).toEqual({
    inserted: 1,
    rejected: [{ line: 2, field: "number", reason: "number is empty." }],
  });
  expect(await residuals(world)).toEqual({ F1: 100_000n });
});

test("trap 6: a day that may be read two ways is refused, not guessed", async ({ world }) => {
  await importedCompany(world);

  const slashes = invoicesCsv(
    "F2,GARNIER,03/04/2026,2026-05-04,10.00,EUR",
    "F3,GARNIER,2026-04-03,13/05/2026,10.00,EUR",
  );

  expect(await said(world, "invoices.csv", slashes)).toEqual({
    inserted: 0,
    rejected: [
      { line: 2, field: "issue_date", reason: "“03/04/2026” is not a day such as 2026-12-04." },
      { line: 3, field: "due_date", reason: "“13/05/2026” is not a day such as 2026-12-04." },
    ],
  });
});

describe("trap 7: codes keep their zeros, and names are text", () => {
  test("in the ledger", async ({ world }) => {
    await importedCompany(world, {
      "customers.csv": 'customer_code,name\n00012,"=SUM(1,1)"\n12,<!channel>\n',
      "contacts.csv": "customer_code,name\n",
      "invoices.csv": invoicesCsv("F1,00012,2026-10-01,2026-11-01,10.00,EUR", "F1,12,2026-10-01,2026-11-01,7.00,EUR"),
    });

    expect(await eurosOn(world, "2026-11-24")).toMatchObject({
      top: [
        { customer: "00012", overdue: "10.00" },
        { customer: "12", overdue: "7.00" },
      ],
    });
  });

  test("on the card: no ping in Slack, no mark in Teams", async ({ world }) => {
    const name = "<!channel> *gras* [lien](https://exemple.example) =SUM(1,1)";
    await importedCompany(world, {
      "customers.csv": `customer_code,name,rep_email\nGARNIER,"${name}",claire@exemple.example\n`,
      "invoices.csv": invoicesCsv(GOOD),
    });
    const claire = await personByEmail(world.db, "claire@exemple.example");
    const drawn =
      claire === null ? null : await drawShowing(world.context(), { show: "customer", customer: "GARNIER" }, claire);
    if (drawn === null) throw new Error("Claire sees no card.");

    const slack = JSON.stringify(renderInSlack(drawn.card));
    expect(slack).toContain("&lt;!channel&gt;");
    expect(slack).not.toContain("<!channel>");
    const teams = renderInTeams(drawn.card, { opensDialogs: true });
    const headings = JSON.stringify(teams).match(/"type":"TextBlock","text":"[^"]*channel[^"]*"/g) ?? [];
    expect(headings.length).toBeGreaterThan(0);
    for (const heading of headings) expect(heading).toContain(String.raw`\\<!channel\\> \\*gras\\* \\[lien\\]`);
  });

  test("in a file for a spreadsheet: no formula", () => {
    const bytes = writeCsv(
      { name: "Clients", columns: [{ label: "Nom", width: 20 }], rows: [[{ is: "text", text: "=SUM(1,1)" }]] },
      "fr",
    );
    expect(new TextDecoder().decode(bytes)).not.toMatch(/(^|[\n;])"?=SUM/);
  });
});

test("trap 8: titles above the header refuse the file, total lines are refused one by one", async ({ world }) => {
  await importedCompany(world);

  const titled = `Balance âgée au 24/11/2026\n${invoicesCsv(GOOD)}`;
  const refused = await said(world, "invoices.csv", titled);
  expect(refused).toMatchObject({ inserted: 0, rejected: [{ line: 1 }] });
  expect(refused.rejected?.[0]?.reason).toMatch(/column/);

  const totalled = `${INVOICE_HEADER}\n${GOOD}\nTotal GARNIER,,,,1000.00,EUR\n,,,,,\nTOTAL,GARNIER,,,1000.00,EUR\n`;
  expect(await said(world, "invoices.csv", totalled)).toEqual({
    inserted: 1,
    rejected: [
      { line: 3, field: "customer_code", reason: "customer_code is empty." },
      { line: 5, field: "issue_date", reason: "issue_date is empty." },
    ],
  });
});

test("trap 9: an amount that is not written as 1234.56 is refused, never guessed", async ({ world }) => {
  await importedCompany(world);
  const written = [
    '"(500,00)"',
    '"500,00-"',
    '"1.234,56"',
    '"1,234.56"',
    "1\u00a0234.56",
    "1\u202f234.56",
    "1 234.56",
    "12.500",
    '"500,00"',
    "-500.00",
    "500.00 €",
    "1e3",
    "0.00",
  ];

  const rows = written.map((amount, nth) => `F${nth},GARNIER,2026-10-01,2026-11-01,${amount},EUR`);
  const { inserted, rejected } = await said(world, "invoices.csv", invoicesCsv(...rows));

  expect(inserted).toBe(0);
  expect(rejected?.map(({ line, field }) => `${line} ${field}`)).toEqual(written.map((_, nth) => `${nth + 2} amount`));
  expect(rejected?.[7]?.reason).toBe("“12.500” is not an amount of EUR such as 1234.56.");
  expect(rejected?.[0]?.reason).toBe("“(500,00)” is not an amount of EUR such as 1234.56.");
  expect(await residuals(world)).toEqual({});
});
