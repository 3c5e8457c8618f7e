/** What a name is looked up in: a customer's code and name. */
export interface NameCandidate {
  readonly code: string;
  readonly name: string;
}

/** How a candidate was found, from the surest to the least sure. */
export type NameMatchHow = "code" | "name" | "words" | "prefix" | "typo";

export interface NameMatch<C extends NameCandidate = NameCandidate> {
  readonly candidate: C;
  readonly how: NameMatchHow;
  /** Lower is closer, among matches found the same way. */
  readonly distance: number;
}

export type NamePick<C extends NameCandidate = NameCandidate> =
  | { readonly is: "one"; readonly candidate: C; readonly how: NameMatchHow }
  | { readonly is: "several"; readonly matches: readonly C[] }
  | { readonly is: "none" };

const SEVERAL_MAX = 5;
const TEXT_LENGTH_MAX = 200;
/** "SFR" or "Art" may be part of anything; "Orano" is somebody's name. */
const SURE_LENGTH_MIN = 4;
const SURENESS: readonly NameMatchHow[] = ["code", "name", "words", "prefix", "typo"];

const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    "sarl sas sasu sa eurl snc scs sca sci scop scic selarl selas gie gmbh mbh ag kg ohg ug " +
    "ltd limited plc llp llc inc corp bv nv sprl srl spa sl aps oy ab"
  ).split(" "),
);

/** Words nobody remembers exactly: "Garnier et Fils" is "Garnier & Fils". */
const CONNECTORS: ReadonlySet<string> = new Set("et and und de du des la le les l d the of".split(" "));

/**
 * The one customer a person means, the few it may be (at most 5, closest first), or none.
 * A surer way of matching wins over a less sure one; two found the same way are never guessed.
 */
export function pickName<C extends NameCandidate>(query: string, candidates: readonly C[]): NamePick<C> {
  const ranked = rankNames(query, candidates);
  const [best] = ranked;
  if (best === undefined) return { is: "none" };
  const rivals = ranked.filter((match) => asClose(match, best));
  if (rivals.length === 1) return { is: "one", candidate: best.candidate, how: best.how };
  return {
    is: "several",
    matches: ranked.slice(0, SEVERAL_MAX).map((match) => match.candidate),
  };
}

/** Every candidate that may be meant, closest first; ties by code. Accents and case do not count. */
export function rankNames<C extends NameCandidate>(query: string, candidates: readonly C[]): readonly NameMatch<C>[] {
  const asked = askedFor(query);
  if (asked.folded === "") return [];
  return candidates
    .map((candidate) => matchOf(asked, candidate))
    .filter((match) => match !== null)
    .toSorted(closestFirst);
}

/** A name as people remember it: no accents, case, punctuation or legal form (SARL, SAS, GmbH). */
export function foldName(text: string): string {
  const words = foldText(text).split(" ");
  const kept = words.filter((word) => !LEGAL_FORMS.has(word));
  return (kept.length > 0 ? kept : words).join(" ");
}

/** A text as words without accents, connectors or legal forms, one space between them: "Réunion chez Garnier & Fils". */
export function foldedWords(text: string): string {
  return telling(foldName(text)).join(" ");
}

/** Whether a name, found whole in a text, can only mean its owner: not too short, and no word of everyday meetings. */
export function isTellingName(name: string): boolean {
  const words = foldedWords(name).split(" ");
  return words.join("").length >= SURE_LENGTH_MIN && words.some((word) => !EVERYDAY.has(word));
}

/** What stands in the titles of meetings whoever they are with. */
const EVERYDAY: ReadonlySet<string> = new Set(
  (
    "reunion point visite rdv rendez vous dejeuner diner cafe petit appel client clients fournisseur contrat projet suivi bilan " +
    "formation salon demo presentation entretien atelier equipe commercial vente ventes bureau site siege salle agence paris " +
    "lyon nantes lille bordeaux marseille toulouse france europe teams zoom meet google microsoft skype webex visio " +
    "meeting visit lunch dinner coffee call customer supplier contract project review training team sales office room london"
  ).split(" "),
);

interface Asked {
  readonly code: string;
  readonly folded: string;
  readonly words: readonly string[];
}

function askedFor(query: string): Asked {
  const folded = foldName(query);
  return { code: query.trim().toLowerCase(), folded, words: telling(folded) };
}

function matchOf<C extends NameCandidate>(asked: Asked, candidate: C): NameMatch<C> | null {
  const found = (how: NameMatchHow, distance: number): NameMatch<C> => ({ candidate, how, distance });
  if (candidate.code.toLowerCase() === asked.code) return found("code", 0);
  const folded = foldName(candidate.name);
  const words = telling(folded);
  const extra = words.length - asked.words.length;
  if (words.join(" ") === asked.words.join(" ")) return found("name", 0);
  if (asked.words.every((word) => words.includes(word))) return found("words", extra);
  if (startsLike(asked, folded, words)) return found("prefix", extra);
  const typos = typosBetween(asked.words, words);
  return typos === null ? null : found("typo", typos);
}

function startsLike(asked: Asked, folded: string, words: readonly string[]): boolean {
  const squeezed = asked.folded.replaceAll(" ", "");
  if (folded.replaceAll(" ", "").startsWith(squeezed)) return true;
  return asked.words.every((word) => words.some((other) => other.startsWith(word)));
}

/** Slips of the finger over all words asked for, or null when one of them is too far from any. */
function typosBetween(asked: readonly string[], words: readonly string[]): number | null {
  let total = 0;
  for (const word of asked) {
    const allowed = typosAllowed(word);
    const best = Math.min(...words.map((other) => typosToStart(word, other, allowed)));
    if (best > allowed) return null;
    total += best;
  }
  return total;
}

/** Short words have too many neighbours: "Sodi" may be a slip of "Sodo", "ab" is no slip of "ac". */
function typosAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

function typosToStart(word: string, other: string, allowed: number): number {
  if (other.length < word.length - allowed) return Infinity;
  if (other.length <= word.length + allowed) return slipsBetween(word, other);
  return slipsBetween(word, other.slice(0, word.length));
}

/** Letters added, lost, changed or swapped with their neighbour (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** Slips are told apart by their number; "Garnier Bois" and "Garnier Paris Sud" are not. */
function asClose(match: NameMatch, best: NameMatch): boolean {
  if (match.how !== best.how) return false;
  return match.how !== "typo" || match.distance === best.distance;
}

function closestFirst(a: NameMatch, b: NameMatch): number {
  const sure = SURENESS.indexOf(a.how) - SURENESS.indexOf(b.how);
  if (sure !== 0) return sure;
  if (a.distance !== b.distance) return a.distance - b.distance;
  return a.candidate.code < b.candidate.code ? -1 : 1;
}

function telling(folded: string): readonly string[] {
  const words = folded.split(" ");
  const kept = words.filter((word) => !CONNECTORS.has(word));
  return kept.length > 0 ? kept : words;
}

function foldText(text: string): string {
  return text
    .slice(0, TEXT_LENGTH_MAX)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replace(/\b(?:[a-z]\.){2,}/g, (initials) => `${initials.replaceAll(".", "")} `)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
