import type { Placeholder, ShippedTemplate } from "#domain/mail-template.ts";
import type { ReminderFacts } from "#i18n/mail/messages.ts";

/** A wording as finance edits it. */
export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

/** What stands in the places of a wording; the table and the greeting are drawn by the letter. */
export type PlaceWords = Readonly<Record<Exclude<Placeholder, "table" | "greeting">, (facts: ReminderFacts) => string>>;

/** The shipped wordings as text with placeholders: where finance begins when it writes its own. */
export interface TemplateWords {
  readonly places: PlaceWords;
  readonly shipped: Readonly<Record<ShippedTemplate, TemplateText>>;
}
