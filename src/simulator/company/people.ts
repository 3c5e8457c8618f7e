import type { ChatName, Locale, Role } from "#domain/person.ts";

/** Somebody of the company; `key` names them in the lists of the simulator, and is their handle in Slack. */
export interface Colleague {
  readonly key: string;
  readonly slackId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  /** The key of whom they report to. */
  readonly manager: string | null;
  readonly locale: Locale;
  readonly team: Team;
}

export type Team = "ouest" | "est" | "siege";

export const COMPANY_NAME = "Atelier Vasseur";
export const COMPANY_DOMAIN = "atelier-vasseur.example";

/** Whom the tour follows: Claire's portfolio is written by hand, the others' are drawn. */
export const HEROINE = "claire";

export const COLLEAGUES: readonly Colleague[] = [
  rep("claire", "Claire Morel", "ouest"),
  rep("karim", "Karim Benali", "ouest"),
  rep("hugo", "Hugo Lefèvre", "ouest"),
  rep("maelle", "Maëlle Le Goff", "ouest"),
  rep("thomas", "Thomas Weber", "est"),
  rep("ines", "Inès Fontaine", "est"),
  rep("julien", "Julien Schmitt", "est"),
  { ...rep("emily", "Emily Carter", "est"), locale: "en" },
  colleague("sophie", "Sophie Marchand", ["manager"], { team: "ouest", manager: "helene" }),
  colleague("antoine", "Antoine Keller", ["manager"], { team: "est", manager: "helene" }),
  colleague("camille", "Camille Roux", ["finance"], { team: "siege", manager: "helene" }),
  colleague("paul", "Paul Giraud", ["finance"], { team: "siege", manager: "camille" }),
  colleague("nadia", "Nadia Haddad", ["adv"], { team: "siege", manager: "helene" }),
  colleague("helene", "Hélène Vasseur", ["direction"], { team: "siege", manager: null }),
  colleague("yann", "Yann Prigent", ["admin"], { team: "siege", manager: "helene" }),
];

/** Of the company, and in neither chat: what Relais has for them comes by e-mail. */
export const WITHOUT_CHAT: readonly Colleague[] = [
  colleague("mireille", "Mireille Aubry", ["finance", "adv"], { team: "siege", manager: "camille" }),
];

/** In the Slack workspace but not of the company: a guest, and somebody of another company through Slack Connect. */
export const OUTSIDERS = [
  { key: "lea", slackId: "U00LEA0000", name: "Léa Fabre", email: "lea@studio-fabre.example", is: "guest" },
  { key: "marc", slackId: "U00MARC000", name: "Marc Dubreuil", email: "marc@cabinet-dubreuil.example", is: "external" },
] as const;

/** Where somebody reads Relais when the demo starts: the East team chose Teams, everybody else Slack. */
export function firstChatOf({ team }: Pick<Colleague, "team">): ChatName {
  return team === "est" ? "teams" : "slack";
}

/** Throws for a key that is nobody's: a slip in the lists of the simulator. */
export function colleagueOf(key: string): Colleague {
  const found = COLLEAGUES.find((one) => one.key === key);
  if (found === undefined) throw new Error(`Nobody in ${COMPANY_NAME} is called "${key}".`);
  return found;
}

function rep(key: string, name: string, team: "ouest" | "est"): Colleague {
  return colleague(key, name, ["rep"], { team, manager: team === "ouest" ? "sophie" : "antoine" });
}

function colleague(
  key: string,
  name: string,
  roles: readonly Role[],
  place: { readonly team: Team; readonly manager: string | null },
): Colleague {
  const slackId = `U00${key.toUpperCase()}`.padEnd(10, "0");
  return { key, slackId, name, email: `${mailName(name)}@${COMPANY_DOMAIN}`, roles, locale: "fr", ...place };
}

/** "Maëlle Le Goff" -> "maelle.legoff" */
export function mailName(name: string): string {
  const [first = "", ...rest] = plain(name).split(" ");
  return rest.length === 0 ? first : `${first}.${rest.join("")}`;
}

/** Lower case without accents: what addresses and domains are written with. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, " ")
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .trim();
}
