import { companyFr } from "#i18n/control/company/fr.ts";
import { effectFr } from "#i18n/control/effect/fr.ts";
import { eveningFr } from "#i18n/control/evening/fr.ts";
import { financesFr } from "#i18n/control/finances/fr.ts";
import type { ControlWords } from "#i18n/control/messages.ts";
import { previewFr } from "#i18n/control/preview/fr.ts";
import { startFr } from "#i18n/control/start/fr.ts";
import { stopsFr } from "#i18n/control/stops/fr.ts";

export const controlFr: ControlWords = {
  preview: previewFr,
  stops: stopsFr,
  evening: eveningFr,
  company: companyFr,
  finances: financesFr,
  effect: effectFr,
  start: startFr,
};
