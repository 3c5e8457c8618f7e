import { expect, test } from "vitest";

import { isRejected, kindOfFile, readCanonical, type ImportKind } from "#imports/canonical.ts";
import type { CustomerRow } from "#imports/customers.ts";
import { isFileRefused } from "#imports/file-refused.ts";

const INVOICES = "number,customer_code,issue_date,due_date,amount,currency";

test("a code is text: leading zeros stay", async () => {
  const { rows } = await read("customers", "customer_code,name\n00012,Garnier\n");
  expect(rows).toMatchObject([{ line: 2, row: { customer_code: "00012", name: "Garnier" } }]);
});

test.each(["=SUM(1,1)", "<!channel>", "@here", "-1+2", 'Le "Bon" Coin', "Œuvre & Fils"])(
  "the name %s is a name like others",
  async (name) => {
    const { rows } = await read("customers", `customer_code,name\nC1,"${name.replaceAll('"', '""')}"\n`);
    expect(rows).toMatchObject([{ row: { name } }]);
  },
);

test("a quote inside an unquoted name is part of the name", async () => {
  const { rows } = await read("customers", 'customer_code,name\nC1,Le "Bon" Coin\n');
  expect(rows).toMatchObject([{ row: { name: 'Le "Bon" Coin' } }]);
});

test("amounts above 2 147 483 647 cents are exact", async () => {
  const { rows } = await read("invoices", `${INVOICES}\nF1,C1,2026-01-05,2026-02-05,98765432109.87,EUR\n`);
  expect(rows).toMatchObject([{ row: { amount: 9_876_543_210_987n } }]);
});

test.each([
  ["1200", "EUR", 120_000n],
  ["1200.5", "EUR", 120_050n],
  ["1200", "JPY", 1200n],
  ["1.234", "TND", 1234n],
])("%s %s is counted in the currency's own digits", async (amount, currency, minor) => {
  const { rows } = await read("invoices", `${INVOICES}\nF1,C1,2026-01-05,2026-02-05,${amount},${currency}\n`);
  expect(rows).toMatchObject([{ row: { amount: minor, currency } }]);
});

test.each([
  ['"1200,50"', "EUR", "amount"],
  ["1 200.50", "EUR", "amount"],
  ["(500.00)", "EUR", "amount"],
  ["12.500", "EUR", "amount"],
  ["1200.5", "JPY", "amount"],
  ["0", "EUR", "amount"],
  ["-12.00", "EUR", "amount"],
  ["1e3", "EUR", "amount"],
  ["99999999999999999999", "EUR", "amount"],
  ["", "EUR", "amount"],
  ["12.00", "EURO", "currency"],
  ["12.00", "eur", "currency"],
])("an invoice of %s %s is a bad row that names the field %s", async (amount, currency, field) => {
  const { rows } = await read("invoices", `${INVOICES}\nF1,C1,2026-01-05,2026-02-05,${amount},${currency}\n`);
  expect(rows).toEqual([{ line: 2, field, reason: expect.stringMatching(/\.$/) }]);
});

test.each([
  ["1000.50", "JPY", "“1000.50” is not an amount of JPY such as 1234."],
  ["1,5", "TND", "“1,5” is not an amount of TND such as 1234.567."],
  ["abc", "EUR", "“abc” is not an amount of EUR such as 1234.56."],
  [
    "92233720368547758.07",
    "EUR",
    "“92233720368547758.07” is not at most 100000000000.00, the largest amount that is taken.",
  ],
  ["100000000000.01", "EUR", "“100000000000.01” is not at most 100000000000.00, the largest amount that is taken."],
  ["10000000000001", "JPY", "“10000000000001” is not at most 10000000000000, the largest amount that is taken."],
])("the reason why %s %s is refused fits the currency", async (amount, currency, reason) => {
  const { rows } = await read("invoices", `${INVOICES}\nF1,C1,2026-01-05,2026-02-05,"${amount}",${currency}\n`);
  expect(rows).toEqual([{ line: 2, field: "amount", reason }]);
});

test.each(["2026-02-30", "05/01/2026", "2026-1-5", "20260105", "tomorrow"])("%s is no day", async (day) => {
  const { rows } = await read("invoices", `${INVOICES}\nF1,C1,${day},2026-02-05,12.00,EUR\n`);
  expect(rows).toEqual([{ line: 2, field: "issue_date", reason: `“${day}” is not a day such as 2026-12-04.` }]);
});

