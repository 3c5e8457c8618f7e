import type { StepName } from "#domain/scenario.ts";

/** Before the first reminder leaves. */
export interface StartWords {
  readonly title: string;
  readonly intro: (sellers: readonly string[]) => string;
  readonly level: (step: StepName, invoices: number) => string;
  readonly noneLate: string;
  readonly preview: string;
  readonly confirm: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  readonly start: string;
  readonly live: string;
}
