/** Says what is wrong with one JSON value found at a path (`/blocks/0/text`): one sentence per fault, none when it fits. */
export type Check = (value: unknown, at: string) => readonly string[];

type Fields = Readonly<Record<string, Check>>;
type JsonObject = Readonly<Record<string, unknown>>;

/** An object with every required field and no field that is not named: the chat refuses additional properties too. */
export function shape(required: Fields, optional: Fields = {}): Check {
  return (value, at) => {
    if (!isJsonObject(value)) return [wrong(at, "must be an object")];
    const missing = Object.keys(required).filter((name) => value[name] === undefined);
    return [
      ...missing.map((name) => wrong(at, `lacks the required field "${name}"`)),
      ...Object.entries(value).flatMap(([name, field]) => {
        const check = required[name] ?? optional[name];
        if (field === undefined) return [];
        return check ? check(field, `${at}/${name}`) : [wrong(at, `has the unknown field "${name}"`)];
      }),
    ];
  };
}

/** An object whose `type` chooses the rule; a type outside the table is refused, with the name of `what` was expected. */
export function tagged(what: string, rules: Readonly<Record<string, Check>>, allowed?: readonly string[]): Check {
  return (value, at) => {
    if (!isJsonObject(value)) return [wrong(at, "must be an object")];
    const type = typeof value["type"] === "string" ? value["type"] : "";
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (!rule) return [wrong(at, `has the unknown ${what} type "${type}"`)];
    if (allowed && !allowed.includes(type)) return [wrong(at, `may not hold the ${what} type "${type}" here`)];
    return rule(value, at);
  };
}

/** A list of `min` to `max` items, each of which passes `item`. */
export function list(min: number, max: number, item: Check): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return [wrong(at, "must be a list")];
    const size = value.length;
    return [
      ...(size < min ? [wrong(at, `has ${size} items, at least ${min} needed`)] : []),
      ...(size > max ? [wrong(at, `has ${size} items, at most ${max} allowed`)] : []),
      ...value.flatMap((entry, index) => item(entry, `${at}/${index}`)),
    ];
  };
}

/** A string of `min` to `max` characters, counted as code points. */
export function string(max: number, min = 1): Check {
  return (value, at) => {
    if (typeof value !== "string") return [wrong(at, "must be a string")];
    const size = countCodePoints(value);
    if (size < min) return [wrong(at, `has ${size} characters, at least ${min} needed`)];
    if (size > max) return [wrong(at, `has ${size} characters, at most ${max} allowed`)];
    return [];
  };
}

/** One of a few constant values. */
export function oneOf(...values: readonly unknown[]): Check {
  return (value, at) => (values.includes(value) ? [] : [wrong(at, `must be one of ${values.join(", ")}`)]);
}

/** A string of a pattern, which `what` describes. */
export function matching(pattern: RegExp, what: string): Check {
  return (value, at) => (typeof value === "string" && pattern.test(value) ? [] : [wrong(at, `must be ${what}`)]);
}

/** A finite number within bounds. */
export function number(min = -Infinity, max = Infinity): Check {
  return (value, at) =>
    typeof value === "number" && Number.isFinite(value) && value >= min && value <= max
      ? []
      : [wrong(at, `must be a number from ${min} to ${max}`)];
}

/** Every one of the checks. */
export function all(...checks: readonly Check[]): Check {
  return (value, at) => checks.flatMap((check) => check(value, at));
}

/** Exactly one of the named fields is there. */
export function exactlyOne(...names: readonly string[]): Check {
  return (value, at) =>
    isJsonObject(value) && names.filter((name) => value[name] !== undefined).length === 1
      ? []
      : [wrong(at, `must have exactly one of ${names.join(", ")}`)];
}

/** Anything: a part that is not ours to judge. */
export const anything: Check = () => [];
export const boolean: Check = oneOf(true, false);

/** The sentence of a fault, which begins with the place it is about. */
export function wrong(at: string, what: string): string {
  return `${at || "/"} ${what}`;
}

/** Characters as a chat counts them: an emoji or an accented letter is one, whatever UTF-16 needs for it. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** An object, not a list or null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
