import { companyEn } from "#i18n/control/company/en.ts";
import { effectEn } from "#i18n/control/effect/en.ts";
import { eveningEn } from "#i18n/control/evening/en.ts";
import { financesEn } from "#i18n/control/finances/en.ts";
import type { ControlWords } from "#i18n/control/messages.ts";
import { previewEn } from "#i18n/control/preview/en.ts";
import { startEn } from "#i18n/control/start/en.ts";
import { stopsEn } from "#i18n/control/stops/en.ts";

export const controlEn: ControlWords = {
  preview: previewEn,
  stops: stopsEn,
  evening: eveningEn,
  company: companyEn,
  finances: financesEn,
  effect: effectEn,
  start: startEn,
};
