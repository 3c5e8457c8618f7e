import type { CompanyField } from "#domain/company-choices.ts";

/** The company's choices, as finance reads and changes them. */
export interface CompanyWords {
  readonly title: string;
  readonly labels: Readonly<Record<CompanyField, string>>;
  readonly interval: (days: number) => string;
  readonly cap: (perDay: number | null) => string;
  readonly calls: (n: number) => string;
  readonly yes: string;
  readonly no: string;
  readonly change: string;
  readonly mine: string;
  readonly stops: string;
  readonly formTitle: string;
  readonly submit: string;
  readonly hints: Partial<Readonly<Record<CompanyField, string>>>;
  readonly wrong: Readonly<Record<CompanyField, string>>;
}
