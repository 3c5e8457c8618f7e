import type { CallWords } from "#i18n/cards/calls/messages.ts";
import type { ClockWords } from "#i18n/cards/clock/messages.ts";
import type { CustomerWords } from "#i18n/cards/customer/messages.ts";
import type { DigestWords } from "#i18n/cards/digest/messages.ts";
import type { DisputeWords } from "#i18n/cards/disputes/messages.ts";
import type { FigureWords } from "#i18n/cards/figures/messages.ts";
import type { FormWords } from "#i18n/cards/forms/messages.ts";
import type { ForecastWords } from "#i18n/cards/forecast/messages.ts";
import type { LetterWords } from "#i18n/cards/letters/messages.ts";
import type { MeetingWords } from "#i18n/cards/meetings/messages.ts";
import type { MyDataWords } from "#i18n/cards/my-data/messages.ts";
import type { PortfolioWords } from "#i18n/cards/portfolio/messages.ts";
import type { ProofWords } from "#i18n/cards/proof/messages.ts";
import type { PromiseWords } from "#i18n/cards/promises/messages.ts";
import type { ReportWords } from "#i18n/cards/report/messages.ts";
import type { RoleChannelWords } from "#i18n/cards/role-channels/messages.ts";
import type { SubscriptionWords } from "#i18n/cards/subscriptions/messages.ts";
import type { ScoreWords } from "#i18n/cards/score/messages.ts";
import type { TaskWords } from "#i18n/cards/tasks/messages.ts";
import type { TimelineWords } from "#i18n/cards/timeline/messages.ts";
import type { WelcomeWords } from "#i18n/cards/welcome/messages.ts";

/** What the cards say, by area. */
export interface CardWords {
  readonly calls: CallWords;
  readonly clock: ClockWords;
  readonly promises: PromiseWords;
  readonly disputes: DisputeWords;
  readonly tasks: TaskWords;
  readonly digest: DigestWords;
  readonly portfolio: PortfolioWords;
  readonly customer: CustomerWords;
  readonly timeline: TimelineWords;
  readonly figures: FigureWords;
  readonly forecast: ForecastWords;
  readonly proof: ProofWords;
  readonly score: ScoreWords;
  readonly myData: MyDataWords;
  readonly forms: FormWords;
  readonly letters: LetterWords;
  readonly meetings: MeetingWords;
  readonly welcome: WelcomeWords;
  readonly report: ReportWords;
  readonly subscriptions: SubscriptionWords;
  readonly roleChannels: RoleChannelWords;
}
