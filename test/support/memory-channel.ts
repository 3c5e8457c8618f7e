import type { Card } from "#cards/card.ts";
import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { fault } from "#usecases/fault.ts";
import type { Chat, ConversationSeen, Posted, Readers } from "#usecases/ports.ts";

/** One channel that all of these people read, and their direct messages. */
export function memoryChannel(members: readonly Person[]) {
  const messages: { readonly conversation: string; readonly key: string; readonly id: string; text: string }[] = [];
  const changed: string[] = [];
  let failure: { readonly make: () => Error; readonly when: "before" | "after" } | null = null;
  let seen: ConversationSeen = { is: "there", name: "#compta" };
  let readers: Readers = { are: "colleagues", userIds: members.map(({ id }) => `U${id}`) };
  let tells = true;
  const userOf = ({ id, email, name }: Person) => ({ teamId: "T1", userId: `U${id}`, email, name, refused: null });
  const port: Chat = {
    name: "slack",
    async post(conversation, card, key): Promise<Posted> {
      const failing = failure;
      failure = null;
      if (failing?.when === "before") throw failing.make();
      const id = String(messages.length + 1);
      messages.push({ conversation, key, id, text: plain(card) });
      if (failing !== null) throw failing.make();
      return { conversation, message: id };
    },
    async change({ conversation, message }, card) {
      const standing = messages.find(({ id }) => id === message);
      if (standing === undefined) throw fault("message_not_found", { gone: true });
      standing.text = plain(card);
      changed.push(conversation);
    },
    async find(conversation, key) {
      if (!tells) return "cannot-tell";
      const found = messages.find((one) => one.key === key && one.conversation === conversation);
      return found === undefined ? "absent" : { conversation, message: found.id };
    },
    showHome: async () => undefined,
    openConversation: async (userId) => `D${userId.slice(1)}`,
    async findUser(email) {
      const person = members.find((one) => one.email === email);
      return person === undefined ? null : userOf(person);
    },
    async describeUser(userId) {
      const person = members.find(({ id }) => `U${id}` === userId);
      return person === undefined ? null : userOf(person);
    },
    describeConversation: async () => seen,
    readersOf: async () => readers,
    sharedWith: async () => [],
  };
  return {
    port,
    from: ({ id }: Person) => ({ chat: port, userId: `U${id}` }),
    /** What stands in conversations whose id begins so. */
    texts: (conversation: string, said: string) =>
      messages.filter((one) => one.conversation.startsWith(conversation) && one.text.includes(said)),
    changes: (conversation: string) => changed.filter((one) => one === conversation).length,
    becomes: (next: ConversationSeen) => (seen = next),
    isReadBy: (next: Readers) => (readers = next),
    tellsNothing: () => (tells = false),
    failNext(make: () => Error, when: "before" | "after" = "before") {
      failure = { make, when };
    },
  };
}

function plain(card: Card): string {
  return plainCard(card).replaceAll(/[\u00a0\u202f]/g, " ");
}
