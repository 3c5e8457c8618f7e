import type { Card, Control, Fact } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { CompanyChoices, CompanyField } from "#domain/company-choices.ts";
import { formatClock } from "#i18n/format.ts";
import type { Words } from "#i18n/words.ts";

export interface CompanySettingsView {
  readonly choices: CompanyChoices;
  readonly asOf: AsOf;
}

const CENTS = 100;

/** `/reglages` of finance: the company's choices beside one's own. */
export function companySettingsCard({ choices, asOf }: CompanySettingsView, words: Words): Card {
  const say = words.control.company;
  const controls: readonly Control[] = [
    { is: "button", label: say.change, action: { do: "open-form", form: "company" } },
    { is: "button", label: say.stops, action: { do: "show-stops" } },
    { is: "button", label: words.cards.roleChannels.title, action: { do: "show-role-channels" } },
    { is: "button", label: say.mine, action: { do: "open-form", form: "settings" } },
  ];
  return {
    name: "company-settings",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      { is: "facts", facts: factsOf(choices, words) },
      { is: "controls", controls },
      asOfPart(asOf, words),
    ],
  };
}

function factsOf(choices: CompanyChoices, words: Words): readonly Fact[] {
  const say = words.control.company;
  const { threshold } = choices;
  const currencies = Object.entries({ ...threshold, EUR: threshold["EUR"] ?? threshold.default });
  const amounts = currencies
    .filter(([currency]) => currency !== "default")
    .map(([currency, units]) => ({ currency, minor: BigInt(Math.round(units * CENTS)) }));
  const fact = (field: CompanyField, value: string): Fact => ({ label: say.labels[field], value });
  return [
    fact("threshold", words.say.amounts(amounts)),
    fact("interval", say.interval(choices.reminderIntervalDays)),
    fact("cap", say.cap(choices.dailyCap)),
    fact("mailFrom", formatClock(choices.mailFromMinutes, words.locale)),
    fact("mailUntil", formatClock(choices.mailUntilMinutes, words.locale)),
    fact("callsPerDay", say.calls(choices.askCapPerDay)),
    fact("callsPerWeek", say.calls(choices.askCapPerWeek)),
    fact("thanks", choices.thankYouMails ? say.yes : say.no),
  ];
}
