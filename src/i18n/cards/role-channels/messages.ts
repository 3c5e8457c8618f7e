import type { ChannelRole, ChannelTrouble } from "#domain/role-channel.ts";

/** Where the tasks of a role go: to a channel of theirs, or to each of its members. */
export interface RoleChannelWords {
  readonly set: (role: ChannelRole, channel: string) => string;
  /** How a task is answered there, and who reads it. */
  readonly firstAnswer: string;
  readonly absent: (names: readonly string[], channel: string) => string;
  /** Members without an account where the channel is: an invitation is no help. */
  readonly unknown: (names: readonly string[], channel: string) => string;
  readonly title: string;
  /** What follows the name of a role. */
  readonly eachOfThem: string;
  readonly goesTo: (channel: string) => string;
  readonly trouble: Readonly<Record<ChannelTrouble, string>>;
  /** How a channel is chosen. */
  readonly how: string;
  readonly notice: Readonly<Record<ChannelTrouble, (channel: string) => string>>;
  /** Where the tasks go while the channel cannot be written to. */
  readonly meanwhile: (role: ChannelRole) => string;
  readonly clear: string;
  readonly list: string;
}
