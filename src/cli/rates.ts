import { wrongUse, type Command, type CliEnv, type ExitCode } from "#cli/command.ts";
import { isHalfYear, type HalfYear } from "#domain/half-year.ts";
import { knownLateRates, parseRate, rateText, type HalfYearRates } from "#domain/late-rates.ts";
import { changeCompanySettings } from "#usecases/company/change-company-settings.ts";

const DEFAULT_POINTS = 1_000;

/** `rates list`, and `rates add HALF-YEAR ECB FLOOR` when a new half-year is published. */
export const ratesCommand: Command = {
  name: "rates",
  usage: "list | add HALF-YEAR ECB FLOOR",
  does: "the rates of late interest by half-year: the ECB's refinancing rate and three times the legal rate, in percent",
  async run(args, env) {
    const [what, ...rest] = args;
    if (what === "list" && rest.length === 0) return list(env);
    if (what === "add") return add(rest, env);
    throw wrongUse("rates takes list, or add HALF-YEAR ECB FLOOR, such as: rates add 2027-S1 2.40 8.31.");
  },
};

async function list(env: CliEnv): Promise<ExitCode> {
  const { settings } = await env.context();
  const known = Object.entries(knownLateRates(settings.lateRates)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = known.flatMap(([halfYear, rates]) => (rates === undefined ? [] : [rowOf(halfYear, rates)]));
  env.answer(
    rows,
    rows.map(
      (row) =>
        `${row.halfYear}   ECB ${row.ecb.padStart(5)}   default ${row.default.padStart(5)}   floor ${row.floor.padStart(5)}`,
    ),
  );
  return 0;
}

function rowOf(halfYear: string, { ecb, floor }: HalfYearRates) {
  return { halfYear, ecb: rateText(ecb), default: rateText(ecb + DEFAULT_POINTS), floor: rateText(floor) };
}

async function add(
  [halfYear = "", ecbTyped = "", floorTyped = "", ...more]: readonly string[],
  env: CliEnv,
): Promise<ExitCode> {
  const [ecb, floor] = [parseRate(ecbTyped), parseRate(floorTyped)];
  if (!isHalfYear(halfYear)) throw wrongUse(`${halfYear} is no half-year: write it as 2027-S1.`);
  if (ecb === null || floor === null || more.length > 0) {
    throw wrongUse(
      "Give the ECB's rate and three times the legal rate in percent, such as: rates add 2027-S1 2.40 8.31.",
    );
  }
  const context = await env.context();
  const added: Readonly<Partial<Record<HalfYear, HalfYearRates>>> = {
    ...context.settings.lateRates,
    [halfYear]: { ecb, floor },
  };
  const changed = await changeCompanySettings(context, { is: "system" }, { name: "lateRates", value: added });
  if (!changed.ok) throw wrongUse("This is finance's to change.");
  const row = rowOf(halfYear, { ecb, floor });
  env.answer(row, [`${halfYear}: ECB ${row.ecb}, default ${row.default}, floor ${row.floor}`]);
  return 0;
}
