import type { FormAnswer } from "#chat/request.ts";
import { isDay, type Day } from "#domain/calendar.ts";

/** The text of a field; undefined when it was left empty, is not there, or holds several. */
export function textOf(answer: FormAnswer, field: string): string | undefined {
  const value = answer.values[field];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** The day of a field; undefined when there is none. */
export function dayOf(answer: FormAnswer, field: string): Day | undefined {
  const value = textOf(answer, field);
  return value !== undefined && isDay(value) ? value : undefined;
}

/** The one of a closed list that was chosen; undefined for anything else. */
export function choiceOf<T extends string>(answer: FormAnswer, field: string, allowed: readonly T[]): T | undefined {
  const value = textOf(answer, field);
  return allowed.find((one) => one === value);
}

/** What was ticked; a menu of one counts too. */
export function choicesOf(answer: FormAnswer, field: string): readonly string[] {
  const value = answer.values[field];
  if (typeof value === "string") return [value];
  return value ?? [];
}

/** An id that the form was about; undefined when it was about none. */
export function idOf(answer: FormAnswer, name: string): number | undefined {
  const value = answer.context[name];
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

/** A code that the form was about. */
export function codeOf(answer: FormAnswer, name: string): string | undefined {
  const value = answer.context[name];
  return typeof value === "string" ? value : undefined;
}
