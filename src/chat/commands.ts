import { readCash, type TypedCash } from "#chat/cash-words.ts";
import { readFinances, type TypedFinances } from "#chat/finance-words.ts";
import { folded } from "#chat/typed-words.ts";
import type { Day } from "#domain/calendar.ts";
import { splitPromiseWords, type PromiseWords } from "#domain/promise-words.ts";

/** What somebody typed after a command, or as a message, before anything is looked up. */
export type Typed =
  | { readonly is: "portfolio"; readonly of: TypedScope }
  | { readonly is: "customer"; readonly who: string }
  | { readonly is: "promise"; readonly said: PromiseWords; readonly text: string }
  | { readonly is: "dispute"; readonly who: string }
  | { readonly is: "factored" }
  | { readonly is: "forecast"; readonly scope: string }
  | { readonly is: "dso" | "balance"; readonly scope: string }
  | { readonly is: "cash"; readonly cash: TypedCash }
  | { readonly is: "brief"; readonly who: string }
  | { readonly is: "calendar"; readonly address: string }
  | { readonly is: "absence"; readonly words: string }
  | { readonly is: "my-data" }
  | { readonly is: "scenarios"; readonly words: string }
  | { readonly is: "preview"; readonly day: string }
  /** What is suspended, or somebody to put on hold. */
  | { readonly is: "stops"; readonly who: string }
  | TypedFinances
  | { readonly is: "effectiveness" | "start" }
  | { readonly is: "settings" }
  | { readonly is: "help"; readonly topic: string }
  | { readonly is: "unknown" };

/** Whose portfolio; a rep or a seller is named, and looked up later. */
export type TypedScope =
  /** "usual": what a person of this role means by it. */
  | { readonly is: "usual" | "mine" | "team" | "all" | "unowned" }
  | { readonly is: "rep" | "seller"; readonly who: string };

type Verb =
  | "outstanding"
  | "promise"
  | "dispute"
  | "forecast"
  | "dso"
  | "balance"
  | "cash"
  | "brief"
  | "calendar"
  | "absence"
  | "my-data"
  | "scenarios"
  | "preview"
  | "stops"
  | "finance-list"
  | "effectiveness"
  | "start"
  | "settings"
  | "help";

/** The names of the commands in both languages, whichever the reader's is; without slash, accent or case. */
const VERBS: ReadonlyMap<string, Verb> = new Map([
  ["encours", "outstanding"],
  ["outstanding", "outstanding"],
  ["promesse", "promise"],
  ["promise", "promise"],
  ["litige", "dispute"],
  ["dispute", "dispute"],
  ["previsionnel", "forecast"],
  ["prevision", "forecast"],
  ["forecast", "forecast"],
  ["dso", "dso"],
  ["balance", "balance"],
  ["balance-agee", "balance"],
  ["aged-balance", "balance"],
  ["cash", "cash"],
  ["brief", "brief"],
  ["agenda", "calendar"],
  ["calendar", "calendar"],
  ["absence", "absence"],
  ["absent", "absence"],
  ["mes-donnees", "my-data"],
  ["my-data", "my-data"],
  ["scenarios", "scenarios"],
  ["scenario", "scenarios"],
  ["apercu", "preview"],
  ["preview", "preview"],
  ["pause", "stops"],
  ["pauses", "stops"],
  ["finances", "finance-list"],
  ["finance", "finance-list"],
  ["efficacite", "effectiveness"],
  ["demarrage", "start"],
  ["go-live", "start"],
  ["effectiveness", "effectiveness"],
  ["reglages", "settings"],
  ["settings", "settings"],
  ["aide", "help"],
  ["help", "help"],
  ["relais-help", "help"],
]);

const WHOLE_SCOPES: ReadonlyMap<string, "usual" | "mine" | "team" | "all" | "unowned"> = new Map([
  ["", "usual"],
  ["moi", "mine"],
  ["mes clients", "mine"],
  ["me", "mine"],
  ["mine", "mine"],
  ["equipe", "team"],
  ["mon equipe", "team"],
  ["team", "team"],
  ["my team", "team"],
  ["tout", "all"],
  ["tous", "all"],
  ["all", "all"],
  ["everything", "all"],
  ["sans commercial", "unowned"],
  ["unowned", "unowned"],
]);

/** "encours cédées", "outstanding factored": the invoices that a factor has financed (P10). */
const FACTORED: ReadonlySet<string> = new Set(["cedees", "cedes", "factor", "factored", "ceded"]);

const NAMED_SCOPES: ReadonlyMap<string, "rep" | "seller"> = new Map([
  ["commercial", "rep"],
  ["rep", "rep"],
  ["societe", "seller"],
  ["seller", "seller"],
]);

/** "balance âgée équipe": people say the whole name of the thing. */
const BALANCE_SAID_WHOLE = /^[aâ]g[eé]e(?:\s+|$)/iu;

const TYPED_LENGTH_MAX = 300;
/** A calendar's address holds its own key. */
const ADDRESS_LENGTH_MAX = 2_000;

/** Reads a command by its name (no slash) and what follows it. */
export function readCommand(name: string, text: string, today: Day): Typed {
  const typed = text.slice(0, TYPED_LENGTH_MAX).trim();
  const verb = VERBS.get(folded(name));
  switch (verb) {
    case "outstanding":
      return readOutstanding(typed);
    case "promise":
      return { is: "promise", said: splitPromiseWords(typed, today), text: typed };
    case "dispute":
      return { is: "dispute", who: typed };
    case "forecast":
      return { is: "forecast", scope: typed };
    case "dso":
      return { is: "dso", scope: typed };
    case "balance":
      return { is: "balance", scope: typed.replace(BALANCE_SAID_WHOLE, "") };
    case "cash":
      return { is: "cash", cash: readCash(typed) };
    case "brief":
      return { is: "brief", who: typed };
    case "calendar":
      return { is: "calendar", address: text.slice(0, ADDRESS_LENGTH_MAX).trim() };
    case "absence":
      return { is: "absence", words: typed };
    case "my-data":
      return { is: "my-data" };
    case "scenarios":
      return { is: "scenarios", words: typed };
    case "preview":
      return { is: "preview", day: typed };
    case "stops":
      return { is: "stops", who: typed };
    case "finance-list":
      return readFinances(typed);
    case "effectiveness":
    case "start":
      return { is: verb };
    case "settings":
      return { is: "settings" };
    case "help":
      return { is: "help", topic: typed };
    default:
      return { is: "unknown" };
  }
}

/** The same words as a message: "encours garnier", "/aide", "Promesse Garnier vendredi". */
export function readMessage(text: string, today: Day): Typed {
  const [, name = "", rest = ""] = /^\/?([\p{L}-]+)(?:\s+([\s\S]*))?$/u.exec(text.trim()) ?? [];
  return readCommand(name, rest, today);
}

function readOutstanding(typed: string): Typed {
  if (FACTORED.has(folded(typed))) return { is: "factored" };
  const whole = WHOLE_SCOPES.get(folded(typed));
  if (whole !== undefined) return { is: "portfolio", of: { is: whole } };
  const [first = "", ...others] = typed.split(/\s+/);
  const named = NAMED_SCOPES.get(folded(first));
  if (named !== undefined && others.length > 0) return { is: "portfolio", of: { is: named, who: others.join(" ") } };
  return { is: "customer", who: typed };
}