test("a value outside a closed list is told the list", async () => {
  const { rows } = await read("invoices", `${INVOICES},kind\nF1,C1,2026-01-05,2026-02-05,12.00,EUR,avoir\n`);
  expect(rows).toEqual([
    { line: 2, field: "kind", reason: "“avoir” is not one of invoice, credit_note, deposit, retention." },
  ]);
});

test("roles are several, and a wrong one is named", async () => {
  const { rows } = await read(
    "people",
    'email;name;roles;active\nClaire@Exemple.fr;Claire;"rep;manager";true\nx@exemple.fr;X;"rep;boss";yes\n',
  );
  expect(rows).toMatchObject([
    { row: { email: "claire@exemple.fr", roles: ["rep", "manager"], active: true } },
    { line: 3, field: "roles", reason: expect.stringContaining("“boss” is not one of rep, manager, finance") },
  ]);
});

test("booleans are true or false", async () => {
  const { rows } = await read("customers", "customer_code,name,key_account\nC1,A,true\nC2,B,FALSE\nC3,C,oui\nC4,D,\n");
  expect(rows).toMatchObject([
    { row: { key_account: true } },
    { row: { key_account: false } },
    { line: 4, field: "key_account", reason: "“oui” is not true or false." },
    { row: { key_account: null } },
  ]);
});

test("a payment may be negative, and not zero", async () => {
  const { rows } = await read(
    "payments",
    "reference,customer_code,date,amount,currency\nP1,C1,2026-01-05,-12.00,EUR\nP2,C1,2026-01-05,0.00,EUR\n",
  );
  expect(rows).toMatchObject([{ row: { amount: -1200n } }, { line: 3, field: "amount" }]);
});

test("the line is the one the record starts on, quoted newlines or not", async () => {
  const { rows } = await read(
    "customers",
    'customer_code,name\r\nC1,"Garnier\r\net Fils"\r\n\r\nC2,"a\r\nb\r\nc"\r\n,nameless\r\nC4,D\r\n',
  );
  expect(rows.map((row) => row.line)).toEqual([2, 5, 8, 9]);
  expect(rows[0]).toMatchObject({ row: { name: "Garnier\net Fils" } });
  expect(rows[2]).toEqual({ line: 8, field: "customer_code", reason: "customer_code is empty." });
});

test("comma or semicolon, with or without a byte order mark, in any order of columns and case of names", async () => {
  const { rows, columns } = await read("customers", "\uFEFFName ; CUSTOMER_CODE;segment\nGarnier, Paul;C1; vip \n");
  expect(rows).toMatchObject([{ row: { customer_code: "C1", name: "Garnier, Paul", segment: "vip" } }]);
  expect(columns).toEqual(["customer_code", "name", "segment"]);
});

test("a language that is not spoken takes the nearest, with a word, and loses no row", async () => {
  const written = ["fr", "en", "", "FR", "fr-FR", "de", "de", "français"];
  const { rows, warnings } = await read(
    "customers",
    `customer_code,name,language\n${written.map((language, n) => `C${n},A,${language}\n`).join("")}`,
  );
  expect(rows.map((row) => !isRejected(row) && (row.row as CustomerRow).language)).toEqual([
    "fr",
    "en",
    null,
    "fr",
    "fr",
    "en",
    "en",
    "en",
  ]);
  expect(warnings).toEqual([
    "language: “FR” is not one of fr, en, “fr” was taken (rows: 1).",
    "language: “fr-FR” is not one of fr, en, “fr” was taken (rows: 1).",
    "language: “de” is not one of fr, en, “en” was taken (rows: 2).",
    "language: “français” is not one of fr, en, “en” was taken (rows: 1).",
  ]);
  const people = await read("people", "email,name,roles,locale\na@exemple.fr,A,rep,de-CH\n");
  expect(people.rows).toMatchObject([{ row: { locale: "en" } }]);
  expect(people.warnings).toEqual(["locale: “de-CH” is not one of fr, en, “en” was taken (rows: 1)."]);
});

test("a country is two capital letters where it is known, and stays as written where it is not", async () => {
  const written = ["France", "FRANCE", "fr", "FR", "Belgique", "be", "Atlantide", ""];
  const { rows } = await read(
    "customers",
    `customer_code,name,country\n${written.map((country, n) => `C${n},A,${country}\n`).join("")}`,
  );
  expect(rows.map((row) => !isRejected(row) && (row.row as CustomerRow).country)).toEqual([
    "FR",
    "FR",
    "FR",
    "FR",
    "BE",
    "BE",
    "Atlantide",
    null,
  ]);
});

test("columns that are not known are left out, with a word", async () => {
  const { warnings } = await read("customers", "customer_code,name,colour\nC1,A,red\n");
  expect(warnings).toEqual(["Columns that are not known were left out: colour."]);
});

