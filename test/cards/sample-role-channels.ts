import { roleChannelNoticeCard, roleChannelsCard, roleChannelSetCard } from "#cards/role-channels.ts";
import { CHANNEL_TROUBLES } from "#domain/role-channel.ts";
import type { Words } from "#i18n/words.ts";
import type { NamedCard } from "./samples.ts";

/** Where the tasks of each role go, and that a channel cannot be written to. */
export function roleChannelCards(words: Words): readonly NamedCard[] {
  const channel = "#compta";
  const absent = ["Luc Petit", "Nora Vidal"];
  return [
    ["role channel set", roleChannelSetCard({ role: "finance", channel, absent, unknown: [] }, words)],
    [
      "role channel set, all there",
      roleChannelSetCard({ role: "direction", channel: "#comex", absent: [], unknown: [] }, words),
    ],
    [
      "role channels",
      roleChannelsCard(
        [
          { role: "finance", channel: { name: channel, trouble: null } },
          { role: "adv", channel: { name: "#adv", trouble: "guests" } },
          { role: "direction", channel: null },
        ],
        words,
      ),
    ],
    ...CHANNEL_TROUBLES.map((because): NamedCard => [
      `role channel notice ${because}`,
      roleChannelNoticeCard({ role: "adv", channel: "#adv", because }, words),
    ]),
  ];
}
