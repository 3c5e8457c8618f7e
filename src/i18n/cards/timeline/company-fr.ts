import { isShippedTemplate } from "#domain/mail-template.ts";
import { isStepName } from "#domain/scenario.ts";
import type { CompanyWide } from "#i18n/cards/timeline/messages.ts";
import { commonFr } from "#i18n/common/fr.ts";
import { scenarioName } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const REMINDERS = {
  begin: "les rappels commencent",
  stopped: "les rappels ne partent plus",
  resumed: "les rappels reprennent",
} as const;

export function tellCompanyFr(happening: CompanyWide): string {
  switch (happening.is) {
    case "published": {
      const { scenarios, wordings } = happening;
      const parts = [
        ...(scenarios.length === 0
          ? []
          : [`nouvelle version du scénario : ${say.list(scenarios.map((name) => quoted(scenarioName(name, "fr"))))}`]),
        ...(wordings.length === 0 ? [] : [`nouveau texte des e-mails : ${say.list(wordings.map(wordingName))}`]),
      ];
      return parts.join(" ; ");
    }
    case "all-paused":
      return `tous les rappels suspendus${happening.reason === null ? "" : ` : ${happening.reason}`}${
        happening.until === null ? "" : `, jusqu'au ${say.day(happening.until, "short")}`
      }`;
    case "all-reminders":
      return REMINDERS[happening.what];
  }
}

function quoted(name: string): string {
  return `« ${name} »`;
}

function wordingName(name: string): string {
  if (isShippedTemplate(name) && isStepName(name)) return commonFr.steps[name];
  return name === "thank-you" ? "remerciement" : quoted(name);
}
