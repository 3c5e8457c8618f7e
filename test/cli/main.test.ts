import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";

import { CUSTOMERS, INVOICES, LEDGER } from "../support/small-ledger.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "relais-cli-"));
  for (const [name, content] of Object.entries(LEDGER)) write(name, content);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("files are imported and their figures shown, as JSON for programs", async ({ world }) => {
  const files = Object.keys(LEDGER).map((name) => join(folder, name));
  const taken = await relais(world, ["import", ...files, "--json"]);
  expect(taken.code).toBe(0);
  expect(JSON.parse(taken.out)).toMatchObject([
    { kind: "people", inserted: 2 },
    { kind: "customers", inserted: 2 },
    { kind: "contacts", inserted: 1 },
    { kind: "invoices", inserted: 5 },
    { kind: "payments", inserted: 3 },
  ]);

  const figures = await relais(world, ["figures", "--as-of", "2026-11-24", "--json"]);
  expect(figures.code).toBe(0);
  expect(JSON.parse(figures.out)).toMatchObject({
    currencies: { EUR: { outstanding: "1200.00", unallocated: "-90.00" } },
  });

  const read = await relais(world, ["figures", "--as-of=2026-11-24"]);
  expect(read.out).toMatch(/^As of 2026-11-24\nEUR\n {2}outstanding +1200\.00 {3}3 invoices\n/);
});

test("exit code 1 when some rows were rejected, 2 when nothing was taken", async ({ world }) => {
  const customers = write("customers-2.csv", CUSTOMERS);
  const some = write("invoices-2.csv", `${INVOICES}F9,NOBODY,2026-10-01,2026-11-30,300.00,EUR,,\n`);
  const none = write("invoices-3.csv", "number,customer_code\nF1,00012\n");

  const partly = await relais(world, ["import", some, customers]);
  expect(partly.code).toBe(1);
  expect(partly.out).toContain("line 7 customer_code: The customer “NOBODY” is not known: import customers first.");
  const nothing = await relais(world, ["import", none]);
  expect(nothing.code).toBe(2);
  expect(nothing.out).toContain("The column issue_date is missing");
});

test.for<readonly [args: readonly string[], sentence: string]>([
  [["imprt"], 'There is no command imprt: "help" lists them.'],
  [["run-due", "--nwo"], "run-due takes no options but --at."],
  [["doctor", "people"], "doctor takes no options."],
  [["import"], "Name the files to import: import FILE... [--kind KIND] [--dry-run]."],
  [["import", "/nowhere/invoices.csv"], "There is no file /nowhere/invoices.csv."],
  [["import", MAIN], "does not tell what it holds: add --kind"],
  [["figures", "--as-of", "soon"], "soon is no day: write it as 2026-12-04."],
  [["figures", "--top", "-1"], "figures takes --as-of DAY, --scope SCOPE and --top N"],
  [["figures", "--top", "1001"], "--top takes a number from 0 to 1000."],
  [["figures", "--scope", "seller:S9"], "Nothing is known as seller:S9"],
  [["figures", "--at", "tomorrow"], "--at tomorrow is no instant"],
  [["figures", "--at", "2199-01-01T08:00:00Z"], "--at is in the future: set RELAIS_TIME_TRAVEL=on"],
])("%s cannot be used: one sentence and exit code 2", async ([args, sentence], { world }) => {
  const { code, out, err } = await relais(world, args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(sentence);
  expect(err.trim().split("\n")).toHaveLength(1);
});

test("with RELAIS_TIME_TRAVEL the clock may be moved ahead, and dates what is written", async ({ world }) => {
  const file = write("customers-4.csv", CUSTOMERS);
  const moved = await relais(world, ["import", file, "--at", "2030-01-02T23:30:00Z"], { RELAIS_TIME_TRAVEL: "on" });
  expect(moved.code).toBe(0);
  const rows = await world.store.bulk`select at from imports`;
  expect(rows[0]?.["at"]).toEqual(new Date("2030-01-02T23:30:00Z"));
});

test("an unexpected error is one sentence without SQL or a stack; the log has it when asked", async ({ world }) => {
  await world.store.bulk`alter table allocations rename to allocations_gone`;
  try {
    const quiet = await relais(world, ["figures"], { LOG_LEVEL: "info" });
    expect(quiet).toEqual({
      code: 2,
      out: "",
      err: "Something went wrong. Run it again with LOG_LEVEL=debug, which shows it.\n",
    });
    const asked = await relais(world, ["figures"], { LOG_LEVEL: "debug" });
    expect(asked.err).toContain('relation \\"allocations\\" does not exist');
  } finally {
    await world.store.bulk`alter table allocations_gone rename to allocations`;
  }
});

test("a database that does not open, and a wrong setting, are said with what to mend", async ({ world }) => {
  const closed = await relais(world, ["figures"], { DATABASE_URL: "postgres://relais@127.0.0.1:1/none" });
  expect(closed.err).toMatch(/^The database cannot be used: check DATABASE_URL.*ECONNREFUSED.*\n$/);
  const wrong = await relais(world, ["figures"], { RELAIS_STALE_AFTER: "soon" });
  expect(wrong.err).toBe("RELAIS_STALE_AFTER must be a number of working days, or off.\n");
});

test("a reader that leaves before the answer is no error", async () => {
  const child = spawn(process.execPath, [MAIN, "help"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let err = "";
  child.stderr.on("data", (piece: Buffer) => (err += piece.toString()));
  const [code] = (await once(child, "close")) as [number];
  expect([code, err]).toEqual([0, ""]);
});

test("help names every command and the exit codes", async ({ world }) => {
  const { code, out } = await relais(world, []);
  expect(code).toBe(0);
  for (const name of ["migrate", "import FILE", "figures", "preview", "go-live", "run-due", "doctor"]) {
    expect(out).toContain(`\n  ${name}`);
  }
});

function write(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function relais(world: World, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { env: { PATH: process.env["PATH"] ?? "", DATABASE_URL: world.url, LOG_LEVEL: "silent", ...env } },
      (error, out, err) =>
        resolve({ code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1, out, err }),
    );
  });
}
