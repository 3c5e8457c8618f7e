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
    `${say.count(kept.promises, "promise", "promises")}, ${say.count(kept.disputes, "dispute", "disputes")} and ${say.count(kept.comments, "comment", "comments")} noted, ${say.count(kept.acts, "dated act", "dated acts")} in all`,
    `${say.count(kept.messages, "message", "messages")} sent by Relais`,
    kept.calendarLinked
      ? `Your calendar is linked: ${say.count(kept.meetings, "customer meeting", "customer meetings")}, without their titles`
      : "No calendar linked",
  ],
  sinceTitle: "Since when",
  since: (day) =>
    day === null ? "Your account alone, nothing else yet." : `The first trace is of ${say.day(day, "full")}.`,
  seenTitle: "Who sees it",
  seen: (managers) => [
    `Your figures and acts: you${managers.length === 0 ? "" : `, ${say.list(managers)}`}, and accounting.`,
    "Your comments, promises and disputes are read on the customer's card: sales administration, management and whoever stands in for you see them too.",
    "No ranking, and never your figures in a channel.",
  ],
  lastsTitle: "For how long",
  lasts: [
    "Your account: as long as you work here. When somebody leaves it is deactivated, and the customers pass to the manager.",
    "The customers' history (promises, disputes, calls) stays with their file: it is evidence, neither rewritten nor deleted automatically.",
    "Meetings read in a calendar: 30 days.",
  ],
  correctTitle: "To correct it",
  correct: (finance) => [
    `Name, address, role, customers in your care: accounting${finance.length === 0 ? "" : ` (${say.list(finance)})`} corrects them at the source, and Relais follows with the next file. A request to delete goes there too.`,
    "Language, hour and chat: /settings. A promise or a dispute: on the customer's card.",
  ],
  button: "Get my data (JSON)",
  file: {
    name: "my-relais-data",
    ready: "Here is everything Relais keeps about you, as a JSON file.",
    openLink: "Open my data",
    linkHint: "A personal link, good once and for a quarter of an hour.",
  },
};
