import type { ActionTable, RoleChannelAction } from "#chat/action-table.ts";
import { cardOf, refuse, show, type Asked } from "#chat/asked.ts";
import type { TypedFinances } from "#chat/finance-words.ts";
import type { Reply } from "#chat/reply.ts";
import { roleChannelSetCard } from "#cards/role-channels.ts";
import { wordsFor } from "#i18n/words.ts";
import { clearRoleChannel, rolesToPlace, setRoleChannel } from "#usecases/channels/role-channels.ts";
import { channelHere } from "#usecases/channels/subscribe-form.ts";

/** Buttons about where the tasks of a role go. */
export const ROLE_CHANNELS: Pick<ActionTable, RoleChannelAction> = {
  "show-role-channels": async (asked) => list(asked),
  "clear-role-channel": async (asked, { role }) => {
    const cleared = await clearRoleChannel(asked.context, asked.person, role);
    return cleared.ok ? list(asked) : refuse(asked, cleared.refusal);
  },
};

/** `/finances canal adv`, in the channel meant; anywhere else, where they go now and how one is chosen. */
export async function roleChannelTyped(
  asked: Asked,
  typed: Extract<TypedFinances, { is: "role-channel" }>["role"],
): Promise<Reply> {
  if (typed !== null && typeof typed === "object") {
    return refuse(asked, { why: "role-not-understood", typed: typed.unknown });
  }
  const { context, here, person } = asked;
  const [own] = rolesToPlace(person);
  const role = typed ?? own;
  if (role === undefined) return refuse(asked, { why: "not-allowed" });
  if (asked.place !== "channel" || here === undefined || here.conversation === null) return list(asked);
  const channel = await channelHere(context, here.chat, here.conversation);
  if (channel === null) return refuse(asked, { why: "channel-closed" });
  const set = await setRoleChannel(context, person, here, { role, channel });
  if (!set.ok) return refuse(asked, set.refusal);
  const { absent, unknown } = set.value;
  const view = { role, channel: set.value.channel.name, absent, unknown };
  return cardOf(asked, { card: roleChannelSetCard(view, wordsFor(person.locale)), customers: [] }, null);
}

async function list(asked: Asked): Promise<Reply> {
  if (rolesToPlace(asked.person).length === 0) return refuse(asked, { why: "not-allowed" });
  return show(asked, { show: "role-channels" });
}
