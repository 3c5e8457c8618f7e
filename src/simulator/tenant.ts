import { COLLEAGUES, COMPANY_DOMAIN, OUTSIDERS, type Team } from "./company/people.ts";
import { createTeamsLookalike, type TeamsLookalike } from "./teams/lookalike.ts";
import type { Person } from "./teams/state.ts";

/** What the look-alike and the service must agree on. */
export interface TeamsIds {
  readonly appId: string;
  readonly tenantId: string;
}

const OTHER_TENANT = "7d1a0f0e-0000-4000-8000-00000000beef";

/** The company's Teams: the same people as in its Slack, and the channels they talk in. */
export function createTenant(ids: TeamsIds, now: () => Date): TeamsLookalike {
  const everybody = [...COLLEAGUES, ...OUTSIDERS].map(({ key }) => teamsId(key));
  return createTeamsLookalike({
    ...ids,
    now,
    people: [
      ...COLLEAGUES.map((one) => ({ ...member(one), locale: one.locale === "fr" ? "fr-FR" : "en-GB" })),
      ...OUTSIDERS.map((one) => ({
        ...member(one),
        ...(one.is === "guest"
          ? { isGuest: true, userPrincipalName: `${one.key}#EXT#@${COMPANY_DOMAIN}` }
          : { tenantId: OTHER_TENANT }),
      })),
    ],
    conversations: [
      channel("general", "Général", everybody),
      channel("ouest", "Équipe Ouest", ofTeam("ouest")),
      channel("est", "Équipe Est", ofTeam("est")),
      channel("comptabilite", "Comptabilité", ofTeam("siege")),
    ],
  });
}

/** How the bot knows somebody: 29:claire. */
export function teamsId(key: string): string {
  return `29:${key}`;
}

function member(one: { readonly key: string; readonly name: string; readonly email: string }): Person {
  return { id: teamsId(one.key), aadObjectId: one.key, name: one.name, email: one.email };
}

function channel(key: string, name: string, members: readonly string[]) {
  return { id: `19:${key}@thread.tacv2`, kind: "channel", name, members } as const;
}

function ofTeam(team: Team): readonly string[] {
  return COLLEAGUES.filter((one) => one.team === team).map(({ key }) => teamsId(key));
}
