import { setTimeout as sleep } from "node:timers/promises";

import type { SlackLookalike } from "./slack/lookalike.ts";
import type { TeamsLookalike } from "./teams/lookalike.ts";
import { teamsId } from "./tenant.ts";

const WEST = { manager: "sophie", channel: "equipe-ouest" };
const EAST = { manager: teamsId("antoine"), channel: "19:est@thread.tacv2" };
/** On Mondays at nine, so that a report is there when the demo begins. */
const WHEN = { weekday: "1", hour: "540" };
const PATIENCE_MS = 10_000;
const POLL_MS = 20;

/** The managers subscribe their teams' channels as anybody would: by a command in Slack, by a mention in Teams. */
export async function subscribeTeamChannels(slack: SlackLookalike, teams: TeamsLookalike | null): Promise<void> {
  const { manager, channel } = WEST;
  await slack.acts.command({ userId: manager, channelId: channel, command: "/cash", text: "abonner" });
  await found(() => slack.read.views(manager).at(-1));
  await slack.acts.submitView({ userId: manager, values: WHEN });
  if (teams !== null) await subscribeInTeams(teams);
}

async function subscribeInTeams({ acts, read }: TeamsLookalike): Promise<void> {
  const { manager, channel } = EAST;
  await acts.sendMessage({ userId: manager, conversationId: channel, text: "cash abonner" });
  const form = await found(() => read.byBot(manager).findLast(({ card }) => JSON.stringify(card).includes(VERB)));
  await acts.click({ userId: manager, messageId: form.id, verb: VERB, values: WHEN });
}

const VERB = "submit.subscribe";

/** What the service shows a moment after it has answered. */
async function found<T>(look: () => T | undefined): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = look();
    if (seen !== undefined) return seen;
    if (performance.now() > deadline) throw new Error("The form of a subscription did not come.");
    await sleep(POLL_MS);
  }
}
