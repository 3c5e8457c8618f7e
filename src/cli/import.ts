import { createReadStream } from "node:fs";
import { access, constants, stat } from "node:fs/promises";

import { wrongUse, type Command, type ExitCode } from "#cli/command.ts";
import { optionsOf } from "#cli/options.ts";
import { IMPORT_KINDS, kindOfFile, type ImportKind } from "#imports/canonical.ts";
import { AFTER_IMPORT } from "#usecases/imports/after-import.ts";
import { importLedger, type ImportReport, type IncomingFile } from "#usecases/imports/import-ledger.ts";

const REJECTED_SHOWN_MAX = 20;
const OPTIONS = { kind: { type: "string" }, "dry-run": { type: "boolean" } } as const;
const TAKES = "import takes files, --kind KIND and --dry-run.";

/** `import FILE...`: canonical CSV into the ledger. Exit 1 when some rows were rejected, 2 when nothing was taken. */
export const importCommand: Command = {
  name: "import",
  usage: "FILE... [--kind KIND] [--dry-run]",
  does: "takes canonical CSV files, in dependency order whatever the order given",
  async run(args, env) {
    const { names, kind, dryRun } = whatAsked(args);
    const files = await Promise.all(names.map((name) => incoming(name, kind)));
    const reports = await importLedger(await env.context(), {
      files,
      actor: { is: "system" },
      dryRun,
      afterImport: AFTER_IMPORT,
    });
    env.answer(reports, [...reports.flatMap(linesOf), ...(dryRun ? ["A dry run: nothing of it was kept."] : [])]);
    return exitCode(reports);
  },
};

function whatAsked(args: readonly string[]) {
  const { values, positionals } = optionsOf({ args: [...args], options: OPTIONS, allowPositionals: true }, TAKES);
  const kind = IMPORT_KINDS.find((known) => known === values.kind) ?? null;
  if (values.kind !== undefined && kind === null) {
    throw wrongUse(`${values.kind} is no kind of file: use one of ${IMPORT_KINDS.join(", ")}.`);
  }
  if (positionals.length === 0) throw wrongUse("Name the files to import: import FILE... [--kind KIND] [--dry-run].");
  return { names: positionals, kind, dryRun: values["dry-run"] ?? false };
}

/** Every file is looked at before the first is taken, so that a wrong name does nothing at all. */
async function incoming(name: string, kind: ImportKind | null): Promise<IncomingFile> {
  const found = await stat(name).catch(() => null);
  if (found === null) throw wrongUse(`There is no file ${name}.`);
  if (!found.isFile()) throw wrongUse(`${name} is no file: name the files in it.`);
  await access(name, constants.R_OK).catch(() => {
    throw wrongUse(`${name} cannot be read: check who may read it.`);
  });
  const known = kind ?? kindOfFile(name);
  if (known === null) {
    throw wrongUse(`The name of ${name} does not tell what it holds: add --kind, one of ${IMPORT_KINDS.join(", ")}.`);
  }
  return { name, kind: known, open: () => createReadStream(name) };
}

function linesOf(report: ImportReport): readonly string[] {
  const { file, kind, rows, inserted, updated, unchanged, rejected, warnings } = report;
  const more = rejected.length - REJECTED_SHOWN_MAX;
  return [
    `${file} (${kind}): ${rows} rows, ${inserted} new, ${updated} changed, ${unchanged} unchanged, ${rejected.length} rejected`,
    ...rejected.slice(0, REJECTED_SHOWN_MAX).map(({ line, field, reason }) => `  line ${line} ${field}: ${reason}`),
    ...(more > 0 ? [`  and ${more} more; --json lists them all`] : []),
    ...warnings.map((warning) => `  note: ${warning}`),
  ];
}

function exitCode(reports: readonly ImportReport[]): ExitCode {
  const rejected = reports.some((report) => report.rejected.length > 0);
  if (!rejected) return 0;
  return reports.some(({ rows, rejected: bad }) => rows > bad.length || (rows === 0 && bad.length === 0)) ? 1 : 2;
}
