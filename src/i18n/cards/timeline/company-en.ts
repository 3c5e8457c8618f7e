import { isShippedTemplate } from "#domain/mail-template.ts";
import { isStepName } from "#domain/scenario.ts";
import type { CompanyWide } from "#i18n/cards/timeline/messages.ts";
import { commonEn } from "#i18n/common/en.ts";
import { scenarioName } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const REMINDERS = {
  begin: "reminders start",
  stopped: "reminders no longer go out",
  resumed: "reminders resume",
} as const;

export function tellCompanyEn(happening: CompanyWide): string {
  switch (happening.is) {
    case "published": {
      const { scenarios, wordings } = happening;
      const parts = [
        ...(scenarios.length === 0
          ? []
          : [`new version of the scenario: ${say.list(scenarios.map((name) => quoted(scenarioName(name, "en"))))}`]),
        ...(wordings.length === 0 ? [] : [`new wording of the e-mails: ${say.list(wordings.map(wordingName))}`]),
      ];
      return parts.join("; ");
    }
    case "all-paused":
      return `all reminders paused${happening.reason === null ? "" : `: ${happening.reason}`}${
        happening.until === null ? "" : `, until ${say.day(happening.until, "short")}`
      }`;
    case "all-reminders":
      return REMINDERS[happening.what];
  }
}

function quoted(name: string): string {
  return `"${name}"`;
}

function wordingName(name: string): string {
  if (isShippedTemplate(name) && isStepName(name)) return commonEn.steps[name];
  return name === "thank-you" ? "thank-you" : quoted(name);
}
