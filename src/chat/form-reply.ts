import { refusalSentence, shownAfter, type Asked } from "#chat/asked.ts";
import type { Reply } from "#chat/reply.ts";
import type { Refusal } from "#domain/refusal.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Result } from "#usecases/result.ts";

/** Which field a refusal is about. */
export type FieldOf = { readonly [Why in Refusal["why"]]?: string };

/** The card of what was done; or the refusal, under the field that can mend it when there is one. */
export async function answered(asked: Asked, result: Result<Answered>, fieldOf: FieldOf): Promise<Reply> {
  const field = result.ok ? undefined : fieldOf[result.refusal.why];
  if (result.ok || field === undefined) return shownAfter(asked, result);
  return { is: "mend", fields: { [field]: refusalSentence(asked, result.refusal) } };
}

/** A field that has to be filled in. */
export function missing(asked: Asked, field: string): Reply {
  return { is: "mend", fields: { [field]: chatWordsFor(asked.person.locale).fieldMissing } };
}
