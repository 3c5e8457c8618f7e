import type { Field, Option } from "#cards/card.ts";

/** What a field may say beside its label; what is left out, undefined or null is not said. */
interface More {
  readonly value?: string | null | undefined;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
}

/** One line of text, at most `lengthMax` characters. */
export function lineField(name: string, label: string, lengthMax: number, more: More = {}): Field {
  return { is: "line", name, label, lengthMax, ...said(more) };
}

/** Several lines of text, at most `lengthMax` characters. */
export function paragraphField(name: string, label: string, lengthMax: number, more: More = {}): Field {
  return { is: "paragraph", name, label, lengthMax, ...said(more) };
}

/** A day, "YYYY-MM-DD". */
export function dayField(name: string, label: string, more: More = {}): Field {
  return { is: "day", name, label, ...said(more) };
}

/** One of several; `value` is the one chosen already. */
export function choiceField(name: string, label: string, options: readonly Option[], more: More = {}): Field {
  return { is: "choice", name, label, options, ...said(more) };
}

function said({ value, hint, optional }: More) {
  return {
    ...(value === null || value === undefined ? {} : { value }),
    ...(hint === undefined ? {} : { hint }),
    ...(optional === true ? { optional } : {}),
  };
}
