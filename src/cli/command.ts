import type { App } from "#app.ts";
import type { Config } from "#config.ts";
import type { Context } from "#usecases/context.ts";

/** 0 done, 1 partly (some rows rejected), 2 nothing done. */
export type ExitCode = 0 | 1 | 2;

/** One line of the commands table. `run` gets what stands after the command's name, without --at and --json. */
export interface Command {
  readonly name: string;
  /** What may follow the name, and in a few words what it does. */
  readonly usage: string;
  readonly does: string;
  run(args: readonly string[], env: CliEnv): Promise<ExitCode>;
}

/** What a command may use of the outside. */
export interface CliEnv {
  readonly config: Config;
  /** Product time: --at, else the wall clock. */
  readonly at: Date;
  /** --json: a program reads the answer. */
  readonly json: boolean;
  /** Opens the database and all that stands on it, once; main closes it. */
  app(): Promise<App>;
  /** The context at `at`. */
  context(): Promise<Context>;
  /** Writes the answer: the value as JSON with --json, else the lines. */
  answer(value: unknown, lines: readonly string[]): void;
  /** Says something beside the answer, on the error output. */
  say(sentence: string): void;
}

/** What was typed or given cannot be used: one sentence that says what to do, and exit code 2. */
export interface WrongUse extends Error {
  readonly name: "WrongUse";
}

/** To be thrown; main says it and ends with exit code 2. */
export function wrongUse(sentence: string): WrongUse {
  return Object.assign(new Error(sentence), { name: "WrongUse" as const });
}

/** Whether it is ours to say as it stands. */
export function isWrongUse(error: unknown): error is WrongUse {
  return error instanceof Error && error.name === "WrongUse";
}
