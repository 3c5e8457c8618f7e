import { execFile } from "node:child_process";
import {
  copyFileSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const LINTER = join(ROOT, "node_modules/oxlint/bin/oxlint");
const REPORT_BYTES_MAX = 50_000_000;
const LINT_MS_MAX = 110_000;
const TABLE_RULE = "eslint(no-restricted-imports)";

const STORE = ["#store/invoices.ts", "drizzle-orm", "drizzle-orm/pg-core", "postgres"];
const EDGES = ["#http/server.ts", "#cli/main.ts", "#jobs/runner.ts", "#email/outgoing.ts", "#simulator/demo.ts"];
const CHATS = ["#chat/slack/app.ts", "#chat/teams/app.ts"];
const EDGE_PACKAGES = [
  "hono",
  "@hono/node-server",
  "node-cron",
  "nodemailer",
  "@slack/bolt",
  "@slack/web-api",
  "botbuilder",
  "node-ical",
];
const DOWN = ["#usecases/promises/give-promise.ts", "#cards/card.ts", "#i18n/messages.ts", "#domain/money.ts"];

type Row = { readonly may: readonly string[]; readonly mayNot: readonly string[] };

/** The diagram once more, by hand: a folder, some of what it may import, and every arrow that must not be drawn. */
const DIAGRAM: Readonly<Record<string, Row>> = {
  domain: {
    may: ["./money.ts", "#domain/money.ts"],
    mayNot: [
      "zod",
      "somebody/zod",
      "pino",
      "node:fs",
      "#log.ts",
      "../store/invoices.ts",
      ...STORE,
      ...EDGES,
      ...CHATS,
      ...DOWN.slice(0, 3),
    ],
  },
  i18n: {
    may: ["./fr.ts", "#domain/money.ts"],
    mayNot: ["zod", "node:fs", "#cards/card.ts", "#usecases/promises/give-promise.ts", ...STORE, ...EDGES, ...CHATS],
  },
  store: {
    may: ["#domain/money.ts", "#store/schema/people.ts", "drizzle-orm/pg-core", "postgres", "node:crypto"],
    mayNot: [
      "zod",
      "#i18n/messages.ts",
      "#cards/card.ts",
      "#imports/csv.ts",
      "#usecases/promises/give-promise.ts",
      ...EDGES,
      ...CHATS,
    ],
  },
  cards: {
    may: ["zod", "#i18n/messages.ts", "#domain/money.ts"],
    mayNot: [
      "hono",
      "@slack/types",
      "#imports/csv.ts",
      "#usecases/promises/give-promise.ts",
      ...STORE,
      ...EDGES,
      ...CHATS,
    ],
  },
  imports: {
    may: ["zod", "csv-parse", "node:stream", "#domain/money.ts"],
    mayNot: ["hono", "#cards/card.ts", "#usecases/promises/give-promise.ts", ...STORE, ...EDGES, ...CHATS],
  },
  exports: {
    may: ["write-excel-file/node", "./table.ts", "#domain/money.ts"],
    mayNot: ["zod", "node:fs", "#cards/card.ts", "#usecases/promises/give-promise.ts", ...STORE, ...EDGES, ...CHATS],
  },
  usecases: {
    may: [
      "#store/invoices.ts",
      "#cards/card.ts",
      "#imports/row.ts",
      "#exports/csv.ts",
      "#i18n/messages.ts",
      "#domain/money.ts",
    ],
    mayNot: [
      "zod",
      "pino",
      "node:fs",
      "node:http",
      "write-excel-file/node",
      "#chat/reply.ts",
      ...STORE.slice(1),
      ...EDGES,
      ...CHATS,
      ...EDGE_PACKAGES,
    ],
  },
  chat: {
    may: ["zod", "./reply.ts", ...DOWN],
    mayNot: ["./slack/app.ts", "../http/server.ts", ...CHATS, ...STORE, ...EDGES, ...EDGE_PACKAGES],
  },
  "chat/slack": {
    may: ["hono", "@slack/bolt", "@slack/web-api", "./render.ts", "#chat/respond.ts", ...DOWN],
    mayNot: ["#chat/teams/app.ts", "botbuilder", "node-cron", "nodemailer", ...STORE, ...EDGES],
  },
  "chat/teams": {
    may: ["hono", "botbuilder", "./render.ts", "#chat/respond.ts", ...DOWN],
    mayNot: ["#chat/slack/app.ts", "@slack/bolt", "botframework-schema", "node-cron", "nodemailer", ...STORE, ...EDGES],
  },
  "calendar-feeds": {
    may: ["node-ical", "node:https", "./fetch-feed.ts", ...DOWN],
    mayNot: ["hono", "node-cron", "nodemailer", "@slack/bolt", ...STORE, ...EDGES, ...CHATS],
  },
  http: {
    may: ["hono", "@hono/node-server", "zod", "#imports/csv.ts", ...DOWN],
    mayNot: ["@slack/bolt", "botbuilder", "node-cron", "nodemailer", ...STORE, ...CHATS, ...EDGES.slice(1)],
  },
  jobs: {
    may: ["node-cron", ...DOWN],
    mayNot: ["hono", "nodemailer", "@slack/web-api", "#http/server.ts", ...STORE, ...CHATS],
  },
  email: {
    may: ["nodemailer", "postal-mime", ...DOWN],
    mayNot: ["hono", "node-cron", "@slack/web-api", "#http/server.ts", ...STORE, ...CHATS],
  },
  cli: {
    may: ["#app.ts", "zod", ...DOWN],
    mayNot: ["hono", "nodemailer", "@slack/web-api", "#http/server.ts", ...STORE, ...CHATS],
  },
  charts: {
    may: ["node:zlib", "#i18n/format.ts", "#domain/money.ts"],
    mayNot: ["hono", "#cards/card.ts", "#usecases/promises/give-promise.ts", ...STORE, ...EDGES, ...CHATS],
  },
  simulator: {
    may: ["#app.ts", "hono", "@slack/web-api", "smtp-server", "#chat/slack/limits.ts", ...DOWN],
    mayNot: ["node-cron", "botbuilder", "botframework-schema", ...STORE],
  },
};

let sandbox = "";
let complaints: readonly Complaint[] = [];

beforeAll(async () => {
  sandbox = mkdtempSync(join(tmpdir(), "relais-import-table-"));
  copyFileSync(join(ROOT, "oxlint.config.ts"), join(sandbox, "oxlint.config.ts"));
  copyFileSync(join(ROOT, "tsconfig.json"), join(sandbox, "tsconfig.json"));
  writeFileSync(join(sandbox, "package.json"), '{ "type": "module" }');
  symlinkSync(join(ROOT, "node_modules"), join(sandbox, "node_modules"));
  for (const [folder, row] of Object.entries(DIAGRAM)) {
    plant(`src/${folder}/may.ts`, row.may.map(asImport));
    plant(`src/${folder}/may-not.ts`, row.mayNot.map(asImport));
    plant(
      `src/${folder}/may-not-pass-on.ts`,
      row.mayNot.map((from) => `export type { x } from "${from}";`),
    );
  }
  plant("src/usecases/forget.ts", FORGOTTEN_AWAIT);
  plant("src/usecases/environment.ts", ["export const port = process.env['PORT'];"]);
  plant("src/usecases/default.ts", ["export default function verb(): void {}"]);
  plant(
    "src/usecases/long.ts",
    Array.from({ length: 301 }, (_, line) => `export const line${line} = ${line};`),
  );
  complaints = await lint();
});

afterAll(() => rmSync(sandbox, { recursive: true, force: true }));

const FORGOTTEN_AWAIT = [
  'import { drizzle } from "drizzle-orm/postgres-js";',
  'import { pgTable, text } from "drizzle-orm/pg-core";',
  'const people = pgTable("people", { name: text() });',
  "export async function rename(): Promise<void> {",
  '  const db = drizzle("postgres://nowhere");',
  "  db.update(people).set({ name: 'x' });",
  "  await db.delete(people);",
  "}",
];

describe.each(Object.entries(DIAGRAM))("src/%s", (folder, row) => {
  test("imports what is below it", () => {
    expect(linesRefused(`src/${folder}/may.ts`, row.may)).toEqual([]);
  });

  test("imports nothing else, neither to use it nor to pass it on", () => {
    expect(linesRefused(`src/${folder}/may-not.ts`, row.mayNot)).toEqual(row.mayNot);
    expect(linesRefused(`src/${folder}/may-not-pass-on.ts`, row.mayNot)).toEqual(row.mayNot);
  });
});

test("botbuilder stays in one folder, so that leaving it touches nothing above", () => {
  const users = globSync("src/**/*.ts", { cwd: ROOT }).filter((file) =>
    /from "(botbuilder|botframework-)/.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => !file.startsWith("src/chat/teams/"))).toEqual([]);
});

test("no folder of src is without a row", () => {
  const folders = globSync("src/*/", { cwd: ROOT }).map((folder) => folder.slice("src/".length).replace(/\/$/, ""));
  const measuring = ["bench"];
  expect(folders.filter((folder) => DIAGRAM[folder] === undefined && !measuring.includes(folder))).toEqual([]);
});

test("parts are loaded lazily only by the files at the root of src, since the linter sees no import() call", () => {
  const lazy = globSync("src/**/*.ts", { cwd: ROOT }).filter((file) =>
    /\bimport\(\s*["'`]#/.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(lazy.filter((file) => !/^src\/[^/]+$/.test(file))).toEqual([]);
});

test("a query that nobody awaits is found, and one that is awaited is not", () => {
  const found = complaints.filter((complaint) => complaint.code === "typescript(no-floating-promises)");
  expect(found).toEqual([expect.objectContaining({ file: "src/usecases/forget.ts", line: 6 })]);
});

test.each([
  ["src/usecases/environment.ts", "node(no-process-env)"],
  ["src/usecases/default.ts", "import(no-default-export)"],
  ["src/usecases/long.ts", "eslint(max-lines)"],
])("%s breaks %s and is told", (file, code) => {
  expect(complaints).toContainEqual(expect.objectContaining({ file, code }));
});

type Complaint = { readonly file: string; readonly line: number; readonly code: string };

function linesRefused(file: string, specifiers: readonly string[]): readonly string[] {
  const lines = complaints.filter((complaint) => complaint.file === file && complaint.code === TABLE_RULE);
  return specifiers.filter((_, index) => lines.some(({ line }) => line === index + 1));
}

function asImport(from: string, index: number): string {
  return `import { x as x${index} } from "${from}";`;
}

function plant(file: string, lines: readonly string[]): void {
  mkdirSync(dirname(join(sandbox, file)), { recursive: true });
  writeFileSync(join(sandbox, file), `${lines.join("\n")}\n`);
}

async function lint(): Promise<readonly Complaint[]> {
  const json = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [LINTER, "--format", "json", "src"],
      { cwd: sandbox, maxBuffer: REPORT_BYTES_MAX, timeout: LINT_MS_MAX },
      (_, stdout) => resolve(stdout),
    );
  });
  const { diagnostics } = JSON.parse(json) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics.map((found) => ({
    file: found.filename,
    line: found.labels[0]?.span.line ?? 0,
    code: found.code,
  }));
}

type Diagnostic = {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
};
