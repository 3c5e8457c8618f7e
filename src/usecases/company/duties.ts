import { bringBackAsks } from "#usecases/asks/bring-back-asks.ts";
import { closeSettledDisputes } from "#usecases/disputes/close-settled-disputes.ts";
import type { Context } from "#usecases/context.ts";
import { endHolds } from "#usecases/stops/end-holds.ts";
import { followAbsences } from "#usecases/people/follow-absences.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { keepFigures } from "#usecases/reports/keep-figures.ts";
import { lookUpPeople } from "#usecases/people/look-up-people.ts";
import { makeForecasts } from "#usecases/reports/make-forecasts.ts";
import { postReports } from "#usecases/channels/post-reports.ts";
import { readCalendars } from "#usecases/meetings/read-calendars.ts";
import { runAskClock } from "#usecases/asks/run-ask-clock.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { sendDigests } from "#usecases/reports/send-digests.ts";
import { sendEvening } from "#usecases/dunning/send-evening.ts";
import { thankCustomers } from "#usecases/dunning/thank-customers.ts";
import { thankPeople } from "#usecases/reports/thank-people.ts";
import { watchCeded } from "#usecases/dunning/watch-ceded.ts";
import { welcomePeople } from "#usecases/people/welcome-people.ts";
import { withdrawAsks } from "#usecases/asks/withdraw-asks.ts";

export type DutyName =
  | "settle"
  | "bring-back"
  | "ask-clock"
  | "run-dunning"
  | "make-forecasts"
  | "keep-figures"
  | "welcome"
  | "read-calendars"
  | "send-digests"
  | "thank"
  | "thank-customers"
  | "evening"
  | "post-reports";

/** What happens by itself. Every duty is a catch-up: doing it twice does nothing, missing it once loses nothing. */
export const DUTIES: Readonly<Record<DutyName, (context: Context) => Promise<void>>> = {
  /** What time alone changes: who is there, holds that end, promises that can be judged, what is settled. */
  async settle(context) {
    await followAbsences(context);
    await endHolds(context);
    await judgePromises(context);
    await closeSettledDisputes(context);
    await withdrawAsks(context);
    await watchCeded(context);
  },
  async "bring-back"(context) {
    await bringBackAsks(context);
  },
  async "ask-clock"(context) {
    await runAskClock(context);
  },
  async "run-dunning"(context) {
    await runDunning(context);
  },
  async "make-forecasts"(context) {
    await makeForecasts(context);
  },
  async "keep-figures"(context) {
    await keepFigures(context);
  },
  async welcome(context) {
    await lookUpPeople(context);
    await welcomePeople(context);
  },
  async "read-calendars"(context) {
    await readCalendars(context);
  },
  async "send-digests"(context) {
    await sendDigests(context);
  },
  async thank(context) {
    await thankPeople(context);
  },
  async "thank-customers"(context) {
    await thankCustomers(context);
  },
  async evening(context) {
    await sendEvening(context);
  },
  async "post-reports"(context) {
    await postReports(context);
  },
};

/** First what happened, then what follows from it, then what people read. */
export const DUTY_ORDER: readonly DutyName[] = [
  "settle",
  "bring-back",
  "ask-clock",
  "run-dunning",
  "thank-customers",
  "make-forecasts",
  "keep-figures",
  "welcome",
  "read-calendars",
  "send-digests",
  "thank",
  "evening",
  "post-reports",
];
