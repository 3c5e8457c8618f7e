import { createRequire } from "node:module";

import type * as AdaptiveCards from "adaptivecards";

/** The bundle: the package's own modules are made for a bundler. */
const adaptivecards = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js") as typeof AdaptiveCards;

/** What Microsoft's own parser says against a card: empty when it reads it whole, without a warning. */
export function lintCard(card: unknown): readonly string[] {
  const parsed = new adaptivecards.AdaptiveCard();
  const context = new adaptivecards.SerializationContext();
  parsed.parse(structuredClone(card), context);
  const read = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const { validationEvents } = parsed.validateProperties();
  return [...read, ...validationEvents.map(({ message }) => message)];
}

/** The card as Microsoft's parser understood it, written out again. */
export function parsedCard(card: unknown): unknown {
  const parsed = new adaptivecards.AdaptiveCard();
  parsed.parse(structuredClone(card));
  return parsed.toJSON();
}
