import { writeFile } from "node:fs/promises";

import { wrongUse, type Command } from "#cli/command.ts";
import { optionsOf } from "#cli/options.ts";
import { isDay } from "#domain/calendar.ts";
import { exportReps } from "#usecases/reports/export-reps.ts";
import { scopeNamed } from "#usecases/reports/show-figures.ts";

const OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  scope: { type: "string" },
  format: { type: "string" },
  out: { type: "string" },
} as const;
const TAKES = "export takes --from DAY, --to DAY, --scope SCOPE, --format csv|xlsx and --out FILE.";

/** `export --from DAY --to DAY --format csv|xlsx --out FILE`: the results of each rep, as a file. */
export const exportCommand: Command = {
  name: "export",
  usage: "--from DAY [--to DAY] [--scope person:EMAIL|team:EMAIL] [--format csv|xlsx] --out FILE",
  does: "the results of each rep over some days (collected, DSO, overdue, disputes, promises), as a file",
  async run(args, env) {
    const context = await env.context();
    const { values } = optionsOf({ args: [...args], options: OPTIONS }, TAKES);
    const { from = "", to = context.today, out = "" } = values;
    if (!isDay(from) || !isDay(to) || from > to) {
      throw wrongUse("export takes --from DAY and --to DAY such as 2026-12-04, the first not after the second.");
    }
    if (out === "") throw wrongUse("--out names the file to write.");
    const format = values.format ?? (out.toLowerCase().endsWith(".xlsx") ? "xlsx" : "csv");
    if (format !== "csv" && format !== "xlsx") throw wrongUse("--format takes csv or xlsx.");
    const scope = await scopeNamed(context, values.scope ?? null);
    if (scope === null || scope.is === "seller") {
      throw wrongUse(`Nothing is known as ${values.scope}: use person:EMAIL or team:EMAIL.`);
    }
    const asked = { scope, from, to, format, locale: context.locale } as const;
    const exported = await exportReps(context, { is: "system" }, asked);
    if (!exported.ok) throw wrongUse("There is nobody to export in this scope.");
    const { bytes, rows } = exported.value;
    try {
      await writeFile(out, bytes);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw wrongUse(`${out} cannot be written: ${why}`);
    }
    env.answer({ file: out, format, from, to, rows }, [`${rows} lines in ${out}`]);
    return 0;
  },
};
