/** A mail address apart: "compta@example.com" is "compta" and "example.com". */
export interface MailAddress {
  readonly local: string;
  readonly domain: string;
}

const ADDRESS_LENGTH_MAX = 254;
const ADDRESS = /^([^\s<>"(),:;@]+)@([a-z0-9.-]+|\[[0-9a-f.:]+\])$/i;

/** Takes the address out of "Compta <compta@example.com>" or a bare one; null when there is none. */
export function readMailAddress(text: string): MailAddress | null {
  const bare = (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim();
  if (bare.length > ADDRESS_LENGTH_MAX) return null;
  const [, local, domain] = ADDRESS.exec(bare) ?? [];
  return local === undefined || domain === undefined ? null : { local, domain: domain.toLowerCase() };
}

/** The address that a reply to one mail goes to: "compta+TOKEN@example.com". Null when the sender has no address. */
export function replyAddress(sender: string, token: string): string | null {
  const address = readMailAddress(sender);
  return address === null ? null : `${address.local}+${token}@${address.domain}`;
}

/** What stands after each plus sign of these addresses, as candidates for a reply token. */
export function tokensIn(addresses: readonly string[]): readonly string[] {
  return addresses.flatMap((text) => {
    const [, ...rest] = (readMailAddress(text)?.local ?? "").split("+");
    return rest.length === 0 ? [] : [rest.at(-1) ?? ""];
  });
}

/** The domain of an address, in small letters; null when there is none. */
export function domainOf(address: string): string | null {
  return readMailAddress(address)?.domain ?? null;
}

/** Providers that lodge everybody: sharing such a domain says nothing about who somebody works for. */
const SHARED_DOMAINS =
  /^(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|aol|gmx|icloud|me|mac|orange|wanadoo|free|sfr|neuf|bbox|numericable|laposte|proton|protonmail|tutanota|mailo)\.[a-z.]{2,6}$/;

/** Whether two people of this domain can be taken for colleagues. */
export function isCompanyDomain(domain: string): boolean {
  return !SHARED_DOMAINS.test(domain.toLowerCase());
}
