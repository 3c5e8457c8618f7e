export const CUSTOMER_KINDS = ["business", "public", "consumer", "intercompany"] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

export const CONTACT_ROLES = ["billing", "signatory", "purchasing", "other"] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** Why a contact no longer receives mail; null = it does. */
export const CONTACT_STOPS = ["bounced", "complaint", "wrong-contact"] as const;
export type ContactStop = (typeof CONTACT_STOPS)[number];

export interface Contact {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: ContactRole;
  readonly active: boolean;
  readonly stopped: ContactStop | null;
}

/** Active billing contacts, else any active contact with an e-mail; none = somebody must tell us whom to write to. */
export function mailRecipients(contacts: readonly Contact[]): readonly Contact[] {
  const reachable = reachableContacts(contacts);
  const billing = reachable.filter((contact) => contact.role === "billing");
  return billing.length > 0 ? billing : reachable;
}

/** Active, with an e-mail that was not stopped. */
export function reachableContacts(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.filter((contact) => contact.active && contact.stopped === null && contact.email !== null);
}

/** Whom the rep should call: the first billing contact with a phone, else anybody with one, else anybody. */
export function contactToCall(contacts: readonly Contact[]): Contact | null {
  const usable = contacts.filter((contact) => contact.active && contact.stopped !== "wrong-contact");
  const byRole = (contact: Contact) => (contact.role === "billing" ? 0 : 1);
  const byPhone = (contact: Contact) => (contact.phone === null ? 1 : 0);
  return usable.toSorted((a, b) => byPhone(a) - byPhone(b) || byRole(a) - byRole(b))[0] ?? null;
}
