import type { ChatName, Locale } from "#domain/person.ts";

/** What a person reads in their chat with Relais: a card as it stands now, or a sentence. */
export interface Seen {
  readonly id: string;
  /** Plain: no marks, no special spaces, so that stories can say it as it is read. */
  readonly text: string;
  /** What can be tapped, unfolded: "Pas de réponse", "Paiement promis le… > Vendredi 27 novembre". */
  readonly controls: readonly string[];
}

export interface SeenForm {
  readonly text: string;
  /** The names of its fields. */
  readonly fields: readonly string[];
}

export interface Member {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  /** A guest of the company's, or somebody of another company; absent = a full member. */
  readonly is?: "guest" | "outsider";
}

/** What a chat does wrong: asks to wait, fails before it took the message, or takes it and says nothing. */
export type Trouble = "too-many" | "down" | "takes-it-and-fails";

/** What people do and see in a chat, the same for both; `who` is an e-mail address. */
export interface FlowChat {
  readonly name: ChatName;
  /** Somebody is there and has the app. */
  join(member: Member): Promise<void>;
  /** Oldest first. */
  seen(who: string): readonly Seen[];
  form(who: string): SeenForm | null;
  /** Taps a button, or a menu and an entry of it; gives how many taps it took. */
  tap(who: string, on: string, path: readonly string[]): Promise<number>;
  /** The same tap, sent twice at once as a chat does when it hears no answer. */
  tapTwice(who: string, on: string, path: readonly string[]): Promise<void>;
  /** `thief` got hold of somebody's card and taps it; gives every word they are told. */
  tapStolen(thief: string, owner: string, on: string, path: readonly string[]): Promise<string>;
  /** Fills in and sends the form in front, by field name; a choice by what it says. Gives the sentences under fields. */
  submit(who: string, values: FormWords): Promise<Readonly<Record<string, string>>>;
  type(who: string, words: string): Promise<void>;
  /** Drops a text file in the chat with Relais. */
  drop(who: string, name: string, content: string): Promise<void>;
  /** A channel that Relais is in, and who else; the same name again changes who is there. */
  channel(name: string, members: readonly string[]): Promise<void>;
  /** What Relais posted in a channel for all to read, oldest first. */
  seenIn(channel: string): readonly Seen[];
  /** Types a command, or words that mention Relais, in a channel. */
  typeIn(who: string, channel: string, words: string): Promise<void>;
  tapIn(who: string, channel: string, on: string, path: readonly string[]): Promise<void>;
  archive(channel: string): Promise<void>;
  removeRelais(channel: string): Promise<void>;
  /** The next messages sent (or, with "change", changed) go wrong. */
  trouble(kind: Trouble, times: number): void;
  /** What the chat refused to show, which must be nothing. */
  refusals(): readonly unknown[];
  /** Where the product listens. */
  servedAt(url: string): void;
}

/** A look-alike that serves many stories: each sees only what came since it began. */
export interface ChatHouse {
  readonly name: ChatName;
  /** Sets the product up as its environment would. */
  readonly env: NodeJS.ProcessEnv;
  /** Where a local Teams tells its signing keys: the environment cannot say that. */
  readonly openIdUrl: string | null;
  newStory(now: () => Date): Promise<FlowChat>;
  close(): Promise<void>;
}

export type FormWords = Readonly<Record<string, string | readonly string[]>>;

/** Without what only typography needs. */
export function plainly(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, " ").replaceAll(/[\u200B\u2060]/g, "");
}

/** The option that is meant: the one that says it, or begins with it. */
export function optionCalled<T>(options: readonly T[], said: string, labelOf: (option: T) => string): T {
  const labels = options.map((option) => plainly(labelOf(option)));
  const exact = labels.indexOf(said);
  const at = exact === -1 ? labels.findIndex((label) => label.startsWith(said)) : exact;
  const found = options[at];
  if (found === undefined) throw new Error(`Nothing here is called "${said}"; there is: ${labels.join(" | ")}.`);
  return found;
}
