import type { LinkPurpose } from "#domain/one-time-link.ts";
import { readScopeKey, type ReportScope } from "#domain/report-scope.ts";
import type { Person } from "#domain/person.ts";
import type { ExportFormat } from "#exports/table.ts";
import { exportWordsFor } from "#i18n/exports/words.ts";
import type { ExportWords } from "#i18n/exports/messages.ts";
import { personById } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor } from "#usecases/delivery/drawing.ts";
import { exportReps, mayExport, type ExportedFile } from "#usecases/reports/export-reps.ts";
import { scopeName } from "#usecases/reports/report-scope.ts";

type RepsPurpose = Extract<LinkPurpose, { for: "reps-export" }>;

/** What the page behind the link says. `text` null = these figures are no longer this person's to read. */
export interface RepsLinkPage {
  readonly words: ExportWords;
  readonly text: string | null;
}

/** The page of a link to the export per rep, for the person it was made for, as their rights are now. */
export async function describeRepsLink(
  context: Context,
  purpose: RepsPurpose,
  personId: number,
): Promise<RepsLinkPage | null> {
  const asking = await askingOf(context, purpose, personId);
  if (asking === null) return null;
  const { person, scope } = asking;
  const words = exportWordsFor(person.locale);
  const allowed = await mayExport(context, { is: "person", id: person.id }, scope);
  const name = await scopeName(drawingFor(context, person), scope);
  return { words, text: allowed ? words.page.text(name, purpose.from, purpose.to) : null };
}

/** The file; null when the person may no longer read these figures. */
export async function exportByLink(
  context: Context,
  purpose: RepsPurpose,
  personId: number,
  format: ExportFormat,
): Promise<ExportedFile | null> {
  const asking = await askingOf(context, purpose, personId);
  if (asking === null) return null;
  const { from, to } = purpose;
  const { person, scope } = asking;
  const asked = { scope, from, to, format, locale: person.locale };
  const exported = await exportReps(context, { is: "person", id: person.id }, asked);
  return exported.ok ? exported.value : null;
}

async function askingOf(
  context: Context,
  purpose: RepsPurpose,
  personId: number,
): Promise<{ readonly person: Person; readonly scope: ReportScope } | null> {
  const person = await personById(context.store.db, personId);
  const scope = readScopeKey(purpose.scope);
  return person === null || scope === null ? null : { person, scope };
}
