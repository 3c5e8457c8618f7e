import type { NoLetter } from "#domain/formal-notice.ts";

/** Why a formal notice cannot leave: one sentence a reason, with what would mend it. */
export type NoLetterWords = {
  readonly [Because in NoLetter["because"]]: (why: Extract<NoLetter, { because: Because }>) => string;
};
