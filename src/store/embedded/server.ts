import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { postgres } from "#store/driver.ts";
import type { Purpose } from "./embedded-postgres.ts";
import type { Place } from "./place.ts";
import { isAlive } from "./process-identity.ts";
import { run } from "./run.ts";

const MAJOR_VERSION = "18";
const START_ATTEMPTS = 3;
const START_SECONDS_MAX = 60;
const STOP_SECONDS_MAX = 60;
const ANSWER_MS_MAX = 60_000;
const PROBE_MS = 50;
const PASSWORD_BYTES = 24;
const LOG_LINES_SHOWN = 3;

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "jit=off",
];
const QUICK = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const SETTINGS_FOR: Record<Purpose, readonly string[]> = {
  service: [],
  demo: QUICK,
  // Without autovacuum rows stay in the order they came in, whenever a test looks.
  tests: [...QUICK, "autovacuum=off", "max_connections=300"],
};

/** The connection string of one of the server's databases. */
export function urlOf(place: Place, port: number, database: string): string {
  return `postgres://relais:${readFileSync(passwordFile(place), "utf8")}@127.0.0.1:${port}/${database}`;
}

/** Makes the data directory if it is not there. Half-made ones never bear its name. To be called under the lock. */
export async function initialise(place: Place, purpose: Purpose): Promise<void> {
  if (existsSync(place.data)) return refuseOtherVersion(place);
  for (const name of readdirSync(place.folder)) {
    if (name.startsWith("data.")) rmSync(join(place.folder, name), { recursive: true, force: true });
  }
  writeFileSync(passwordFile(place), randomBytes(PASSWORD_BYTES).toString("hex"), { mode: 0o600 });
  if (place.runAs !== null) chownSync(passwordFile(place), place.runAs.uid, place.runAs.gid);

  const draft = `${place.data}.${process.pid}`;
  const settings = [...SETTINGS, ...SETTINGS_FOR[purpose]].flatMap((setting) => ["-c", setting]);
  // The built-in C.UTF-8 sorts the same on every machine; "fr-x-icu" is there for a query that wants the dictionary's order.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--username=relais", `--pwfile=${passwordFile(place)}`, "--auth=scram-sha-256"];
  const args = ["-D", draft, ...(purpose === "service" ? [] : ["--no-sync"]), ...locale, ...access, ...settings];
  try {
    await run(program(place, "initdb"), args, place.runAs, place.folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `No database could be made in ${place.folder} (${reason}): set DATABASE_URL to a server of yours.`,
      {
        cause: error,
      },
    );
  }
  renameSync(draft, place.data);
}

/** Starts the server, or finds it running, and waits until it answers. Returns its port. To be called under the lock. */
export async function startServer(place: Place): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const running = recorded(place);
    if (running !== null && isOurServer(place, running.pid)) {
      await untilItAnswers(place, running);
      return running.port;
    }
    if (running !== null) disownStalePid(place);
    try {
      await launch(place, await freePort());
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL did not start: ${endOfLog(place)}`, { cause: error });
      await sleep(PROBE_MS * 2 ** attempt);
    }
  }
}

/** Stops the server if it runs; open sessions are ended. To be called under the lock. */
export async function stopServer(place: Place): Promise<void> {
  const running = recorded(place);
  if (running === null || !isOurServer(place, running.pid)) return;
  const args = ["stop", "-D", place.data, "-m", "fast", "-w", "-t", String(STOP_SECONDS_MAX)];
  await run(program(place, "pg_ctl"), args, place.runAs, place.folder);
}

async function launch(place: Place, port: number): Promise<void> {
  const log = join(place.folder, "server.log");
  rmSync(log, { force: true });
  const args = ["start", "-D", place.data, "-l", log, "-w", "-t", String(START_SECONDS_MAX), "-o", `-p ${port}`];
  await run(program(place, "pg_ctl"), args, place.runAs, place.folder);
}

type Recorded = { readonly pid: number; readonly port: number };

/** PostgreSQL's own record: the first line is its process, the fourth its port. */
function recorded(place: Place): Recorded | null {
  try {
    const lines = readFileSync(recordFile(place), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** After a crash the recorded number may be some other process by now. */
function isOurServer(place: Place, pid: number): boolean {
  return isAlive(pid) && (process.platform === "win32" || commandOf(pid).includes(place.data));
}

function commandOf(pid: number): string {
  if (existsSync("/proc/self/cmdline")) return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
}

/**
 * PostgreSQL ignores a record that names its own starter, and then still checks that no orphan of the dead server holds its
 * shared memory: so the stale number is replaced by ours, and the record is not deleted.
 */
function disownStalePid(place: Place): void {
  const [, ...rest] = readFileSync(recordFile(place), "utf8").split("\n");
  writeFileSync(recordFile(place), [process.pid, ...rest].join("\n"));
}

async function untilItAnswers(place: Place, running: Recorded): Promise<void> {
  const deadline = performance.now() + ANSWER_MS_MAX;
  for (;;) {
    try {
      return await makeDatabase(urlOf(place, running.port, "postgres"));
    } catch (error) {
      if (performance.now() > deadline || !isOurServer(place, running.pid)) {
        throw new Error(`PostgreSQL runs on port ${running.port} but does not answer: ${endOfLog(place)}`, {
          cause: error,
        });
      }
      await sleep(PROBE_MS);
    }
  }
}

/** Over TCP, as everybody will come: the probe is the first use. */
async function makeDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = 'relais'`;
    if (found.length === 0) await sql`create database relais`;
  } finally {
    await sql.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function refuseOtherVersion(place: Place): void {
  const version = readFileSync(join(place.data, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(
    `${place.data} was written by PostgreSQL ${version}, and this is ${MAJOR_VERSION}: move it away or set DATABASE_URL.`,
  );
}

function endOfLog(place: Place): string {
  const log = join(place.folder, "server.log");
  if (!existsSync(log)) return "it wrote no log";
  return readFileSync(log, "utf8").trim().split("\n").slice(-LOG_LINES_SHOWN).join(" | ");
}

function program(place: Place, name: "initdb" | "pg_ctl"): string {
  return join(place.binaries, "bin", name);
}

function recordFile(place: Place): string {
  return join(place.data, "postmaster.pid");
}

function passwordFile(place: Place): string {
  return join(place.folder, "password");
}
