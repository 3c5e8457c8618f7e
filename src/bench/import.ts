import { performance } from "node:perf_hooks";

import { syntheticLedger } from "#bench/ledger.ts";
import type { Context } from "#usecases/context.ts";
import { importLedger } from "#usecases/imports/import-ledger.ts";

const MEGABYTE = 1024 * 1024;
const SAMPLE_MS = 50;

/** Imports a ledger twice, the second time with nothing new; prints rows/s and memory. */
export async function benchImport(context: Context, invoices: number): Promise<void> {
  for (const round of ["first", "again"]) {
    for (const file of syntheticLedger(invoices)) {
      const memory = watchMemory();
      const started = performance.now();
      const [report] = await importLedger(context, {
        files: [file],
        actor: { is: "system" },
        dryRun: false,
        afterImport: [],
      });
      const seconds = (performance.now() - started) / 1000;
      const rows = report?.rows ?? 0;
      console.log(
        `${round.padEnd(6)} ${file.kind.padEnd(10)} ${String(rows).padStart(8)} rows  ${seconds.toFixed(2)} s  ` +
          `${Math.round(rows / seconds)} rows/s  heap at most +${memory.stop()} MB  ` +
          `(${report?.inserted} new, ${report?.updated} changed, ${report?.unchanged} unchanged)`,
      );
    }
  }
}

function watchMemory(): { stop(): number } {
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      return Math.round((most - before) / MEGABYTE);
    },
  };
}
