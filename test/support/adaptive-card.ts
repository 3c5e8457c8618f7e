import { createRequire } from "node:module";

import type * as AdaptiveCards from "adaptivecards";

/** The bundle: the package's own modules are made for a bundler. */
const adaptivecards = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js") as typeof AdaptiveCards;

/** Charts are Teams' own: the parser knows none, takes their fallback, and says so. */
const KNOWN_TO_TEAMS = /^Unknown element type "Chart\.[\w.]+"\. Fallback will be used if present\.$/;

/** What Microsoft's own parser says against a card: empty when it reads it whole, without a warning. */
export function lintCard(card: unknown): readonly string[] {
  const parsed = new adaptivecards.AdaptiveCard();
  const context = new adaptivecards.SerializationContext();
  parsed.parse(structuredClone(card), context);
  const read = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const { validationEvents } = parsed.validateProperties();
  const said = [...read, ...validationEvents.map(({ message }) => message)];
  return said.filter((message) => !KNOWN_TO_TEAMS.test(message));
}

/** The card as Microsoft's parser understood it, written out again. */
export function parsedCard(card: unknown): unknown {
  const parsed = new adaptivecards.AdaptiveCard();
  parsed.parse(structuredClone(card));
  return parsed.toJSON();
}
