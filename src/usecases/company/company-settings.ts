import type { Form } from "#cards/card.ts";
import { companySettingsCard } from "#cards/company-settings.ts";
import { companyForm } from "#cards/forms/company-form.ts";
import { readCompanyChoices, type CompanyField, type CompanyTyped } from "#domain/company-choices.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { loadSettings } from "#store/settings.ts";
import { changeCompanySettings, type SettingChange } from "#usecases/company/change-company-settings.ts";
import type { Context } from "#usecases/context.ts";
import type { Drawing, Drawn } from "#usecases/delivery/drawing.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** The company's choices, for those who may change them; as they are kept now. */
export async function drawCompanySettings({ context, viewer, words, asOf }: Drawing): Promise<Drawn | null> {
  if (!mayTouch(viewer, THE_COMPANY, "change-settings")) return null;
  const choices = await loadSettings(context.store.db);
  return { card: companySettingsCard({ choices, asOf }, words), customers: [] };
}

/** The company's choices as a form, filled in; for finance alone. */
export async function companyFormFor({ context, viewer, words }: Drawing): Promise<Result<Form>> {
  if (!mayTouch(viewer, THE_COMPANY, "change-settings")) return refused({ why: "not-allowed" });
  return done(companyForm(await loadSettings(context.store.db), words));
}

export type ChangedCompany =
  | { readonly is: "changed" }
  /** Fields that could not be read: nothing was changed. */
  | { readonly is: "wrong"; readonly fields: readonly CompanyField[] };

/** Keeps the choices that are others than before, each with its event; all of them or, with one wrong, none. */
export async function changeCompanyChoices(
  context: Context,
  person: Person,
  typed: CompanyTyped,
): Promise<Result<ChangedCompany>> {
  if (!mayTouch(person, THE_COMPANY, "change-settings")) return refused({ why: "not-allowed" });
  const before = await loadSettings(context.store.db);
  const read = readCompanyChoices(typed, before);
  if (!read.ok) return done({ is: "wrong", fields: read.wrong });
  const actor = { is: "person", id: person.id } as const;
  for (const [name, value] of Object.entries(read.choices)) {
    if (JSON.stringify(value) === JSON.stringify(before[name as keyof typeof before])) continue;
    const changed = await changeCompanySettings(context, actor, { name, value } as SettingChange);
    if (!changed.ok) return changed;
  }
  return done({ is: "changed" });
}
