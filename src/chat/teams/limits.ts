import { CARD_RULES } from "./card-rules.ts";
import { TEAMS_LIMITS as L } from "./limit-table.ts";

export { TEAMS_LIMITS } from "./limit-table.ts";

type Json = Readonly<Record<string, unknown>>;

/** Every way in which a card breaks Teams' limits, as sentences that begin with a JSON path; empty when Teams takes it. */
export function checkTeamsCard(card: unknown): readonly string[] {
  if (!isJson(card) || card["type"] !== "AdaptiveCard") return ["/ must be an AdaptiveCard"];
  const size = utf16Bytes(JSON.stringify(card));
  const ids = inputIds(card);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [
    ...(card["version"] === L.cardVersion ? [] : [`/version must be ${L.cardVersion}, the newest that Teams draws`]),
    ...(size > L.messageBytes ? [`/ has ${size} bytes, at most ${L.messageBytes} allowed`] : []),
    ...twice.map((id) => `/ uses the input id "${id}" more than once`),
    ...walk(card, "", 1),
  ];
}

/** A message over the limit is a bug of ours: better a sentence here than a refusal by Teams. Throws it. */
export function refuseOverSize(body: string): void {
  const size = utf16Bytes(body);
  if (size > L.messageBytes)
    throw new Error(`Teams would refuse this message: it has ${size} bytes, at most ${L.messageBytes} are allowed.`);
}

/** As refuseOverSize, for all rules of a card. */
export function refuseOverLimits(card: unknown): void {
  const wrong = checkTeamsCard(card);
  if (wrong.length > 0) throw new Error(`Teams would refuse this card: ${wrong.join("; ")}.`);
}

/** Teams counts a message in UTF-16: two bytes for most characters. */
export function utf16Bytes(text: string): number {
  return text.length * 2;
}

/** Each typed object is held against the rule of its type; a card within a card may lie only so deep. */
function walk(value: unknown, at: string, depth: number): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => walk(one, `${at}/${index}`, depth));
  if (!isJson(value)) return [];
  const type = value["type"];
  const own = typeof type === "string" ? (CARD_RULES[type]?.(value) ?? [`has the unknown type "${type}"`]) : [];
  const inner = type === "Action.ShowCard" ? depth + 1 : depth;
  const tooDeep = inner > L.cardDepth ? [`lies ${inner} cards deep, at most ${L.cardDepth} allowed`] : [];
  return [
    ...[...own, ...tooDeep].map((what) => `${at === "" ? "/" : at} ${what}`),
    ...Object.entries(value).flatMap(([name, one]) => (name === "data" ? [] : walk(one, `${at}/${name}`, inner))),
  ];
}

function inputIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(inputIds);
  if (!isJson(value)) return [];
  const own = String(value["type"]).startsWith("Input.") ? [String(value["id"])] : [];
  return [...own, ...Object.values(value).flatMap(inputIds)];
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
