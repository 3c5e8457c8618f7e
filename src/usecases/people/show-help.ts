import { helpCard } from "#cards/help.ts";
import type { Person } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import type { Context } from "#usecases/context.ts";
import type { Drawn } from "#usecases/delivery/drawing.ts";
import { done, type Result } from "#usecases/result.ts";

/** `/aide`, for everybody whom Relais knows; about one word when one is given. */
export async function showHelp(
  _context: Context,
  viewer: Person,
  input: { readonly topic?: string | undefined },
): Promise<Result<Drawn>> {
  return done({ card: helpCard(wordsFor(viewer.locale), input.topic), customers: [] });
}
