import { expect, test } from "vitest";

import { cityOf } from "#cards/forms/subscribe-form.ts";
import { wordsFor } from "#i18n/words.ts";

test.each([
  ["Europe/London", "Londres", "London"],
  ["America/Montreal", "Montréal", "Montreal"],
  ["Indian/Reunion", "La Réunion", "Réunion"],
  ["America/New_York", "New York", "New York"],
  ["Pacific/Wallis", "Wallis", "Wallis"],
])("the time of %s is called by its city: %s, %s in English", (zone, french, english) => {
  expect([cityOf(zone, wordsFor("fr")), cityOf(zone, wordsFor("en"))]).toEqual([french, english]);
});
