import { decodeAction, type Action } from "#cards/action.ts";
import { isDay, type Day } from "#domain/calendar.ts";
import type { CustomerPlan } from "./company/customer.ts";
import { COLLEAGUES, colleagueOf, HEROINE, type Colleague } from "./company/people.ts";
import { createRandom, type Random } from "./company/random.ts";
import { WRITTEN_ACTS } from "./company/story.ts";
import { elementsOf, type Found } from "./slack/elements.ts";
import { jsonList, textOf } from "./slack/json.ts";
import type { SlackLookalike } from "./slack/lookalike.ts";
import type { Message } from "./slack/state.ts";

/** Reps who are not played by hand answer their call cards as people do: most of them, not always the same day. */
export interface Colleagues {
  /** What they do on a morning, through the chat like everybody. */
  act(day: Day): Promise<void>;
  /** From now on this person is played by hand. */
  leaveTo(userId: string): void;
}

/** An open call card, by its promise menu. */
interface OpenCall {
  readonly ts: string;
  readonly found: Found;
  readonly customer: string;
  readonly ask: number;
  readonly days: readonly { readonly value: string; readonly due: Day }[];
}

const ANSWERED_SHARE = 0.7;
const PROMISED_SHARE = 0.75;
const PROMISED_BY_BAD_PAYERS = 0.4;

/** The heroine is always played by hand, but for what the story says she did. */
export function createColleagues(deps: {
  readonly slack: SlackLookalike;
  readonly customers: readonly CustomerPlan[];
}): Colleagues {
  const byHand = new Set<string>([colleagueOf(HEROINE).slackId]);
  return {
    leaveTo: (userId) => void byHand.add(userId),
    async act(day) {
      for (const written of WRITTEN_ACTS.filter((one) => one.on === day)) {
        await doAsWritten(deps.slack, written, day);
      }
      for (const rep of COLLEAGUES.filter((one) => one.roles.includes("rep") && !byHand.has(one.slackId))) {
        for (const { ask } of openCalls(deps.slack, rep, day)) {
          // An answer may have changed other cards of the same customer: this one is looked at again.
          const call = openCalls(deps.slack, rep, day).find((one) => one.ask === ask);
          if (call === undefined) continue;
          await answer(deps.slack, rep, call, habitOf(deps.customers, call), createRandom(`${ask}-${day}`));
        }
      }
    },
  };
}

async function doAsWritten(slack: SlackLookalike, written: (typeof WRITTEN_ACTS)[number], today: Day): Promise<void> {
  const heroine = colleagueOf(HEROINE);
  if (written.does !== "promise-from-menu") {
    await slack.acts.command({ userId: heroine.slackId, ...written.does });
    return;
  }
  const call = openCalls(slack, heroine, today).find((one) => one.customer === written.customer);
  const first = call?.days[0];
  if (call !== undefined && first !== undefined) await choose(slack, heroine, call, first.value);
}

async function answer(
  slack: SlackLookalike,
  rep: Colleague,
  call: OpenCall,
  habit: CustomerPlan["habit"]["pays"],
  random: Random,
): Promise<void> {
  if (!random.chance(ANSWERED_SHARE)) return;
  const share = habit === "never" ? PROMISED_BY_BAD_PAYERS : PROMISED_SHARE;
  const day = call.days[random.between(0, call.days.length - 1)];
  if (random.chance(share) && day !== undefined) return choose(slack, rep, call, day.value);
  const noAnswer = elementsOf([call.found.block]).find(
    ({ element }) => decodeAction(textOf(element, "value") ?? "")?.do === "no-answer",
  );
  if (noAnswer === undefined) return;
  await slack.acts.click({ userId: rep.slackId, ts: call.ts, actionId: noAnswer.actionId, blockId: noAnswer.blockId });
}

async function choose(slack: SlackLookalike, rep: Colleague, call: OpenCall, choice: string): Promise<void> {
  const { actionId, blockId } = call.found;
  await slack.acts.click({ userId: rep.slackId, ts: call.ts, actionId, blockId, choice });
}

/** A card of last week may offer days that are gone: those are left out. */
function openCalls(slack: SlackLookalike, rep: Colleague, today: Day): readonly OpenCall[] {
  return slack.read
    .directMessages(rep.slackId)
    .flatMap(callsIn)
    .map((call) => ({ ...call, days: call.days.filter(({ due }) => due > today) }));
}

function callsIn(message: Message): readonly OpenCall[] {
  return elementsOf(message.blocks).flatMap((found) => {
    const actions = jsonList(found.element["options"]).flatMap((option) => {
      const action = decodeAction(String(option["value"]));
      return action === null ? [] : [{ value: String(option["value"]), action }];
    });
    const promises = actions.filter(isPromiseOfCall);
    const [first] = promises;
    if (first?.action.ask === undefined) return [];
    const days = promises.flatMap(({ value, action }) => (isDay(action.due) ? [{ value, due: action.due }] : []));
    return [{ ts: message.ts, found, customer: first.action.customer, ask: first.action.ask, days }];
  });
}

type GivePromise = Extract<Action, { do: "give-promise" }>;

function isPromiseOfCall(option: {
  readonly value: string;
  readonly action: Action;
}): option is { readonly value: string; readonly action: GivePromise } {
  return option.action.do === "give-promise" && option.action.ask !== undefined;
}

function habitOf(customers: readonly CustomerPlan[], call: OpenCall): CustomerPlan["habit"]["pays"] {
  return customers.find((customer) => customer.code === call.customer)?.habit.pays ?? "after-call";
}
