import type { PreviewWords } from "#i18n/control/preview/messages.ts";

/** What finance reads to keep dunning in hand. */
export interface ControlWords {
  readonly preview: PreviewWords;
}
