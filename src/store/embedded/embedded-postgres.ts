import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { isRunning, thisProcess } from "./process-identity.ts";
import { holdingLock } from "./exclusive-lock.ts";
import { choosePlace, type Place } from "./place.ts";
import { initialise, startServer, stopServer, urlOf } from "./server.ts";

/** What the server is for: a service keeps every commit through a power cut, a demo and tests trade that for speed. */
export type Purpose = "service" | "demo" | "tests";

/** A running server. Several processes may hold the same one: the last to call `stop` stops it. */
export type EmbeddedPostgres = {
  /** Connection string of the database `relais`, on 127.0.0.1. */
  readonly url: string;
  /** Lets go of the server; a second call does nothing. */
  stop(): Promise<void>;
};

/**
 * Starts the PostgreSQL that comes as an npm package, or joins the one already running on the same folder.
 * Works as root (the server then runs as another user) and without install scripts. `dataDir` is made when missing; where
 * the server cannot use it, `log` gets one sentence with the folder that is used instead. Throws a sentence when all fails.
 */
export async function startEmbeddedPostgres(options: {
  readonly dataDir: string;
  readonly purpose: Purpose;
  readonly log?: (sentence: string) => void;
}): Promise<EmbeddedPostgres> {
  const place = await choosePlace(options.dataDir, options.log ?? (() => undefined));
  const members = join(place.folder, "members");
  const member = join(members, `${thisProcess()}.${randomBytes(4).toString("hex")}`);
  const lock = join(place.folder, "lock");

  const url = await holdingLock(lock, async () => {
    mkdirSync(members, { recursive: true });
    const port = await startOrRepair(place, options.purpose);
    writeFileSync(member, "");
    return urlOf(place, port, "relais");
  });
  const leave = async (): Promise<void> => {
    // A server whose folder was removed ends by itself within a minute.
    if (!existsSync(members)) return;
    await holdingLock(lock, async () => {
      rmSync(member, { force: true });
      if (!someoneIsIn(members)) await stopServer(place);
    });
  };
  let left: Promise<void> | undefined;
  return { url, stop: () => (left ??= leave()) };
}

/** The port. A folder that is never synced to disk may be beyond repair after a power cut: make it anew. */
async function startOrRepair(place: Place, purpose: Purpose): Promise<number> {
  try {
    await initialise(place, purpose);
    return await startServer(place);
  } catch (error) {
    if (purpose === "service" || !existsSync(place.data)) throw error;
    await stopServer(place);
    rmSync(place.data, { recursive: true, force: true });
    await initialise(place, purpose);
    return startServer(place);
  }
}

/** Files of processes that died without leaving are cleared away on the way. */
function someoneIsIn(members: string): boolean {
  const [living, dead] = [[] as string[], [] as string[]];
  for (const name of readdirSync(members)) (isRunning(name.split(".")[0] ?? "") ? living : dead).push(name);
  for (const name of dead) rmSync(join(members, name), { force: true });
  return living.length > 0;
}
