/** Why a chat user gets no data. */
export type Stranger = "unknown" | "guest" | "external" | "bot" | "deactivated" | "taken";

/** What Relais says where no card speaks: to strangers, and when it cannot make out what is meant. */
export interface ChatWords {
  /** To somebody who may see nothing: polite, and says whom to ask. */
  readonly strangers: Readonly<Record<Stranger, string>>;
  readonly somethingWrong: string;
  /** A button that this version does not know any more. */
  readonly oldButton: string;
  /** After words in the direct messages that are no command. */
  readonly helpLine: string;
  /** After the command alone: what stands behind it. */
  readonly promiseHint: string;
  readonly disputeHint: string;
  /** Beside a button, where a form cannot open by itself. */
  readonly formHere: string;
  readonly openForm: string;
  /** For reps and sellers; customers have sentences of their own (i18n/refusals). */
  readonly nobodyCalled: (typed: string) => string;
  readonly severalCalled: (typed: string, names: readonly string[]) => string;
  /** Title and button of the small window that shows one sentence. */
  readonly noticeTitle: string;
  readonly close: string;
  /** After an answer given in the home tab. */
  readonly backHome: string;
  readonly settingsSaved: string;
  /** A contested amount beside several invoices. */
  readonly amountForOne: string;
  /** Beside a field that was left empty or cannot be read. */
  readonly fieldMissing: string;
  /** In a channel or a group, for all to read: where the answer is, and nothing of what it says. */
  readonly answeredAside: string;
  /** The same, for somebody to whom Relais cannot write. */
  readonly cannotWriteToYou: string;
  /** After a form was given up. */
  readonly nothingRecorded: string;
  /** After a click whose answer is a message of its own. */
  readonly answeredBelow: string;
}
