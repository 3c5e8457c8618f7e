import type { Card } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";
import { controlCards } from "./sample-control.ts";
import { clockCards } from "./sample-clock.ts";
import { figureCards } from "./sample-figures.ts";
import { forecastCards } from "./sample-forecast.ts";
import { letterCards } from "./sample-letters.ts";
import { loopCards } from "./sample-loop.ts";
import { meetingCards } from "./sample-meetings.ts";
import { noteCards } from "./sample-notes.ts";
import { proofCards } from "./sample-proof.ts";
import { readingCards } from "./sample-reading.ts";
import { reportCards } from "./sample-report.ts";
import { scenarioCards } from "./sample-scenarios.ts";
import { roleChannelCards } from "./sample-role-channels.ts";
import { subscriptionCards } from "./sample-subscriptions.ts";
import { taskCards } from "./sample-tasks.ts";

export type NamedCard = readonly [name: string, card: Card];

/** Every card in a case that shows most of it, by name. */
export function sampleCards(words: Words): ReadonlyMap<string, Card> {
  return new Map([
    ...loopCards(words),
    ...clockCards(words),
    ...letterCards(words),
    ...taskCards(words),
    ...readingCards(words),
    ...meetingCards(words),
    ...reportCards(words),
    ...figureCards(words),
    ...forecastCards(words),
    ...subscriptionCards(words),
    ...roleChannelCards(words),
    ...scenarioCards(words),
    ...controlCards(words),
    ...noteCards(words),
    ...proofCards(words),
  ]);
}
