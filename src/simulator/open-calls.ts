import { decodeAction, type Action } from "#cards/action.ts";
import { isDay, type Day } from "#domain/calendar.ts";
import type { Colleague } from "./company/people.ts";
import { elementsOf, type Found } from "./slack/elements.ts";
import { jsonList, textOf } from "./slack/json.ts";
import type { SlackLookalike } from "./slack/lookalike.ts";
import { actionsOf } from "./teams/elements.ts";
import type { TeamsLookalike } from "./teams/lookalike.ts";
import { teamsId } from "./tenant.ts";

/** A call card that waits for an answer, in whichever chat it stands, with what can be clicked on it. */
export interface OpenCall {
  readonly customer: string;
  readonly ask: number;
  /** The days of its menu that are still to come. */
  readonly promises: readonly Promised[];
  /** Null = the card has no such button. */
  readonly sayNoAnswer: (() => Promise<unknown>) | null;
}

interface Promised {
  readonly due: Day;
  readonly choose: () => Promise<unknown>;
}

/** The people's chats: both are looked at, as each person has their cards in one of them. */
export interface PlayedChats {
  readonly slack: SlackLookalike;
  readonly teams: TeamsLookalike;
}

/** A card of last week may offer days that are gone: those are left out. */
export function openCalls(chats: PlayedChats, colleague: Colleague, today: Day): readonly OpenCall[] {
  return [...inSlack(chats.slack, colleague), ...inTeams(chats.teams, colleague)].map((call) => ({
    ...call,
    promises: call.promises.filter(({ due }) => due > today),
  }));
}

function inSlack(slack: SlackLookalike, { slackId: userId }: Colleague): readonly OpenCall[] {
  return slack.read.directMessages(userId).flatMap((message) =>
    elementsOf(message.blocks).flatMap((found) => {
      const { actionId, blockId } = found;
      const choices = jsonList(found.element["options"]).map((option) => String(option["value"]));
      const click = (more: object) => slack.acts.click({ userId, ts: message.ts, actionId, blockId, ...more });
      const noAnswer = noAnswerBeside(found);
      return callOf(
        choices.map((choice) => ({ action: decodeAction(choice), click: () => click({ choice }) })),
        noAnswer === undefined ? null : () => click({ actionId: noAnswer.actionId, blockId: noAnswer.blockId }),
      );
    }),
  );
}

function noAnswerBeside(found: Found): Found | undefined {
  return elementsOf([found.block]).find(
    ({ element }) => decodeAction(textOf(element, "value") ?? "")?.do === "no-answer",
  );
}

/** In Teams the menu is unfolded: every day is a button. A card asks for one call only. */
function inTeams(teams: TeamsLookalike, { key }: Colleague): readonly OpenCall[] {
  const userId = teamsId(key);
  return teams.read.byBot(userId).flatMap(({ id: messageId, card }) => {
    const all = card === null ? [] : actionsOf(card).map(({ action }) => action);
    const buttons = all.map((action, index) => {
      const { title } = action as { title: string };
      const occurrence = all.slice(0, index).filter((one) => one["title"] === title).length;
      const data = action["data"] as { readonly action?: unknown } | undefined;
      return {
        action: decodeAction(typeof data?.action === "string" ? data.action : ""),
        click: () => teams.acts.click({ userId, messageId, title, occurrence }),
      };
    });
    const noAnswer = buttons.find(({ action }) => action?.do === "no-answer");
    return callOf(buttons, noAnswer?.click ?? null);
  });
}

interface Clickable {
  readonly action: Action | null;
  readonly click: () => Promise<unknown>;
}

/** None when no promise for a call is offered: it is another card, or answered. */
function callOf(buttons: readonly Clickable[], sayNoAnswer: OpenCall["sayNoAnswer"]): readonly OpenCall[] {
  const promises = buttons.flatMap(({ action, click }) =>
    action?.do === "give-promise" && action.ask !== undefined
      ? [{ customer: action.customer, ask: action.ask, due: action.due, choose: click }]
      : [],
  );
  const [first] = promises;
  if (first === undefined) return [];
  const days = promises.flatMap(({ due, choose }) => (isDay(due) ? [{ due, choose }] : []));
  return [{ customer: first.customer, ask: first.ask, promises: days, sayNoAnswer }];
}
