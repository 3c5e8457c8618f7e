import { FEED_FAULTS_EN } from "#i18n/cards/meetings/en.ts";
import type { RefusalWords } from "#i18n/refusals/messages.ts";
import { NO_LETTER_EN } from "#i18n/refusals/no-letter-en.ts";
import { findingEn } from "#i18n/scenarios/findings-en.ts";
import { scenarioName } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const refusalsEn: RefusalWords = {
  "not-allowed": () => "You do not have access to this. If in doubt, finance can open it to you.",
  "unknown-customer": ({ typed }) =>
    typed === ""
      ? "Which customer? A name or a code will do, for instance: /outstanding garnier."
      : `None of your customers looks like "${typed}". The start of the name or the code will do.`,
  "several-customers": ({ typed, names }) =>
    `"${typed}" may be several customers: ${say.list(names)}. A few more letters will do.`,
  "unknown-scope": ({ typed }) =>
    `"${typed}" was not recognised. For instance: me, team, team Martin, rep Dupont, seller FR01, all.`,
  "several-scopes": ({ typed, names }) => `"${typed}" may be ${say.list(names)}. A few more letters will do.`,
  "nothing-owed": () => "This customer has nothing to pay for now, so there is nothing to note.",
  "date-in-past": ({ day }) => `${say.day(day, "full")} has already passed. Which other date would do?`,
  "date-too-far": ({ latest }) => `That is rather far off: any date until ${say.day(latest, "full")} will do.`,
  "date-not-understood": ({ typed }) =>
    typed === ""
      ? "The date is missing, for instance: Friday, end of month, 4 December."
      : `"${typed}" was not understood as a date. For instance: Friday, end of month, 4 December.`,
  "date-ambiguous": ({ typed }) => `"${typed}" may mean two dates. For instance: 4 December.`,
  "amount-not-understood": ({ typed }) =>
    `"${typed}" was not understood as an amount. For instance: 12400 or 12,400.50.`,
  "amount-not-positive": () => "The amount needs to be above zero: how much did the customer announce?",
  "more-than-owed": ({ owed }) => `That is more than what is left to pay: ${say.money(owed)}. Would that amount do?`,
  "other-currency": ({ currency }) =>
    `This customer's invoices are in a currency other than ${currency}: the amount goes in theirs.`,
  "already-done": ({ by, at }, timeZone) =>
    by === ""
      ? "It is already done: the card shows how things stand."
      : `${by} has already done it, at ${say.time(at, timeZone)}. The card shows how things stand.`,
  "undo-too-late": () => "The 10 minutes are over. The customer card still lets you change or cancel what is noted.",
  "undo-not-yours": () => "Only the person who noted it can undo it.",
  "undo-overtaken": () => "There has been news on these invoices since: the customer card shows how things stand.",
  "hold-too-long": ({ latest }) => `You can wait until ${say.day(latest, "long")}. Beyond that, finance can extend it.`,
  "later-only-once": () => 'This call has already been put off once. "No answer" or a comment is still possible.',
  "later-too-far": ({ latest }) => `That is rather far off: any date until ${say.day(latest, "long")} will do.`,
  "call-cap-reached": ({ name }) => `${name} has enough calls for the moment. Tomorrow will be a better day.`,
  "call-already-open": () => "A call is already open for this customer.",
  "email-not-understood": ({ typed }) =>
    `${typed === "" ? "The e-mail address is still missing." : `"${typed}" does not look like an e-mail address.`} For instance: first.last@customer.com.`,
  "calendar-not-understood": () =>
    "The address of the calendar is missing, for example: https://calendar.google.com/…/basic.ics.",
  "calendar-refused": ({ fault }) => FEED_FAULTS_EN[fault],
  "text-missing": () => "A few words are enough, but they are still missing.",
  "too-few-reps": ({ minimum }) =>
    `In a channel, figures are about at least ${minimum} people, so that nobody's own are shown. In a private chat, /cash gives them.`,
  "channel-closed": () =>
    "Relais has no access to this channel: it is archived, or the app is not in it. Inviting Relais to the channel is enough.",
  "no-channel": () =>
    "Relais is in none of your channels yet. Once it is invited to the team's channel, subscribing takes a minute.",
  "not-in-channel": () => "You can choose a channel you are a member of.",
  "guests-read-along": () =>
    "Guests or people from outside read this channel, or it has too many members to be sure: tasks name customers and amounts, they stay among colleagues.",
  "role-not-understood": ({ typed }) =>
    `"${typed}" is no team known here. For example: /finance channel, /finance channel adv, /finance channel management.`,
  "no-letter": ({ because }) => NO_LETTER_EN[because.because](because as never),
  "letter-changed": () =>
    "The amounts have changed since this was shown: the card is up to date, one last look will do.",
  "letter-above-limit": ({ limit }) =>
    `Above ${say.money(limit)}, senior management approves the letter. "Pass to senior management" sends them the card.`,
  "number-missing": () => "The number of the registered letter is missing: it is on the posting slip.",
  "before-posting": ({ postedOn }) => `The letter left on ${say.day(postedOn, "full")}: it arrives after that.`,
  "scenario-wrong": ({ finding }) => findingEn(finding),
  "unknown-scenario": ({ typed }) => `No scenario is called "${typed}". /scenarios lists them.`,
  "no-scenario-for-profile": () => "No scenario is made for this profile yet: finance can prepare one.",
  "nothing-changed": () => "It is already that way: nothing to publish.",
  "no-earlier-version": ({ name }) => `The scenario "${scenarioName(name, "en")}" has no earlier version.`,
  "not-a-number": ({ typed }) => `"${typed}" was not understood as a number of days. For example: 12.`,
  "absence-not-understood": ({ typed }) =>
    `"${typed}" was not understood. For instance: /absence 12-19 August @mary, /absence friday, /absence end.`,
  "absence-too-long": ({ days }) =>
    `An absence lasts ${say.count(days, "day", "days")} at most. Beyond that, your manager can give your customers to somebody else.`,
  "no-absence": () => "No absence of yours is recorded, now or to come.",
  "colleague-unknown": ({ typed }) =>
    `"${typed}" matches nobody who could stand in. A name, an e-mail address or a mention will do.`,
  "several-colleagues": ({ typed, names }) => `"${typed}" may be ${say.list(names)}. A few more letters will do.`,
  "colleague-away": ({ name }) => `${name} is away at that time too. Who else could stand in?`,
  "delegate-is-self": () =>
    "Somebody else has to stand in for you. Without a name, your calls wait until you are back.",
  gone: () => "This button is out of date: the card has changed since.",
};
