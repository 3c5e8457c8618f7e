import type { Day } from "#domain/calendar.ts";
import { dayIn } from "#domain/calendar.ts";
import { billingAddress, domainOf } from "#simulator/company/canonical-csv.ts";
import type { CustomerPlan } from "#simulator/company/customer.ts";

/** A mail that arrived at a customer, or at a colleague without a chat, and what was answered. */
export interface ReceivedMail {
  readonly id: string;
  /** Product time. */
  readonly at: string;
  /** A customer's code, or a colleague's e-mail address. */
  readonly customer: string | null;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly replyTo: string | null;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[];
  readonly replies: readonly SentReply[];
}

export interface SentReply {
  readonly at: string;
  readonly kind: ReplyKind;
  readonly from: string;
  readonly text: string;
}

export const REPLY_KINDS = ["human", "out-of-office", "bounce"] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** Every customer's mailbox in one. */
export interface Mailbox {
  /** In the order of arrival; of one customer when its code is given. */
  mails(customer?: string): readonly ReceivedMail[];
  mail(id: string): ReceivedMail | null;
  keep(mail: Omit<ReceivedMail, "id" | "at" | "customer" | "replies">): ReceivedMail;
  noteReply(id: string, reply: SentReply): void;
  /** The days on which mails arrived after a day, oldest first. */
  daysSince(customer: string, day: Day): readonly Day[];
  /** Goes up with every change: for whoever watches. */
  version(): number;
}

/** An empty mailbox; mail is given to the colleague it was sent to, or to the customer whose domain it was sent to. */
export function createMailbox(deps: {
  readonly customers: readonly CustomerPlan[];
  /** Colleagues who read by e-mail. */
  readonly colleagues?: readonly { readonly email: string }[];
  readonly now: () => Date;
  readonly timeZone: string;
}): Mailbox {
  const codes = new Map(deps.customers.map((customer) => [domainOf(customer), customer.code]));
  const mails = new Map<string, ReceivedMail>();
  let changes = 0;
  return {
    mails: (customer) => [...mails.values()].filter((mail) => customer === undefined || mail.customer === customer),
    mail: (id) => mails.get(id) ?? null,
    keep(mail) {
      const domains = mail.to.map((address) => address.slice(address.lastIndexOf("@") + 1).toLowerCase());
      const colleague = deps.colleagues?.find(({ email }) => mail.to.includes(email))?.email;
      const customer =
        colleague ?? domains.map((domain) => codes.get(domain)).find((code) => code !== undefined) ?? null;
      const kept = { ...mail, id: `m${mails.size + 1}`, at: deps.now().toISOString(), customer, replies: [] };
      mails.set(kept.id, kept);
      changes += 1;
      return kept;
    },
    noteReply(id, reply) {
      const mail = mails.get(id);
      if (mail !== undefined) mails.set(id, { ...mail, replies: [...mail.replies, reply] });
      changes += 1;
    },
    daysSince: (customer, day) =>
      [...mails.values()]
        .filter((mail) => mail.customer === customer)
        .map((mail) => dayIn(new Date(mail.at), deps.timeZone))
        .filter((on) => on > day),
    version: () => changes,
  };
}

/** Addresses that their own mail server refuses, as it happens when an accountant has left. */
export function deadAddresses(customers: readonly CustomerPlan[]): readonly string[] {
  return customers.filter((customer) => customer.more.addressIsDead === true).map(billingAddress);
}
