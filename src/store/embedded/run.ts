import { execFile } from "node:child_process";

import type { Account } from "./place.ts";

const RUN_MS_MAX = 120_000;

/**
 * Runs one of PostgreSQL's programs to its end as `runAs` (null: as ourselves) and gives what it wrote.
 * Throws a sentence with the last line of what it complained about.
 */
export function run(program: string, args: readonly string[], runAs: Account | null, cwd: string): Promise<string> {
  const env = { LC_ALL: "C", TZ: "UTC", PATH: "/usr/local/bin:/usr/bin:/bin" };
  return new Promise((resolve, reject) => {
    execFile(program, args, { ...runAs, cwd, env, timeout: RUN_MS_MAX }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const complaint = stderr.trim().split("\n").at(-1) || error.message;
      return reject(new Error(complaint, { cause: error }));
    });
  });
}
