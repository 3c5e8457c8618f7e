const LANGUAGES = ["fr", "en"] as const;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
/** The three letters of ISO 3166 for the country whose holidays the rules know. */
const FRANCE_ALPHA_3 = "fra";

let codes: ReadonlyMap<string, string> | null = null;

/** The ISO 3166 code of a country written as one in any case, or by its French or English name; null when not known. */
export function countryCode(written: string): string | null {
  codes ??= codesByName();
  return codes.get(folded(written)) ?? null;
}

function codesByName(): ReadonlyMap<string, string> {
  const found = new Map([[FRANCE_ALPHA_3, "FR"]]);
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const letters of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
      const name = names.of(letters);
      if (name === undefined) continue;
      // Withdrawn codes are still named, and lead to today's: UK is GB, DD is DE.
      const code = new Intl.Locale(`und-${letters}`).region ?? letters;
      found.set(folded(letters), code);
      found.set(folded(name), code);
    }
  }
  return found;
}

/** "Côte d’Ivoire" and "COTE D'IVOIRE" are one name. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}
