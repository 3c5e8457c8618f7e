import type { MyDataWords } from "#i18n/cards/my-data/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const myDataEn: MyDataWords = {
  title: "What Relais keeps about you",
  name: "Name",
  email: "Address",
  roles: "Role",
  manager: "Manager",
  preferences: "Preferences",
  preferencesValue: (locale, hour) => `${locale === "fr" ? "French" : "English"}, morning summary at ${hour}`,
  chats: "Chat",
  chatNames: { slack: "Slack", teams: "Teams" },
  noChat: "none for now",
  keptTitle: "What is kept",
  kept: (kept) => [
    `${say.count(kept.customers, "customer", "customers")} in your care, ${say.count(kept.asks, "call or task", "calls or tasks")} in your name`,
    `${say.count(kept.promises, "promise", "promises")}, ${say.count(kept.disputes, "dispute", "disputes")} and ${say.count(kept.comments, "comment", "comments")} noted, ${say.count(kept.acts, "dated action", "dated actions")} in all`,
    `${say.count(kept.messages, "message", "messages")} sent by Relais`,
    kept.calendarLinked
      ? `Your calendar is linked: ${say.count(kept.meetings, "customer meeting", "customer meetings")}, without their titles`
      : "No calendar linked",
  ],
  sinceTitle: "Since when",
  since: (day) =>
    day === null ? "Only your account, nothing else yet." : `The first record dates from ${say.day(day, "full")}.`,
  seenTitle: "Who sees it",
  seen: (managers) => [
    `Your figures and actions: you${managers.length === 0 ? "" : `, ${say.list(managers)}`}, and finance.`,
    "Your comments, promises and disputes can be read on the customer card: sales administration, management and whoever stands in for you see them too.",
    "No ranking, and never your figures in a channel.",
  ],
  lastsTitle: "For how long",
  lasts: [
    "Your account: as long as you work here. After that it is deactivated, and your customers pass to your manager.",
    "The customers' history (promises, disputes, calls) stays with their file: it is evidence, and is neither rewritten nor deleted automatically.",
    "Meetings read in a calendar: 30 days.",
  ],
  correctTitle: "To correct it",
  correct: (finance) => [
    `Name, address, role, customers in your care: finance${finance.length === 0 ? "" : ` (${say.list(finance)})`} corrects them at the source, and Relais follows with the next file. Requests to delete go there too.`,
    "Language, time and chat: /settings. A promise or a dispute: on the customer card.",
  ],
  button: "My data (JSON)",
  file: {
    name: "my-relais-data",
    ready: "Here is everything Relais keeps about you, as a JSON file.",
    openLink: "Open my data",
    linkHint: "A personal link, valid once, for a quarter of an hour.",
  },
};
