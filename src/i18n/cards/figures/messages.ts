/** Whose figures a report shows, as its heading and its sentences name it. */
export type FiguresOf =
  | { readonly is: "company" | "mine" | "my-team" }
  | { readonly is: "team" | "person" | "seller"; readonly name: string };

/** `/dso`, `/balance` and the reports: how figures are named and explained. */
export interface FigureWords {
  /** In the middle of a sentence: "votre équipe", "les clients de Claire Morel". */
  readonly scope: (of: FiguresOf) => string;
}
