import { callsEn } from "#i18n/cards/calls/en.ts";
import { clockEn } from "#i18n/cards/clock/en.ts";
import { customerEn } from "#i18n/cards/customer/en.ts";
import { digestEn } from "#i18n/cards/digest/en.ts";
import { disputesEn } from "#i18n/cards/disputes/en.ts";
import { figuresEn } from "#i18n/cards/figures/en.ts";
import { forecastEn } from "#i18n/cards/forecast/en.ts";
import { formsEn } from "#i18n/cards/forms/en.ts";
import { lettersEn } from "#i18n/cards/letters/en.ts";
import { meetingsEn } from "#i18n/cards/meetings/en.ts";
import type { CardWords } from "#i18n/cards/messages.ts";
import { myDataEn } from "#i18n/cards/my-data/en.ts";
import { portfolioEn } from "#i18n/cards/portfolio/en.ts";
import { proofEn } from "#i18n/cards/proof/en.ts";
import { promisesEn } from "#i18n/cards/promises/en.ts";
import { reportEn } from "#i18n/cards/report/en.ts";
import { roleChannelsEn } from "#i18n/cards/role-channels/en.ts";
import { subscriptionsEn } from "#i18n/cards/subscriptions/en.ts";
import { scoreEn } from "#i18n/cards/score/en.ts";
import { tasksEn } from "#i18n/cards/tasks/en.ts";
import { timelineEn } from "#i18n/cards/timeline/en.ts";
import { welcomeEn } from "#i18n/cards/welcome/en.ts";

export const cardsEn: CardWords = {
  calls: callsEn,
  clock: clockEn,
  promises: promisesEn,
  disputes: disputesEn,
  tasks: tasksEn,
  digest: digestEn,
  portfolio: portfolioEn,
  customer: customerEn,
  timeline: timelineEn,
  figures: figuresEn,
  forecast: forecastEn,
  proof: proofEn,
  score: scoreEn,
  myData: myDataEn,
  forms: formsEn,
  letters: lettersEn,
  meetings: meetingsEn,
  welcome: welcomeEn,
  report: reportEn,
  subscriptions: subscriptionsEn,
  roleChannels: roleChannelsEn,
};
