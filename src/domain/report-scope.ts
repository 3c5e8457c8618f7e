/** Whose figures: the company's, a manager's team (their own customers too), one person's customers, or one seller's. */
export type ReportScope =
  | { readonly is: "company" }
  | { readonly is: "team"; readonly manager: number }
  | { readonly is: "person"; readonly person: number }
  | { readonly is: "seller"; readonly code: string };

export const COMPANY: ReportScope = { is: "company" };

/** A scope as one text, for keys and buttons: "company", "team:12", "person:7", "seller:FR01". */
export function scopeKey(scope: ReportScope): string {
  switch (scope.is) {
    case "company":
      return "company";
    case "team":
      return `team:${scope.manager}`;
    case "person":
      return `person:${scope.person}`;
    case "seller":
      return `seller:${scope.code}`;
  }
}

/** The scope that a key stands for; null when it is none. Whether it exists, and for whom, is looked up later. */
export function readScopeKey(key: string): ReportScope | null {
  if (key === "company") return COMPANY;
  const [, kind, name = ""] = /^(team|person|seller):(.+)$/s.exec(key) ?? [];
  if (kind === "seller") return { is: "seller", code: name };
  if (kind === undefined || !/^\d{1,9}$/.test(name)) return null;
  return kind === "team" ? { is: "team", manager: Number(name) } : { is: "person", person: Number(name) };
}
