import { createHash } from "node:crypto";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { usableBinaries } from "./binaries.ts";

/** Whom root gives the server to, the first that the system knows: initdb wants a user with a name. */
const STAND_INS = ["nobody", "postgres", "daemon"];
const STAND_IN_UNKNOWN: Account = { uid: 65_534, gid: 65_534 };
const SHARED_TEMPORARY_FOLDER = "/var/tmp";
const OWNER_ONLY = 0o700;
const OTHERS_MAY_ENTER = 0o755;
const OTHERS_MAY_WRITE = 0o022;
const HASH_LENGTH = 12;

/** A user and group of the system, by number. */
export type Account = { readonly uid: number; readonly gid: number };

/** Where one server lives and who runs it. */
export type Place = {
  /** Holds the data and what the processes that share the server tell each other. */
  readonly folder: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  /** The folder with PostgreSQL's bin, lib and share. */
  readonly binaries: string;
  /** Set when we are root, whom PostgreSQL refuses to serve. */
  readonly runAs: Account | null;
};

/**
 * Finds a folder and binaries that the user who will run the server can use: `dataDir` and the installed package where
 * possible, else a folder under /var/tmp named after the checkout, which `log` then tells. Throws a sentence otherwise.
 */
export async function choosePlace(dataDir: string, log: (sentence: string) => void): Promise<Place> {
  const wanted = join(resolve(dataDir), "postgres");
  const isRoot = process.getuid?.() === 0;
  const reason = prepare(wanted, isRoot);
  const folder = reason === null ? wanted : join(folderOfCheckout(), `data-${hash(wanted)}`);
  if (reason !== null) {
    const stillWrong = prepare(folder, isRoot);
    if (stillWrong !== null)
      throw new Error(`No folder for the database: ${stillWrong}. Set DATABASE_URL or RELAIS_DATA_DIR.`);
    log(`The database is kept in ${folder}, because ${reason}.`);
  }
  const runAs = isRoot ? ownerOf(folder) : null;
  const binaries = await usableBinaries(runAs, folderOfCheckout);
  return { folder, data: join(folder, "data"), binaries, runAs };
}

/** Makes `folder` and gives it to the server's user. Returns why it cannot be used, or null when it can. */
function prepare(folder: string, isRoot: boolean): string | null {
  try {
    makeFolders(dirname(folder));
    if (!existsSync(folder)) mkdirSync(folder, { mode: OWNER_ONLY });
    const owner = standIn();
    if (isRoot && statSync(folder).uid === 0) chownSync(folder, owner.uid, owner.gid);
    if (process.getuid !== undefined) chmodSync(folder, OWNER_ONLY);
  } catch (error) {
    return `${folder} cannot be used (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
  const closed = isRoot ? closedAncestor(folder, ownerOf(folder)) : null;
  return closed === null ? null : `the user who runs it may not enter ${closed}`;
}

/** One by one: Node's own way of making several never ends where the system lets nobody make one, such as /proc. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

function standIn(): Account {
  const accounts = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  const rows = accounts.map((line) => line.split(":"));
  const found = STAND_INS.map((name) => rows.find((row) => row[0] === name)).find((row) => row !== undefined);
  return found === undefined ? STAND_IN_UNKNOWN : { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Who made the data runs the server: root joining a folder of somebody else runs it as them. */
function ownerOf(folder: string): Account {
  const { uid, gid } = statSync(folder);
  return { uid, gid };
}

function closedAncestor(folder: string, account: Account): string | null {
  const parent = dirname(folder);
  const above = parent === folder ? null : closedAncestor(parent, account);
  return above ?? (mayEnter(folder, account) ? null : folder);
}

function mayEnter(folder: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(folder);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}

/** A folder of ours in the shared temporary folder; somebody else's under that name is refused. */
function folderOfCheckout(): string {
  const base = existsSync(SHARED_TEMPORARY_FOLDER) ? SHARED_TEMPORARY_FOLDER : tmpdir();
  const user = process.getuid?.() ?? 0;
  const checkout = fileURLToPath(new URL("../../../", import.meta.url));
  const folder = join(base, `relais-${hash(checkout)}-${user}`);
  mkdirSync(folder, { recursive: true, mode: OTHERS_MAY_ENTER });
  const found = lstatSync(folder);
  if (process.getuid === undefined) return folder;
  if (!found.isDirectory() || found.uid !== user || (found.mode & OTHERS_MAY_WRITE) !== 0) {
    throw new Error(`${folder} belongs to somebody else: remove it, or set DATABASE_URL.`);
  }
  chmodSync(folder, OTHERS_MAY_ENTER);
  return folder;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);
}
