import type { FlowChat, FormWords, Seen } from "./flow-chat.ts";

/** Somebody at their chat. Every act waits until something of what they see has changed. */
export interface Colleague {
  readonly email: string;
  /** The newest message in which all of these words stand; waits for it. */
  sees(...words: readonly string[]): Promise<Seen>;
  /** Everything they can read now. */
  reads(): string;
  /** How many messages hold all of these words now. */
  counts(...words: readonly string[]): number;
  /** Taps a button, or a menu and its entry. */
  taps(on: Seen, ...path: readonly string[]): Promise<void>;
  /** How many taps they made so far. */
  tapsMade(): number;
  /** The form in front of them; throws when there is none. */
  form(): { readonly text: string; readonly fields: readonly string[] };
  /** Fills in and sends the form in front; gives the sentences under its fields. */
  fills(values: FormWords): Promise<Readonly<Record<string, string>>>;
  /** Types a command or words; gives what is new to read, or the form that opened. */
  says(words: string): Promise<string>;
  /** Drops a file in the chat; gives what is new to read. */
  drops(name: string, content: string): Promise<string>;
  /** The same in a channel. */
  saysIn(channel: string, words: string): Promise<string>;
  tapsIn(channel: string, on: Seen, ...path: readonly string[]): Promise<string>;
}

/** A busy machine is no fault of the product. */
const PATIENCE_MS = 60_000;
const POLL_MS = 5;

export function createColleague(chat: FlowChat, email: string, settle: () => Promise<void>): Colleague {
  let made = 0;
  const seen = () => chat.seen(email);
  const state = () => JSON.stringify([seen(), chat.form(email)]);
  const holds = (words: readonly string[]) => (message: Seen) => words.every((word) => message.text.includes(word));
  const changed = async (before: string, what: string) => {
    await until(
      () => state() !== before,
      () => `Nothing ${email} sees changed after ${what}.`,
    );
    await settle();
  };
  const freshAfter = async (act: () => Promise<void>, what: string) => {
    const before = state();
    const known = new Map(seen().map((message) => [message.id, message.text]));
    await act();
    await changed(before, what);
    const form = chat.form(email);
    return texts(seen().filter(({ id, text }) => known.get(id) !== text)) + (form === null ? "" : form.text);
  };
  return {
    email,
    async sees(...words) {
      await until(
        () => seen().some(holds(words)),
        () => `${email} sees nothing with ${words.join(" + ")}, but:\n${texts(seen())}`,
      );
      return seen().findLast(holds(words)) as Seen;
    },
    reads: () => texts(seen()),
    counts: (...words) => seen().filter(holds(words)).length,
    async taps(on, ...path) {
      const before = state();
      made += await chat.tap(email, on.id, path);
      await changed(before, `tapping ${path.join(" > ")}`);
    },
    tapsMade: () => made,
    form() {
      const form = chat.form(email);
      if (form === null) throw new Error(`${email} has no form in front of them.`);
      return form;
    },
    async fills(values) {
      const before = state();
      const wrong = await chat.submit(email, values);
      if (Object.keys(wrong).length === 0) await changed(before, "sending a form");
      return wrong;
    },
    says: (words) => freshAfter(() => chat.type(email, words), `typing ${words}`),
    drops: (name, content) => freshAfter(() => chat.drop(email, name, content), `dropping ${name}`),
    saysIn: (channel, words) => freshAfter(() => chat.typeIn(email, channel, words), `typing ${words} in ${channel}`),
    tapsIn: (channel, on, ...path) =>
      freshAfter(() => chat.tapIn(email, channel, on.id, path), `tapping ${path.join(" > ")} in ${channel}`),
  };
}

function texts(messages: readonly Seen[]): string {
  return messages.map(({ text }) => text).join("\n----\n");
}

async function until(isSo: () => boolean, otherwise: () => string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
