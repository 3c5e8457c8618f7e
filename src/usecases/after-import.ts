import type { AfterImport } from "#usecases/import-ledger.ts";
import { settleAfterImport } from "#usecases/settle-after-import.ts";

/** What follows from an import, in this order, wherever the files came in. */
export const AFTER_IMPORT: readonly AfterImport[] = [settleAfterImport];
