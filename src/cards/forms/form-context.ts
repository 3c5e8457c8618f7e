import type { FormContext } from "#cards/card.ts";
import { toDecimal, type Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** What a form may be about; ids only. */
export interface FormSubject {
  readonly customer?: string | undefined;
  readonly ask?: number | undefined;
  readonly promise?: number | undefined;
  readonly dispute?: number | undefined;
  readonly reply?: number | undefined;
}

/** The subject as it travels with the form; what it is not about is left out. */
export function contextOf(subject: FormSubject): FormContext {
  const { customer, ask, promise, dispute, reply } = subject;
  return {
    ...(customer === undefined ? {} : { customer }),
    ...(ask === undefined ? {} : { ask }),
    ...(promise === undefined ? {} : { promise }),
    ...(dispute === undefined ? {} : { dispute }),
    ...(reply === undefined ? {} : { reply }),
  };
}

/** Room for a comment: a paragraph, not a file. */
export const COMMENT_LENGTH_MAX = 500;

/** As the reader would type it: "12400,50" in French; whole amounts without decimals. */
export function typedAmount(money: Money, words: Words): string {
  const decimal = toDecimal(money).replace(/\.0+$/, "");
  return words.locale === "fr" ? decimal.replace(".", ",") : decimal;
}
