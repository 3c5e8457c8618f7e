import { Hono, type Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";

import { requireApiKey } from "#http/api-key.ts";
import { IMPORT_KINDS, kindOfFile } from "#imports/canonical.ts";
import { AFTER_IMPORT } from "#usecases/imports/after-import.ts";
import type { Context } from "#usecases/context.ts";
import { importLedger, type IncomingFile } from "#usecases/imports/import-ledger.ts";

export interface ImportsDeps {
  context(): Promise<Context>;
  /** RELAIS_API_KEY; null = the API answers nobody. */
  readonly apiKey: string | null;
}

const MEGABYTE = 1024 * 1024;
const BODY_MEGABYTES_MAX = 50;
const FILES_MAX = 20;

/**
 * `POST /api/v1/imports`: one or several canonical CSV files as multipart `file`, each with its `kind` (in the same order;
 * the file's name tells it otherwise), `dryRun=true` to keep nothing. Answers what the command line does: 200 when some of
 * it was taken, 422 when nothing could be.
 */
export function importsRoutes(deps: ImportsDeps): Hono {
  const app = new Hono();
  app.post(
    "/api/v1/imports",
    requireApiKey(deps.apiKey),
    bodyLimit({
      maxSize: BODY_MEGABYTES_MAX * MEGABYTE,
      onError: (c) => c.json({ error: `Post at most ${BODY_MEGABYTES_MAX} MB at once, or use the command line.` }, 413),
    }),
    async (c) => {
      const taken = await filesOf(c);
      if (typeof taken === "string") return c.json({ error: taken }, 400);
      const reports = await importLedger(await deps.context(), {
        files: taken.files,
        actor: { is: "api-key", name: "RELAIS_API_KEY" },
        dryRun: taken.dryRun,
        afterImport: AFTER_IMPORT,
      });
      const nothing = reports.every(({ rows, rejected }) => rejected.length > 0 && rejected.length >= rows);
      return c.json(reports, nothing ? 422 : 200);
    },
  );
  return app;
}

/** The files of the form, or the sentence that says what is wrong with it. */
async function filesOf(
  c: Request,
): Promise<{ readonly files: readonly IncomingFile[]; readonly dryRun: boolean } | string> {
  if (!c.req.header("content-type")?.startsWith("multipart/form-data")) {
    return "Post a multipart form with the field file (and kind).";
  }
  const form = await c.req.parseBody({ all: true }).catch(() => null);
  if (form === null) return "The multipart form cannot be read.";
  const parts = listOf(form["file"]).filter((part) => part instanceof File);
  const kinds = listOf(form["kind"]).filter((part) => typeof part === "string");
  if (parts.length === 0) return "The form holds no file: send it in the field named file.";
  if (parts.length > FILES_MAX) return `The form holds more than ${FILES_MAX} files: send them in several requests.`;
  const files: IncomingFile[] = [];
  for (const [index, part] of parts.entries()) {
    const asked = kinds.length === 1 ? kinds[0] : kinds[index];
    const kind = asked === undefined ? kindOfFile(part.name) : IMPORT_KINDS.find((known) => known === asked);
    if (kind === null || kind === undefined) {
      return `Say what ${part.name} holds: kind is one of ${IMPORT_KINDS.join(", ")}.`;
    }
    files.push({ name: part.name, kind, open: () => part.stream() });
  }
  return { files, dryRun: listOf(form["dryRun"]).includes("true") };
}

function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as T];
}
