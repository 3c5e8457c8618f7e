import type { FeedFault } from "./calendar-feed.ts";
import type { Day } from "./calendar.ts";
import type { NoLetter } from "./formal-notice.ts";
import type { Money } from "./money.ts";
import type { Finding } from "./scenario-lint.ts";

/** Why something a person asked for was not done; every one has a sentence in both languages (i18n). */
export type Refusal =
  | { readonly why: "not-allowed" }
  | { readonly why: "unknown-customer"; readonly typed: string }
  | { readonly why: "several-customers"; readonly typed: string; readonly names: readonly string[] }
  | { readonly why: "unknown-scope"; readonly typed: string }
  | { readonly why: "several-scopes"; readonly typed: string; readonly names: readonly string[] }
  | { readonly why: "nothing-owed" }
  | { readonly why: "date-in-past"; readonly day: Day }
  | { readonly why: "date-too-far"; readonly latest: Day }
  | { readonly why: "date-not-understood"; readonly typed: string }
  | { readonly why: "date-ambiguous"; readonly typed: string }
  | { readonly why: "amount-not-understood"; readonly typed: string }
  | { readonly why: "amount-not-positive" }
  | { readonly why: "more-than-owed"; readonly owed: Money }
  | { readonly why: "other-currency"; readonly currency: string }
  | { readonly why: "already-done"; readonly by: string; readonly at: Date }
  | { readonly why: "undo-too-late" }
  | { readonly why: "undo-not-yours" }
  | { readonly why: "undo-overtaken" }
  | { readonly why: "hold-too-long"; readonly latest: Day }
  | { readonly why: "later-only-once" }
  | { readonly why: "later-too-far"; readonly latest: Day }
  | { readonly why: "call-cap-reached"; readonly name: string }
  | { readonly why: "call-already-open" }
  | { readonly why: "email-not-understood"; readonly typed: string }
  | { readonly why: "calendar-not-understood" }
  | { readonly why: "calendar-refused"; readonly fault: FeedFault }
  | { readonly why: "text-missing" }
  | { readonly why: "too-few-reps"; readonly minimum: number }
  | { readonly why: "channel-closed" }
  | { readonly why: "no-channel" }
  | { readonly why: "not-in-channel" }
  /** Tasks name customers and amounts: they go to no channel that others than colleagues read. */
  | { readonly why: "guests-read-along" }
  | { readonly why: "role-not-understood"; readonly typed: string }
  /** A formal notice that the law, the facts or a missing detail stand against. */
  | { readonly why: "no-letter"; readonly because: NoLetter }
  | { readonly why: "letter-changed" }
  | { readonly why: "letter-above-limit"; readonly limit: Money }
  | { readonly why: "number-missing" }
  | { readonly why: "before-posting"; readonly postedOn: Day }
  /** The first error of scenarios or wordings that were handed in. */
  | { readonly why: "scenario-wrong"; readonly finding: Finding }
  | { readonly why: "unknown-scenario"; readonly typed: string }
  | { readonly why: "no-scenario-for-profile" }
  | { readonly why: "nothing-changed" }
  | { readonly why: "no-earlier-version"; readonly name: string }
  | { readonly why: "not-a-number"; readonly typed: string }
  | { readonly why: "absence-not-understood"; readonly typed: string }
  | { readonly why: "absence-too-long"; readonly days: number }
  | { readonly why: "no-absence" }
  /** Who was to stand in, or to take an ask over. */
  | { readonly why: "colleague-unknown"; readonly typed: string }
  | { readonly why: "several-colleagues"; readonly typed: string; readonly names: readonly string[] }
  | { readonly why: "colleague-away"; readonly name: string }
  | { readonly why: "delegate-is-self" }
  | { readonly why: "gone" };