test("a row with too few fields is a bad row, one with empty fields too many is not", async () => {
  const { rows } = await read("customers", "customer_code,name\nC1\nC2,B,,\nC3,C,D\n");
  expect(rows).toMatchObject([
    { line: 2, reason: "The row has 1 fields where the header has 2." },
    { row: { customer_code: "C2" } },
    { line: 4, reason: "The row has 3 fields where the header has 2." },
  ]);
});

test("lines that hold delimiters only are no rows", async () => {
  const { rows } = await read("customers", "customer_code;name\n;\nC1;A\n;\n");
  expect(rows).toMatchObject([{ line: 3 }]);
});

test("a header alone is a valid empty file", async () => {
  expect((await read("invoices", `${INVOICES}\n`)).rows).toEqual([]);
  expect((await read("invoices", INVOICES)).rows).toEqual([]);
});

test("a field that is too long is a bad row", async () => {
  const { rows } = await read("customers", `customer_code,name\nC1,${"x".repeat(501)}\n`);
  expect(rows).toEqual([{ line: 2, field: "name", reason: "It is longer than 500 characters." }]);
});

test.each([
  ["nothing", "", "The file is empty: its first line must name the columns."],
  ["a missing column", "customer_code,nom\n1,A\n", "The column name is missing: a file of customers must have it."],
  [
    "a column that comes twice",
    "customer_code,name,name\n1,A,B\n",
    "The column name comes twice: keep the one that counts.",
  ],
  [
    "a quote that is never closed",
    'customer_code,name\nC1,A\nC2,"B\nC3,C\n',
    "A quote that opens on line 3 or later is never closed: mend it and import again.",
  ],
  [
    "an endless quoted field",
    `customer_code,name\nC1,A\nC2,"${"B\n".repeat(300_000)}`,
    "A quote that opens on line 3 or later is never closed: mend it and import again.",
  ],
  [
    "a field of 2 MB without quotes",
    `customer_code,name\n\nC1,${"x".repeat(2_000_000)}\n`,
    "Line 3 is too long: a row has at most 100000 characters.",
  ],
  [
    "tabs between the columns",
    "customer_code\tname\nC1\tA\n",
    "The columns must be separated by a comma or a semicolon: save the file as CSV and import it again.",
  ],
])("%s refuses the file with one sentence", async (_, content, sentence) => {
  const error = await read("customers", content).catch((refusal: unknown) => refusal);
  expect(isFileRefused(error) && error.message).toBe(sentence);
});

test.each(["latin1", "utf16le"] as const)("a file in %s is refused", async (encoding) => {
  const bytes = Buffer.from("customer_code,name\nC1,Société Générale\n", encoding);
  const marked = encoding === "utf16le" ? Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]) : bytes;
  const error = await readBytes("customers", marked, marked.length).catch((refusal: unknown) => refusal);
  expect(isFileRefused(error) && error.message).toContain("not in UTF-8");
});

test.each([1, 2, 3, 7])("pieces of %i bytes read as the whole does", async (size) => {
  const content = Buffer.from('\uFEFFcustomer_code,name\r\nC1,"Société\r\nGénérale €"\r\nC2,Œuvre\r\n');
  const whole = await readBytes("customers", content, content.length);
  expect(await readBytes("customers", content, size)).toEqual(whole);
  expect(whole.rows).toMatchObject([{ line: 2, row: { name: "Société\nGénérale €" } }, { line: 4 }]);
});

test("rows written alike have one fingerprint", async () => {
  const { rows } = await read("customers", "customer_code,name\nC1,A\nC1,A\nC1,B\n");
  const [first, same, other] = rows.map((row) => (isRejected(row) ? "" : row.fingerprint));
  expect(first).toBe(same);
  expect(first).not.toBe(other);
});

test.each([
  ["invoices.csv", "invoices"],
  ["/data/2026-11-24_Invoices.csv", "invoices"],
  ["C:\\exports\\people.csv", "people"],
  ["invoices/payments-2026.csv", "payments"],
  ["ledger.csv", null],
  ["customers-contacts.csv", null],
])("%s holds %s", (name, kind) => {
  expect(kindOfFile(name)).toBe(kind);
});

const read = (kind: ImportKind, content: string) => readBytes(kind, Buffer.from(content), 64);

async function readBytes(kind: ImportKind, bytes: Uint8Array, size: number) {
  const { columns, warnings, rows } = await readCanonical(kind, pieces(bytes, size));
  const taken = [];
  for await (const row of rows) taken.push(row);
  return { columns, warnings: warnings(), rows: taken };
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
