import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { HELD_REASONS } from "#domain/dunning-plan.ts";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the README prints every reason for which something is held back, and no other", () => {
  const section = README.slice(README.indexOf("gives one of these reasons"), README.indexOf("## API"));
  const printed = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1] ?? "");

  expect(new Set(printed)).toEqual(new Set(HELD_REASONS));
  expect(printed).toHaveLength(HELD_REASONS.length);
});
