import type { TeamsLookalike } from "#simulator/teams/lookalike.ts";
import type { Seen } from "#simulator/teams/read.ts";
import { COLLEAGUES, OUTSIDERS } from "#simulator/company/people.ts";
import { teamsId } from "#simulator/tenant.ts";

/** Older messages are there, but a page need not carry them. */
const MESSAGES_SHOWN_MAX = 80;
const NOTICES_SHOWN_MAX = 3;
const MS_PER_SECOND = 1_000;

/** What the Teams side shows of one person (by their id on the page) at one place; null = their chat with Relais. */
export function teamsState(teams: TeamsLookalike, user: string, conversation: string | null) {
  const id = idInTeams(user);
  const channels = teams.read.conversations().filter((one) => one.kind === "channel" && one.members.includes(id));
  const there = channels.find((one) => one.id === conversation)?.id;
  const notices = teams.read.notices(id);
  return {
    channels: channels.map((one) => ({ id: one.id, name: one.name, isPrivate: false })),
    messages: teams.read.messages(id, there).slice(-MESSAGES_SHOWN_MAX).map(messageJson),
    dialog: teams.read.dialog(id),
    noticesSoFar: notices.length,
    notices: notices.slice(-NOTICES_SHOWN_MAX),
  };
}

/** How many messages Relais wrote to this person in Teams. */
export function teamsArrivals(teams: TeamsLookalike, user: string): number {
  return teams.read.byBot(idInTeams(user)).length;
}

function idInTeams(user: string): string {
  return teamsId([...COLLEAGUES, ...OUTSIDERS].find((one) => one.slackId === user)?.key ?? user);
}

function messageJson({ id, fromId, isByBot, text, card, isEdited }: Seen) {
  const author = [...COLLEAGUES, ...OUTSIDERS].find((one) => teamsId(one.key) === fromId);
  // An id is the millisecond it was given in; in seconds it is what Slack calls `ts`, and the page dates both alike.
  return { id, ts: String(Number(id) / MS_PER_SECOND), user: author?.slackId ?? fromId, isByBot, text, card, isEdited };
}
