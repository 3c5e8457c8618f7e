import { repsExportCard } from "#cards/reps-export.ts";
import { readPeriod } from "#domain/export-period.ts";
import { REPS_EXPORT_LINK } from "#domain/one-time-link.ts";
import type { Person } from "#domain/person.ts";
import { scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { exportWordsFor } from "#i18n/exports/words.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { exportReps, mayExport, type ExportedFile } from "#usecases/reports/export-reps.ts";
import { makeLink } from "#usecases/delivery/one-time-links.ts";
import { findScope, scopeName } from "#usecases/reports/report-scope.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** A sentence with the file itself, made when it is wanted (null = no longer theirs to read), or a card with a link to it. */
export type Offered =
  | { readonly is: "file"; readonly make: () => Promise<ExportedFile | null>; readonly text: string }
  | { readonly is: "card"; readonly drawn: Drawn };

/**
 * `/cash export [scope] [period]`: the file where the chat lets a bot hand one over, else a link for this person, good once
 * and for a quarter of an hour. `typed` is what follows the command.
 */
export async function offerRepsExport(
  context: Context,
  viewer: Person,
  { typed, takesFiles }: { readonly typed: string; readonly takesFiles: boolean },
): Promise<Result<Offered>> {
  const { from, to, rest } = readPeriod(typed, context.today);
  const found = await findScope(context, viewer, rest);
  if (!found.ok) return found;
  const scope: ReportScope = found.value;
  if (scope.is === "seller") return refused({ why: "unknown-scope", typed: rest });
  const actor = { is: "person", id: viewer.id } as const;
  const words = exportWordsFor(viewer.locale);
  const text = words.ready(await scopeName(drawingFor(context, viewer), scope), from, to);
  if (!(await mayExport(context, actor, scope))) return refused({ why: "not-allowed" });
  if (takesFiles) {
    const make = async () => {
      const exported = await exportReps(context, actor, { scope, from, to, format: "xlsx", locale: viewer.locale });
      return exported.ok ? exported.value : null;
    };
    return done({ is: "file", make, text: `${text} ${words.periodHint}` });
  }
  const purpose = { for: "reps-export", scope: scopeKey(scope), from, to } as const;
  const href = await makeLink(context, { purpose, person: viewer.id, ...REPS_EXPORT_LINK });
  return done({ is: "card", drawn: { card: repsExportCard({ text, href }, words), customers: [] } });
}
