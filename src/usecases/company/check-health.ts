import { dayIn, workingDaysBetween } from "#domain/calendar.ts";
import { troubledSends } from "#store/deliveries.ts";
import { health, type Health } from "#store/health.ts";
import { mailboxByName } from "#store/mailboxes.ts";
import { roleChannelsSet } from "#store/role-channels.ts";
import { forgottenInvoices } from "#usecases/dunning/forgotten-invoices.ts";
import type { Context } from "#usecases/context.ts";
import { peopleOutOfReach, readersByMail, type MailReader } from "#usecases/people/readers-by-mail.ts";

/** One line of `doctor`: what was looked at, and what to do when it is not well. */
export interface Finding {
  readonly about: string;
  readonly well: boolean;
  readonly says: string;
}

/** What only the configuration knows. */
export interface Wiring {
  readonly mail: boolean;
  readonly slack: boolean;
  readonly teams: boolean;
  readonly apiKey: boolean;
  readonly inboundEmail: boolean;
  /** The name of the mailbox that is read, when one is set up. */
  readonly mailbox?: string | null;
}

const LISTED_MAX = 10;
const MS_PER_MINUTE = 60_000;
/** Read once a minute: after so many something is wrong. */
const UNREAD_MINUTES_MAX = 10;

export async function lookAtHealth(context: Context): Promise<Health> {
  return await health(context.store.db);
}

/** Looks at everything an operator may have to mend; each finding that is not well says what to do next. */
export async function checkHealth(context: Context, wiring: Wiring): Promise<readonly Finding[]> {
  const seen = await health(context.store.db);
  const troubled = await troubledSends(context.store.db);
  const unreachable = await peopleOutOfReach(context);
  const byMail = await readersByMail(context);
  const closedChannels = (await roleChannelsSet(context.store.db)).filter(({ trouble }) => trouble !== null);
  return [
    { about: "database", well: true, says: "reachable and up to date" },
    ...wiringFindings(wiring),
    ...(wiring.mailbox ? [await mailboxFinding(context, wiring.mailbox)] : []),
    ...seen.sellers.flatMap((seller) => sellerFindings(context, seller)),
    ...(seen.sellers.length === 0
      ? [{ about: "ledger", well: false, says: "empty: import customers.csv and invoices.csv (relais import FILE...)" }]
      : []),
    finding(
      "outbox",
      troubled.length,
      "every message has left",
      (n) =>
        `${n} could not be sent or may have been: ${troubled
          .slice(0, LISTED_MAX)
          .map((row) => `${row.key} (${row.state}: ${row.fault ?? "no reason kept"})`)
          .join("; ")}`,
    ),
    finding(
      "role channels",
      closedChannels.length,
      "the tasks of each role reach its channel, or its members",
      () =>
        `${closedChannels
          .map(({ role, channelName, trouble }) => `${role}: ${channelName} (${trouble})`)
          .join("; ")}: tasks go to each member meanwhile; mend the channel, or choose another with /finances canal`,
    ),
    finding(
      "mail in doubt",
      seen.unknownReminders,
      "none",
      (n) => `${n}: ask the mail server's log, finance has a task for each`,
    ),
    finding(
      "owners",
      seen.unownedCustomers,
      "every customer has a rep",
      (n) => `${n} customers have no rep: finance receives their calls until customers.csv names one`,
    ),
    finding(
      "forgotten invoices",
      (await forgottenInvoices(context)).length,
      "every overdue invoice has a next step, or a reason for none",
      (n) => `${n} overdue invoices have neither: finance sees them with /finances`,
    ),
    finding(
      "addresses",
      seen.customersWithoutContact,
      "every customer with open invoices can be written to",
      (n) => `${n} customers with open invoices have no e-mail address: add it in contacts.csv`,
    ),
    finding(
      "people",
      unreachable.length,
      byMail.length === 0
        ? "everybody can be reached in chat"
        : `everybody can be reached; ${byMail.length} by e-mail, as they chose or as no chat knows them (${listed(byMail)})`,
      (n) =>
        `${n} cannot be reached in chat (${listed(unreachable)}): give them the same e-mail address in people.csv and in the chat; in Teams the app must be installed for them; or set RELAIS_PUBLIC_URL, SMTP_URL and MAIL_FROM, and they are written to by e-mail`,
    ),
  ];
}

