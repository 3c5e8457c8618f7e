import type { FeedFault } from "#domain/calendar-feed.ts";
import type { MeetingTime, MeetingWords } from "#i18n/cards/meetings/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

/** Also the refusals of a link: they say what can be done. */
export const FEED_FAULTS_EN: Readonly<Record<FeedFault, string>> = {
  "not-https": "The address of a calendar begins with https:// or webcal://. This one is not protected.",
  "private-address":
    "This address leads into a private network, which Relais does not read. The calendar's public address will do.",
  "not-found": "No calendar was found at this address. It may have changed in your calendar program.",
  refused: "The calendar is not open at this address. The secret address in ICS format will do, without a password.",
  unavailable: "The calendar's server does not answer at the moment.",
  "too-slow": "The calendar's server takes a long time to answer.",
  "too-big": "The calendar is larger than 5 MB: an address with recent meetings only would do.",
  "too-many-redirects": "The address leads to another one too many times. The last address would do.",
  "not-a-calendar": "This address leads to a web page, not to a calendar. The address in ICS format will do.",
  unreadable: "The calendar could not be read. A new ICS address, made in your calendar program, is often enough.",
};

export const meetingsEn: MeetingWords = {
  brief: {
    title: (customer, when) => (when === null ? `Before you meet ${customer}` : `${customer}, ${whenSaid(when)}`),
    summary: (customer, overdue) =>
      overdue.length === 0 ? `${customer}: nothing late` : `${customer}: ${say.amounts(overdue)} late`,
    owed: (outstanding, overdue, days) =>
      `${outstanding.length === 0 ? `${say.amounts(overdue)} late` : `${say.amounts(outstanding)} to come in, ${say.amounts(overdue)} of it late`}, by up to ${say.count(days, "day", "days")}.`,
    nothingLate: (customer, outstanding) =>
      outstanding.length === 0
        ? `Nothing late with ${customer}, everything is settled. Have a good meeting!`
        : `Nothing late with ${customer}; ${say.amounts(outstanding)} to come in, not expected yet. Have a good meeting!`,
    contact: "Contact",
    aboutDispute: '"We are checking what you told us, and I will get back to you."',
    aboutPromise: '"Thank you for the date you gave; is it still good on your side?"',
    customerButton: "Customer card",
  },
  outcome: {
    title: (customer) => `So, how was the meeting with ${customer}?`,
    wasLate: (late, days) =>
      `${say.amounts(late)} late, by up to ${say.count(days, "day", "days")}. A word or two is enough, if it came up.`,
    nothingSaidButton: "It did not come up",
    commentButton: "Comment",
    noted: (name, customer, what) => `Noted, thank you ${name}: ${NOTED[what](customer)}`,
    settled: (customer) => `✅ ${customer}: nothing is late any more. Good news!`,
  },
  calendar: {
    title: "My calendar",
    none: "With the address of your calendar, a short note reaches you 45 minutes before each customer meeting: what is late, what is promised, and a sentence to bring it up.",
    privacy:
      "Only meetings recognised as being with one of your customers are kept, without their title, and forgotten after 30 days. Nobody else sees them.",
    linked: (where) => `Calendar linked: ${where}`,
    neverRead: "It will be read within a quarter of an hour.",
    readAt: (at, timeZone, day, today) => `Read ${onDay(say.near(day, today))} at ${say.time(at, timeZone)}.`,
    failed: (why) => `It could not be read last time. ${FEED_FAULTS_EN[why]}`,
    next: (customer, when) => `${customer}, ${whenSaid(when)}`,
    noMeeting: "No meeting with your customers in the next three days.",
    link: "Link a calendar",
    change: "Change the address",
    test: "Read it now",
    unlink: "Unlink",
    unlinkTitle: "Unlink the calendar?",
    unlinkText: "The address and the meetings kept are erased at once.",
    unlinkYes: "Unlink",
    unlinkNo: "Keep",
    failingTitle: "Your calendar cannot be read any more",
    failing: (where, since, today) =>
      `The linked calendar (${where}) has not answered since ${say.near(since, today)}. Without it there is no note before your meetings; everything else goes on. Its address may have changed.`,
    works: "Your calendar can be read again. Have a good day!",
  },
  form: {
    title: "Link a calendar",
    submit: "Link",
    address: "Address of the calendar (ICS)",
    hint: 'Google: "Secret address in iCal format". Outlook: "Publish a calendar", the ICS link. The address stays secret.',
    inSettings: (where) =>
      where === null
        ? "For a short note before each customer meeting. The address stays secret."
        : `Linked: ${where} (left empty, nothing changes; /calendar can unlink it).`,
  },
};

const NOTED = {
  promise: (customer: string) => `${customer} has given a date.`,
  dispute: (customer: string) => `${customer} disputes part of it, and somebody is on it.`,
  comment: (customer: string) => `the comment is on ${customer}'s card.`,
  nothing: () => "it was not the moment. Reminders go on as planned.",
} as const;

/** "today at 14:00", "Wednesday 25 November at 9:30". */
function whenSaid({ at, timeZone, day, today }: MeetingTime): string {
  return `${say.near(day, today)} at ${say.time(at, timeZone)}`;
}

/** "today" and "yesterday" stand alone, other days take "on". */
function onDay(day: string): string {
  return /^(today|tomorrow|yesterday)$/.test(day) ? day : `on ${day}`;
}
