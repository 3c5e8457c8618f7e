import type { ControlWords } from "#i18n/control/messages.ts";
import { previewEn } from "#i18n/control/preview/en.ts";

export const controlEn: ControlWords = { preview: previewEn };
