/** A JSON object as it came over the wire: nothing in it is trusted. */
export type Json = Readonly<Record<string, unknown>>;

/** An object, not a list or null. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list; anything else in it, or no list at all, is left out. */
export function jsonList(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** A field as text, null when it is absent or empty. Numbers are taken too: form bodies do not know them. */
export function textOf(json: Json, field: string): string | null {
  const value = json[field];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}

/** A field that says yes as JSON (`true`) or as a form does (`true`, `1`). */
export function isYes(json: Json, field: string): boolean {
  return [true, "true", "1", 1].includes(json[field] as boolean | string | number);
}

/** The value of a JSON text, undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
