import type { StepEffect, StepSends } from "#domain/effectiveness.ts";

/** What each step is worth, and what was badly received (D13). */
export interface EffectWords {
  readonly title: string;
  readonly intro: string;
  readonly none: string;
  readonly step: (sends: StepSends) => string;
  readonly line: (effect: StepEffect) => string;
  readonly flag: string;
  readonly flaggedBy: (names: readonly string[]) => string;
  readonly form: {
    readonly title: string;
    readonly submit: string;
    readonly comment: string;
    readonly intro: (customer: string) => string;
  };
}
