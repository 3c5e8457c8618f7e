import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { isRunning, thisProcess } from "./process-identity.ts";

const WAIT_MS_MAX = 180_000;
const POLL_MS = 40;
const FREE = "free";

/**
 * Runs `work` while no other process on this machine runs under the same lock. A holder that died holds nothing.
 * `folder` keeps numbered turns, each naming its holder: a turn is taken by linking the next number, which only one can do,
 * so nobody ever deletes a lock that another has just taken. Throws a sentence after three minutes of waiting.
 */
export async function holdingLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const turn = await takeTurn(folder);
  try {
    return await work();
  } finally {
    replace(folder, turn, FREE);
  }
}

async function takeTurn(folder: string): Promise<number> {
  const deadline = performance.now() + WAIT_MS_MAX;
  while (performance.now() < deadline) {
    const last = lastTurn(folder);
    if (isFree(folder, last) && claim(folder, last + 1)) return last + 1;
    await sleep(POLL_MS);
  }
  throw new Error(
    `Another process has been starting or stopping the database in ${folder} for three minutes: is it stuck?`,
  );
}

function claim(folder: string, turn: number): boolean {
  const draft = write(folder, thisProcess());
  try {
    linkSync(draft, join(folder, String(turn)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  if (lastTurn(folder) !== turn) {
    rmSync(join(folder, String(turn)), { force: true });
    return false;
  }
  for (const old of turns(folder)) if (old < turn) rmSync(join(folder, String(old)), { force: true });
  return true;
}

function isFree(folder: string, turn: number): boolean {
  if (turn === 0) return true;
  try {
    const holder = readFileSync(join(folder, String(turn)), "utf8");
    return holder === FREE || !isRunning(holder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function replace(folder: string, turn: number, content: string): void {
  renameSync(write(folder, content), join(folder, String(turn)));
}

function write(folder: string, content: string): string {
  const draft = join(folder, `draft-${thisProcess()}-${randomBytes(4).toString("hex")}`);
  writeFileSync(draft, content, { mode: 0o644 });
  return draft;
}

function lastTurn(folder: string): number {
  return Math.max(0, ...turns(folder));
}

function turns(folder: string): readonly number[] {
  return readdirSync(folder).map(Number).filter(Number.isSafeInteger);
}
