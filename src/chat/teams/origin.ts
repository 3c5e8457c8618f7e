import { z } from "zod";

/** Where an act came from, so that its answer goes there. */
export interface Origin {
  readonly conversation: string;
  /** One person's own chat with the bot; anywhere else others read along. */
  readonly isDirect: boolean;
  /** The message that was clicked, or that a dialog was opened from; null for words. */
  readonly message: string | null;
}

/** What a form carries of where it was opened from: the message alone, as the conversation is known from who sends it. */
export const openedFromSchema = z.string().min(1).max(300).nullable();
