import type { Day } from "#domain/calendar.ts";
import type { CustomerPlan } from "./company/customer.ts";
import { COLLEAGUES, colleagueOf, HEROINE } from "./company/people.ts";
import { createRandom, type Random } from "./company/random.ts";
import { WRITTEN_ABSENCES, WRITTEN_ACTS } from "./company/story.ts";
import { openCalls, type OpenCall, type PlayedChats } from "./open-calls.ts";

/** Reps who are not played by hand answer their call cards as people do: most of them, not always the same day. */
export interface Colleagues {
  /** What they do on a morning, through the chat like everybody. */
  act(day: Day): Promise<void>;
  /** From now on the person with this e-mail address is played by hand. */
  leaveTo(email: string): void;
}

const ANSWERED_SHARE = 0.7;
const PROMISED_SHARE = 0.75;
const PROMISED_BY_BAD_PAYERS = 0.4;

/** The heroine is always played by hand, but for what the story says she did. */
export function createColleagues(chats: PlayedChats, customers: readonly CustomerPlan[]): Colleagues {
  const byHand = new Set<string>([colleagueOf(HEROINE).email]);
  return {
    leaveTo: (email) => void byHand.add(email),
    async act(day) {
      for (const written of WRITTEN_ACTS.filter((one) => one.on === day)) await doAsWritten(chats, written, day);
      for (const { who, text } of WRITTEN_ABSENCES.filter(({ saidOn }) => saidOn === day)) {
        await chats.slack.acts.command({ userId: colleagueOf(who).slackId, command: "/absence", text });
      }
      const present = COLLEAGUES.filter((one) => one.roles.includes("rep") && !isOnLeave(one.key, day));
      for (const rep of present.filter((one) => !byHand.has(one.email))) {
        for (const { ask } of openCalls(chats, rep, day)) {
          // An answer may have changed other cards of the same customer: this one is looked at again.
          const call = openCalls(chats, rep, day).find((one) => one.ask === ask);
          if (call !== undefined) await answer(call, habitOf(customers, call), createRandom(`${ask}-${day}`));
        }
      }
    },
  };
}

function isOnLeave(key: string, day: Day): boolean {
  return WRITTEN_ABSENCES.some(({ who, from, until }) => who === key && from <= day && day <= until);
}

async function doAsWritten(chats: PlayedChats, written: (typeof WRITTEN_ACTS)[number], today: Day): Promise<void> {
  const heroine = colleagueOf(HEROINE);
  if (written.does !== "promise-from-menu") {
    await chats.slack.acts.command({ userId: heroine.slackId, ...written.does });
    return;
  }
  const call = openCalls(chats, heroine, today).find((one) => one.customer === written.customer);
  await call?.promises[0]?.choose();
}

async function answer(call: OpenCall, habit: CustomerPlan["habit"]["pays"], random: Random): Promise<void> {
  if (!random.chance(ANSWERED_SHARE)) return;
  const share = habit === "never" ? PROMISED_BY_BAD_PAYERS : PROMISED_SHARE;
  const day = call.promises[random.between(0, call.promises.length - 1)];
  if (random.chance(share) && day !== undefined) await day.choose();
  else await call.sayNoAnswer?.();
}

function habitOf(customers: readonly CustomerPlan[], call: OpenCall): CustomerPlan["habit"]["pays"] {
  return customers.find((customer) => customer.code === call.customer)?.habit.pays ?? "after-call";
}
