import { folded } from "#chat/typed-words.ts";
import type { ChannelRole } from "#domain/role-channel.ts";

/** What follows `/finances`: the list of what waits, or where the tasks of a role go. */
export type TypedFinances =
  | { readonly is: "finance-list" }
  /** `role` null = the one the reader may place, finance first; `unknown` = none is called so. */
  | { readonly is: "role-channel"; readonly role: ChannelRole | null | { readonly unknown: string } }
  | { readonly is: "role-channels" };

const HERE: ReadonlySet<string> = new Set(["canal", "salon", "ici", "channel", "here"]);
const ALL: ReadonlySet<string> = new Set(["canaux", "salons", "channels"]);

const ROLES: ReadonlyMap<string, ChannelRole> = new Map([
  ["finance", "finance"],
  ["finances", "finance"],
  ["compta", "finance"],
  ["comptabilite", "finance"],
  ["accounting", "finance"],
  ["adv", "adv"],
  ["administration des ventes", "adv"],
  ["sales administration", "adv"],
  ["sales admin", "adv"],
  ["direction", "direction"],
  ["management", "direction"],
  ["senior management", "direction"],
  ["board", "direction"],
]);

/** Reads what follows `/finances`; what begins with no word of ours is the list. */
export function readFinances(typed: string): TypedFinances {
  const [first = "", ...others] = typed.split(/\s+/);
  const verb = folded(first);
  if (ALL.has(verb)) return { is: "role-channels" };
  if (!HERE.has(verb)) return { is: "finance-list" };
  const named = others.join(" ");
  if (named === "") return { is: "role-channel", role: null };
  return { is: "role-channel", role: ROLES.get(folded(named)) ?? { unknown: named } };
}
