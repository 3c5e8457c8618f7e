import { callsFr } from "#i18n/cards/calls/fr.ts";
import { clockFr } from "#i18n/cards/clock/fr.ts";
import { customerFr } from "#i18n/cards/customer/fr.ts";
import { digestFr } from "#i18n/cards/digest/fr.ts";
import { disputesFr } from "#i18n/cards/disputes/fr.ts";
import { figuresFr } from "#i18n/cards/figures/fr.ts";
import { forecastFr } from "#i18n/cards/forecast/fr.ts";
import { formsFr } from "#i18n/cards/forms/fr.ts";
import { lettersFr } from "#i18n/cards/letters/fr.ts";
import { meetingsFr } from "#i18n/cards/meetings/fr.ts";
import type { CardWords } from "#i18n/cards/messages.ts";
import { myDataFr } from "#i18n/cards/my-data/fr.ts";
import { portfolioFr } from "#i18n/cards/portfolio/fr.ts";
import { proofFr } from "#i18n/cards/proof/fr.ts";
import { promisesFr } from "#i18n/cards/promises/fr.ts";
import { reportFr } from "#i18n/cards/report/fr.ts";
import { roleChannelsFr } from "#i18n/cards/role-channels/fr.ts";
import { subscriptionsFr } from "#i18n/cards/subscriptions/fr.ts";
import { scoreFr } from "#i18n/cards/score/fr.ts";
import { tasksFr } from "#i18n/cards/tasks/fr.ts";
import { timelineFr } from "#i18n/cards/timeline/fr.ts";
import { welcomeFr } from "#i18n/cards/welcome/fr.ts";

export const cardsFr: CardWords = {
  calls: callsFr,
  clock: clockFr,
  promises: promisesFr,
  disputes: disputesFr,
  tasks: tasksFr,
  digest: digestFr,
  portfolio: portfolioFr,
  customer: customerFr,
  timeline: timelineFr,
  figures: figuresFr,
  forecast: forecastFr,
  proof: proofFr,
  score: scoreFr,
  myData: myDataFr,
  forms: formsFr,
  letters: lettersFr,
  meetings: meetingsFr,
  welcome: welcomeFr,
  report: reportFr,
  subscriptions: subscriptionsFr,
  roleChannels: roleChannelsFr,
};
