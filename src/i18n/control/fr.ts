import type { ControlWords } from "#i18n/control/messages.ts";
import { previewFr } from "#i18n/control/preview/fr.ts";

export const controlFr: ControlWords = { preview: previewFr };
