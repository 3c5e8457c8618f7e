import type { Card, Form } from "#cards/card.ts";
import type { Showing } from "#domain/showing.ts";
import type { ChatFile } from "#usecases/ports.ts";

/** What a chat shows in answer to a command, a click or a form. */
export type Reply =
  /** `how`: in place of the card clicked, or as a new message that only this person sees. */
  | { readonly is: "card"; readonly card: Card; readonly how: "in-place" | "new"; readonly shown: Shown | null }
  | { readonly is: "form"; readonly form: Form }
  /**
   * A file and what it is, for this person's direct messages; only to a chat that takes files. Made once the chat has heard
   * that it is coming, as that may take longer than a chat waits. Null = nothing in it is theirs to read any more.
   */
  | { readonly is: "file"; readonly make: () => Promise<ChatFile | null>; readonly text: string }
  /** One sentence: a refusal, or a confirmation that needs no card. `clicked`: the card clicked, as it is now. */
  | { readonly is: "notice"; readonly text: string; readonly clicked?: Shown & { readonly card: Card } }
  /** A form's answer that the person can mend: field name -> sentence. */
  | { readonly is: "mend"; readonly fields: Readonly<Record<string, string>> }
  /** Done, and nothing more to say: the card was changed elsewhere. */
  | { readonly is: "nothing" };

/** What a card shows and of whom it speaks, so that it can be drawn again; null for a card that stays as it is. */
export interface Shown {
  readonly showing: Showing;
  readonly customers: readonly string[];
}
