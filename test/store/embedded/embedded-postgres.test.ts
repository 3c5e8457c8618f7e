import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { PendingQuery, Row, Sql } from "postgres";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";

import { postgres } from "#store/driver.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres, type Purpose } from "#store/embedded/embedded-postgres.ts";

const HOLDER = fileURLToPath(new URL("../../support/hold-database.ts", import.meta.url));
/** An account of every Unix that has nothing to do with us. */
const SOMEBODY = { uid: 1, gid: 1 };
const isRoot = process.getuid?.() === 0;
const somebodyCanRunUs = isRoot && spawnSync(process.execPath, ["--check", HOLDER], SOMEBODY).status === 0;

const started: EmbeddedPostgres[] = [];
let dataDir = "";

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "relais-embedded-"));
  chmodSync(dataDir, 0o755);
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("what is written is there again after a stop and a start", async () => {
  const first = await start("service");
  await query(first.url, (sql) => sql`create table kept as select 'é' as letter`);
  await first.stop();
  expect(existsSync(recordFile())).toBe(false);

  const second = await start("service");
  expect(await query(second.url, (sql) => sql`select letter from kept`)).toEqual([{ letter: "é" }]);
});

test("a service keeps every commit through a power cut, and the server listens on this machine only", async () => {
  const server = await start("service");
  const settings = await query(
    server.url,
    (sql) => sql`select name, setting from pg_settings where name in
      ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories', 'server_encoding')`,
  );
  expect(Object.fromEntries(settings.map((row) => [row["name"], row["setting"]]))).toEqual({
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    server_encoding: "UTF8",
  });
});

test("nobody gets in without the password", async () => {
  const server = await start("tests");
  const guessed = new URL(server.url);
  guessed.password = "relais";
  await expect(query(guessed.href, (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
});

test("processes that start at once share one server, and the last one out stops it", async () => {
  const holders = await Promise.all([hold(), hold(), hold()]);
  expect(new Set(holders.map((holder) => holder.url)).size).toBe(1);

  for (const holder of holders) {
    expect(await query(holder.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await release(holder);
  }
  expect(existsSync(recordFile())).toBe(false);
});

test("a process that was killed holds nothing: the next one out stops the server", async () => {
  const [killed, living] = [await hold(), await hold()];
  killed.process.kill("SIGKILL");
  await once(killed.process, "exit");
  expect(await query(living.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);

  await release(living);
  expect(existsSync(recordFile())).toBe(false);
});

test("a server that was killed is started again, with what was committed", async () => {
  const server = await start("service");
  await query(server.url, (sql) => sql`create table kept as select 1 as one`);
  process.kill(recordedPid(), "SIGKILL");

  const next = await start("service");
  expect(await query(next.url, (sql) => sql`select one from kept`)).toEqual([{ one: 1 }]);
  await server.stop();
  expect(await query(next.url, (sql) => sql`select one from kept`)).toEqual([{ one: 1 }]);
  await next.stop();
});

test("a recorded process number that now belongs to another program is no server", async () => {
  const server = await start("service");
  const [, ...rest] = readFileSync(recordFile(), "utf8").split("\n");
  await server.stop();
  const stranger = spawn("sleep", ["600"], isRoot ? ownerOfData() : {});
  onTestFinished(() => void stranger.kill());
  writeFileSync(recordFile(), [stranger.pid, ...rest].join("\n"));

  const next = await start("service");
  expect(await query(next.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(stranger.exitCode).toBe(null);
});

test("a folder for tests that is damaged is made anew, a service's is left alone and told", async () => {
  await (await start("tests")).stop();
  rmSync(join(dataDir, "postgres/data/global/pg_control"));

  await expect(start("service")).rejects.toThrow(/PostgreSQL did not start/);
  const repaired = await start("tests");
  expect(await query(repaired.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test("the folder of another major version is left alone and told", async () => {
  mkdirSync(join(dataDir, "postgres/data"), { recursive: true });
  writeFileSync(join(dataDir, "postgres/data/PG_VERSION"), "17\n");
  await expect(start("service")).rejects.toThrow(/was written by PostgreSQL 17/);
});

test.skipIf(!isRoot)("as root, a folder that only root may enter is given up for another, which is told", async () => {
  chmodSync(dataDir, 0o700);
  const said: string[] = [];
  const server = await start("tests", (sentence) => void said.push(sentence));
  const folder = /kept in (\S+), because/.exec(said[0] ?? "")?.[1] ?? "";
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));

  expect(await query(server.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(statSync(folder).uid).not.toBe(0);
  await server.stop();
});

test.skipIf(!existsSync("/proc/self"))(
  "a folder that nobody can make is given up for another, which is told",
  async () => {
    dataDir = "/proc/relais";
    const said: string[] = [];
    const server = await start("tests", (sentence) => void said.push(sentence));
    const folder = /kept in (\S+), because \/proc\/relais\/postgres cannot be used/.exec(said[0] ?? "")?.[1] ?? "";
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));

    expect(await query(server.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await server.stop();
  },
);

test.skipIf(!somebodyCanRunUs)("another user than root runs it as themselves", async () => {
  chownSync(dataDir, SOMEBODY.uid, SOMEBODY.gid);
  const holder = await hold(SOMEBODY);
  expect(await query(holder.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  expect(statSync(recordFile()).uid).toBe(SOMEBODY.uid);
  await release(holder);
  expect(existsSync(recordFile())).toBe(false);
});

async function start(purpose: Purpose, log?: (sentence: string) => void): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, purpose, ...(log === undefined ? {} : { log }) });
  started.push(server);
  return server;
}

type Holder = { readonly process: ChildProcessWithoutNullStreams; readonly url: string };

async function hold(account: { readonly uid?: number; readonly gid?: number } = {}): Promise<Holder> {
  const child = spawn(process.execPath, [HOLDER, dataDir], account);
  onTestFinished(() => void child.kill("SIGKILL"));
  let complaints = "";
  child.stderr.on("data", (chunk) => (complaints += String(chunk)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const line = await lines.next();
  if (line.done === true) throw new Error(`The other process ended without a server: ${complaints}`);
  return { process: child, url: line.value };
}

async function release(holder: Holder): Promise<void> {
  holder.process.stdin.end();
  await once(holder.process, "exit");
}

async function query(url: string, ask: (sql: Sql) => PendingQuery<Row[]>): Promise<readonly Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await ask(sql))];
  } finally {
    await sql.end();
  }
}

function recordFile(): string {
  return join(dataDir, "postgres/data/postmaster.pid");
}

function recordedPid(): number {
  return Number(readFileSync(recordFile(), "utf8").split("\n")[0]);
}

function ownerOfData(): { readonly uid: number; readonly gid: number } {
  const { uid, gid } = statSync(join(dataDir, "postgres/data"));
  return { uid, gid };
}
