import { expect, test } from "vitest";

import { regionOf } from "#domain/calendar.ts";
import { countryCode } from "#domain/country.ts";

test.each([
  ["FR", "FR"],
  ["fr", "FR"],
  ["FRA", "FR"],
  ["FRANCE", "FR"],
  [" France ", "FR"],
  ["Allemagne", "DE"],
  ["germany", "DE"],
  ["UK", "GB"],
  ["Royaume-Uni", "GB"],
  ["COTE D'IVOIRE", "CI"],
  ["Côte d’Ivoire", "CI"],
  ["Atlantide", null],
  ["", null],
])("the country “%s” is %s", (written, code) => {
  expect(countryCode(written)).toBe(code);
});

test.each(["FR", "fr", "France", "FRANCE", null])("Strasbourg in %s keeps its two holidays", (country) => {
  expect(regionOf("67000", country)).toBe("alsace-moselle");
});

test("68000 elsewhere than in France is not in Alsace", () => {
  expect(regionOf("68000", "BE")).toBe("metropole");
});