function listed(people: readonly MailReader[]): string {
  const names = people.slice(0, LISTED_MAX).map((person) => person.email);
  return [...names, ...(people.length > LISTED_MAX ? [`and ${people.length - LISTED_MAX} more`] : [])].join(", ");
}

function wiringFindings(wiring: Wiring): readonly Finding[] {
  const line = (about: string, set: boolean, variable: string): Finding => ({
    about,
    well: set,
    says: set ? "set up" : `not set up: set ${variable}`,
  });
  return [
    line("mail out", wiring.mail, "SMTP_URL and MAIL_FROM"),
    line(
      "mail in",
      wiring.inboundEmail || (wiring.mailbox ?? null) !== null,
      "INBOUND_EMAIL_SECRET and forward replies to POST /inbound/email, or INBOUND_IMAP_URL",
    ),
    ...chatFindings(wiring),
    line("API", wiring.apiKey, "RELAIS_API_KEY"),
  ];
}

/** It is read once a minute by the service, and what came of it is kept. */
async function mailboxFinding(context: Context, name: string): Promise<Finding> {
  const about = `mailbox ${name}`;
  const seen = await mailboxByName(context.store.db, name);
  if (seen !== null && seen.fault !== null) return { about, well: false, says: `cannot be read: ${seen.fault}` };
  if (seen === null || seen.readAt === null) {
    return { about, well: false, says: "not read yet: that happens once a minute while the service runs" };
  }
  const minutes = Math.floor((context.now.getTime() - seen.readAt.getTime()) / MS_PER_MINUTE);
  if (minutes > UNREAD_MINUTES_MAX) {
    return { about, well: false, says: `last read ${minutes} minutes ago: does the service run?` };
  }
  if (seen.givenUp > 0) {
    return {
      about,
      well: false,
      says: `mails that could not be taken: ${seen.givenUp}; see the log, and the mails without the mark $Relais`,
    };
  }
  return { about, well: true, says: "read within the last minutes" };
}

/** One chat is enough; a company may have both. */
function chatFindings({ slack, teams }: Wiring): readonly Finding[] {
  const line = (about: string, set: boolean, other: boolean, variables: string): Finding => ({
    about,
    well: set || other,
    says: set ? "set up" : `not set up: ${other ? "to connect it too" : "to connect it"}, set ${variables}`,
  });
  return [
    line("Slack", slack, teams, "SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET (or SLACK_APP_TOKEN)"),
    line("Teams", teams, slack, "MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId"),
  ];
}

function sellerFindings(context: Context, seller: Health["sellers"][number]): readonly Finding[] {
  const age =
    seller.importedAt === null ? null : workingDaysBetween(dayIn(seller.importedAt, context.timeZone), context.today);
  const stale = age === null || (context.staleAfter !== null && age > context.staleAfter);
  // The seller that an import made up by itself: its code would stand in the mails.
  const unnamed = seller.name === seller.code;
  return [
    {
      about: `name of ${seller.code}`,
      well: !unnamed,
      says: unnamed
        ? `customers would read "${seller.name}" in their mail: import a sellers.csv that gives ${seller.code} your company's name`
        : `customers read "${seller.name}"`,
    },
    {
      about: `data of ${seller.code}`,
      well: !stale,
      says: stale
        ? "stale: nothing leaves for this seller until invoices.csv or payments.csv is imported again"
        : "fresh",
    },
    {
      about: `go-live of ${seller.code}`,
      well: seller.wentLiveOn !== null,
      says:
        seller.wentLiveOn === null
          ? "not yet: look at `preview`, then run `go-live`"
          : `live since ${seller.wentLiveOn}`,
    },
  ];
}

function finding(about: string, count: number, fine: string, trouble: (count: number) => string): Finding {
  return { about, well: count === 0, says: count === 0 ? fine : trouble(count) };
}
