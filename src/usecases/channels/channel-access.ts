import { keepChannel, type Channel } from "#store/channels.ts";
import type { Context } from "#usecases/context.ts";
import type { Chat, ConversationSeen, Readers } from "#usecases/ports.ts";

/** Whether a report may be posted in a channel, asked of the chat itself every time. */
export type ChannelAccess =
  | { readonly is: "open"; readonly readers: Readers }
  /** Others than colleagues may read there, and finance does not allow it. */
  | { readonly is: "withheld"; readonly because: "guests" | "too-many"; readonly readers: Readers }
  | { readonly is: "closed"; readonly because: Exclude<ConversationSeen["is"], "there"> };

/** Whether a report may be posted in a channel now, asked anew: who reads it, and whether guests were allowed. */
export async function accessTo(context: Context, chat: Chat, channel: Channel): Promise<ChannelAccess> {
  const seen = await chat.describeConversation(channel.conversation);
  if (seen.is !== "there") return { is: "closed", because: seen.is };
  const { guestsAllowedAt } = await keepChannel(context.store.db, { ...placeOf(channel), name: seen.name });
  const readers = await chat.readersOf(channel.conversation);
  if (readers.are === "colleagues" || guestsAllowedAt !== null) return { is: "open", readers };
  return { is: "withheld", because: readers.are, readers };
}

function placeOf({ chat, conversation }: Channel): Pick<Channel, "chat" | "conversation"> {
  return { chat, conversation };
}
