import type { RecipientRole, StepRecipients } from "./scenario.ts";

/** The addresses behind each role of a payer; none = nobody has it. */
export type RoleAddresses = Readonly<Partial<Record<RecipientRole, readonly string[]>>>;

export interface Recipients {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** Roles that a step names and nobody has: finance is warned (D6). */
  readonly missing: readonly RecipientRole[];
}

/**
 * Who a step is sent to. `usual` = the addresses of the billing contacts, or of anybody where there are none: they stand in
 * for whom nobody has, so a role without a contact never keeps a reminder from leaving. Nobody gets it twice.
 */
export function recipientsOf(wanted: StepRecipients, usual: readonly string[], addresses: RoleAddresses): Recipients {
  const behind = (role: RecipientRole) => (role === "billing" ? usual : (addresses[role] ?? []));
  const all = (roles: readonly RecipientRole[], but: readonly string[]) =>
    unique(roles.flatMap(behind)).filter((address) => !holds(but, address));
  const asked = all(wanted.to, []);
  const to = asked.length > 0 ? asked : usual;
  const cc = all(wanted.cc, to);
  const bcc = all(wanted.bcc, [...to, ...cc]);
  const named: readonly RecipientRole[] = [...wanted.to, ...wanted.cc, ...wanted.bcc];
  const missing = [...new Set(named)].filter((role) => role !== "billing" && behind(role).length === 0);
  return { to, cc, bcc, missing };
}

function unique(addresses: readonly string[]): readonly string[] {
  return addresses.filter((address, at) => !holds(addresses.slice(0, at), address));
}

function holds(addresses: readonly string[], address: string): boolean {
  return addresses.some((other) => other.toLowerCase() === address.toLowerCase());
}
