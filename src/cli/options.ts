import { parseArgs, type ParseArgsConfig } from "node:util";

import { wrongUse, type WrongUse } from "#cli/command.ts";
import { isDay, type Day } from "#domain/calendar.ts";

/** The options of a command as typed; `takes` is the sentence for whoever typed others. Throws a WrongUse. */
export function optionsOf<Asked extends ParseArgsConfig>(
  asked: Asked,
  takes: string,
): ReturnType<typeof parseArgs<Asked>> {
  try {
    return parseArgs(asked);
  } catch {
    throw wrongUse(takes);
  }
}

/** A day as typed, else `usual`. Throws a WrongUse for anything else. */
export function dayTyped(typed: string | undefined, usual: Day): Day {
  const day = typed ?? usual;
  if (!isDay(day)) throw wrongUse(`${day} is no day: write it as 2026-12-04.`);
  return day;
}

/** The whole number typed after an option, both bounds allowed, else `usual`. Throws a WrongUse for anything else. */
export function numberTyped(
  option: string,
  typed: string | undefined,
  { from, to, usual }: { readonly from: number; readonly to: number; readonly usual: number },
): number {
  const number = typed === undefined ? usual : /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= from && number <= to) return number;
  throw wrongUse(`--${option} takes a number from ${from} to ${to}.`);
}

/** What the figures of a program may be about, as `usecases/reports/show-figures.ts` reads it. */
export const SCOPE_USAGE = "[--scope person:EMAIL|team:EMAIL|seller:CODE]";

/** Nobody and nothing is called so. */
export function unknownScope(scope: string | undefined): WrongUse {
  return wrongUse(`Nothing is known as ${scope}: use person:EMAIL, team:EMAIL or seller:CODE.`);
}
