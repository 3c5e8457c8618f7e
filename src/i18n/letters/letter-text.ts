/** A business letter in words, ready to be laid out: nothing in it is computed any more. */
export interface LetterText {
  readonly title: string;
  /** The sender's name and address, one entry a line. */
  readonly sender: readonly string[];
  /** How the letter travels, above the recipient: it must be seen through the window of the envelope's neighbour. */
  readonly carriage: string;
  readonly recipient: readonly string[];
  readonly placeAndDate: string;
  readonly references: readonly string[];
  readonly object: string;
  readonly salutation: string;
  readonly before: readonly string[];
  readonly table: LetterTable;
  readonly after: readonly string[];
  readonly closing: string;
  readonly signature: readonly string[];
  /** The foot of every page: who the sender is before the law. */
  readonly mentions: string;
  readonly page: (number: number, of: number) => string;
  /** Printed across the top of a letter that nobody has approved. */
  readonly draft: string | null;
}

export interface LetterTable {
  readonly head: readonly string[];
  /** Each as wide as its share of the sum. */
  readonly widths: readonly number[];
  /** From this column on, figures: set to the right. */
  readonly figuresFrom: number;
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[];
  /** At the foot of a page that another one follows. */
  readonly goesOn: string;
}
