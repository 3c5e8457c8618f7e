import { foldName } from "./fuzzy-name.ts";

/** Whose figures somebody asks for, as typed after a command; people and sellers are named, and looked up later. */
export type ScopeWords =
  /** "usual": what a person of this role means by it; "team": the reader's own. */
  { readonly is: WholeScope } | { readonly is: NamedScope; readonly who: string };

type WholeScope = "usual" | "mine" | "team" | "all";
type NamedScope = "team-of" | "rep" | "seller";

const WHOLE: ReadonlyMap<string, WholeScope> = new Map([
  ["", "usual"],
  ["moi", "mine"],
  ["mes clients", "mine"],
  ["me", "mine"],
  ["mine", "mine"],
  ["my customers", "mine"],
  ["equipe", "team"],
  ["mon equipe", "team"],
  ["team", "team"],
  ["my team", "team"],
  ["tout", "all"],
  ["tous", "all"],
  ["entreprise", "all"],
  ["toute l entreprise", "all"],
  ["all", "all"],
  ["everything", "all"],
  ["company", "all"],
]);

const NAMED: ReadonlyMap<string, NamedScope> = new Map([
  ["equipe", "team-of"],
  ["team", "team-of"],
  ["commercial", "rep"],
  ["commerciale", "rep"],
  ["rep", "rep"],
  ["societe", "seller"],
  ["seller", "seller"],
]);

/** Reads "", "moi", "equipe", "equipe Roy", "tout", "societe FR01", "commercial Morel" in both languages; null = neither. */
export function readScopeWords(typed: string): ScopeWords | null {
  const whole = WHOLE.get(foldName(typed));
  if (whole !== undefined) return { is: whole };
  const [first = "", ...others] = typed.trim().split(/\s+/);
  const named = NAMED.get(foldName(first));
  return named === undefined || others.length === 0 ? null : { is: named, who: others.join(" ") };
}
