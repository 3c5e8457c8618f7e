import { openApp } from "#app.ts";
import { benchFigures } from "#bench/figures.ts";
import { benchImport } from "#bench/import.ts";
import { loadConfig } from "#config.ts";

const INVOICES_DEFAULT = 50_000;

/** `npm run bench [-- INVOICES]`: measured on an empty database of its own, on the embedded server. */
const invoices = Number(process.argv[2] ?? INVOICES_DEFAULT);
const app = await openApp({ ...loadConfig(process.env), databaseUrl: null }, { freshDatabase: true });
await benchImport(await app.context(), invoices);
await benchFigures(await app.context());
await app.close();
