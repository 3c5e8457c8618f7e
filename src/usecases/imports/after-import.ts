import type { AfterImport } from "#usecases/imports/import-ledger.ts";
import { settleAfterImport } from "#usecases/dunning/settle-after-import.ts";

/** What follows from an import, in this order, wherever the files came in. */
export const AFTER_IMPORT: readonly AfterImport[] = [settleAfterImport];
