import type { Json } from "#simulator/slack/json.ts";
import { textOfCard } from "./elements.ts";
import {
  findConversation,
  findPerson,
  type ApiCall,
  type Conversation,
  type Dialog,
  type Message,
  type Person,
  type Refusal,
  type State,
} from "./state.ts";
import type { Fault } from "./faults.ts";

/** A message as one person sees it: `card` is what stands there for them. */
export type Seen = Omit<Message, "views" | "card"> & { readonly card: Json | null; readonly shownText: string };

/** What stands where, for tests and for whoever draws it. */
export type Reader = {
  people(): readonly Person[];
  person(who: string): Person;
  conversations(): readonly Conversation[];
  /** Oldest first; by default the person's own chat with the app. */
  messages(userId: string, conversationId?: string): readonly Seen[];
  message(userId: string, messageId: string, conversationId?: string): Seen | null;
  /** What the app wrote in the person's own chat. */
  byBot(userId: string): readonly Seen[];
  dialog(userId: string): Dialog | null;
  notices(userId: string): readonly string[];
  /** `what`: "POST", or a part of the path. */
  calls(what?: string): readonly ApiCall[];
  refusals(): readonly Refusal[];
  faults(): readonly Fault[];
};

/** What can be seen of the tenant without acting in it. */
export function createReader(state: State): Reader {
  const messages = (userId: string, conversationId?: string): readonly Seen[] => {
    const person = findPerson(state, userId);
    const conversation = findConversation(state, person, conversationId);
    const all = [...(state.messages.get(conversation.id)?.values() ?? [])];
    return all.map((message) => seenBy(person, message));
  };
  return {
    people: () => [...state.people.values()],
    person: (who) => findPerson(state, who),
    conversations: () => [...state.conversations.values()],
    messages,
    message: (userId, id, conversationId) => messages(userId, conversationId).find((one) => one.id === id) ?? null,
    byBot: (userId) => messages(userId).filter((message) => message.isByBot),
    dialog: (userId) => state.dialogs.get(findPerson(state, userId).id) ?? null,
    notices: (userId) => state.notices.get(findPerson(state, userId).id) ?? [],
    calls: (what) => state.calls.filter(({ method, path }) => what === undefined || `${method} ${path}`.includes(what)),
    refusals: () => state.refusals,
    faults: () => state.faults,
  };
}

function seenBy(person: Person, { views, ...message }: Message): Seen {
  const card = views.get(person.id) ?? message.card;
  return { ...message, card, shownText: card === null ? message.text : textOfCard(card) };
}
