import type { CompanyWords } from "#i18n/control/company/messages.ts";
import type { EffectWords } from "#i18n/control/effect/messages.ts";
import type { EveningWords } from "#i18n/control/evening/messages.ts";
import type { FinancesWords } from "#i18n/control/finances/messages.ts";
import type { PreviewWords } from "#i18n/control/preview/messages.ts";
import type { StartWords } from "#i18n/control/start/messages.ts";
import type { StopsWords } from "#i18n/control/stops/messages.ts";

/** What finance reads to keep dunning in hand. */
export interface ControlWords {
  readonly preview: PreviewWords;
  readonly stops: StopsWords;
  readonly evening: EveningWords;
  readonly company: CompanyWords;
  readonly finances: FinancesWords;
  readonly effect: EffectWords;
  readonly start: StartWords;
}
