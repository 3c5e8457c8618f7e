import { COLLEAGUES, COMPANY_NAME, OUTSIDERS, type Colleague, type Team } from "./company/people.ts";
import { createSlackLookalike, type SlackLookalike } from "./slack/lookalike.ts";

const BOT_USER = "U0RELAISBOT";
const OTHER_TEAM = "T0OTHER000";

/** What the look-alike and the service must agree on. */
export interface SlackSecrets {
  readonly botToken: string;
  readonly signingSecret: string;
}

/** The company's Slack: everybody of it, a guest, somebody of another company, and the channels they talk in. */
export function createWorkspace(secrets: SlackSecrets, now: () => Date): SlackLookalike {
  const everybody = COLLEAGUES.map((one) => one.slackId);
  return createSlackLookalike({
    ...secrets,
    now,
    teamDomain: COMPANY_NAME.toLowerCase().replace(/\s+/g, "-"),
    botUserId: BOT_USER,
    people: [
      ...COLLEAGUES.map((one) => ({
        id: one.slackId,
        name: one.key,
        realName: one.name,
        email: one.email,
        locale: one.locale === "fr" ? "fr-FR" : "en-GB",
      })),
      ...OUTSIDERS.map((one) => ({
        id: one.slackId,
        name: one.key,
        realName: one.name,
        email: one.email,
        ...(one.is === "guest" ? { isRestricted: true } : { isStranger: true, teamId: OTHER_TEAM }),
      })),
    ],
    channels: [
      { id: "C00GENERAL", name: "general", members: [...everybody, ...OUTSIDERS.map((one) => one.slackId), BOT_USER] },
      { id: "C00OUEST00", name: "equipe-ouest", isPrivate: true, members: [...ofTeam("ouest"), BOT_USER] },
      { id: "C00EST0000", name: "equipe-est", isPrivate: true, members: [...ofTeam("est"), BOT_USER] },
      { id: "C00COMPTA0", name: "comptabilite", isPrivate: true, members: [...ofTeam("siege"), BOT_USER] },
    ],
  });
}

function ofTeam(team: Team): readonly string[] {
  return COLLEAGUES.filter((one: Colleague) => one.team === team).map((one) => one.slackId);
}
