import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { COMMANDS } from "#chat/slack/wiring.ts";
import { HELD_REASONS } from "#domain/dunning-plan.ts";

const ROOT = new URL("../", import.meta.url);
const README = readFileSync(new URL("README.md", ROOT), "utf8");

test("the README prints every reason for which something is held back, and no other", () => {
  const section = README.slice(README.indexOf("gives one of these reasons"), README.indexOf("## API"));
  const printed = [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1] ?? "");

  expect(new Set(printed)).toEqual(new Set(HELD_REASONS));
  expect(printed).toHaveLength(HELD_REASONS.length);
});

test("the README says what each command does, in chat and on the command line", () => {
  const files = globSync("src/cli/*.ts", { cwd: ROOT }).map((file) => readFileSync(new URL(file, ROOT), "utf8"));
  const onCommandLine = files.flatMap((text) => /^ {2}name: "([a-z-]+)",$/m.exec(text)?.[1] ?? []);
  const rows = README.split("\n").filter((line) => line.startsWith("| `"));
  const isTold = (command: string) => rows.some((row) => new RegExp(`\`${command}[\` ]`).test(row));

  expect(onCommandLine).toContain("preview");
  expect([...COMMANDS.map(({ command }) => command), ...onCommandLine].filter((name) => !isTold(name))).toEqual([]);
});
