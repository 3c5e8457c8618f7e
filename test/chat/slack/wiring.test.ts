import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";

import { readCommand } from "#chat/commands.ts";
import { COMMANDS, EVENTS, METHODS, neededScopes } from "#chat/slack/wiring.ts";

const manifest = JSON.parse(readFileSync(new URL("../../../manifests/slack.json", import.meta.url), "utf8"));

/** The rules of Slack's manifest schema that concern the parts used here. Source: slackapi/manifest-schema. */
const text = (maxLength: number, minLength = 1) => ({ type: "string", minLength, maxLength });
const url = { ...text(3_000), pattern: "^https://" };
const flags = (...names: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, { type: "boolean" }])),
  additionalProperties: false,
});
const strict = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
const SCHEMA = strict(
  {
    _metadata: strict({ major_version: { type: "integer" }, minor_version: { type: "integer" } }),
    display_information: strict(
      {
        name: text(35),
        description: text(140),
        long_description: text(4_000, 175),
        background_color: { type: "string", pattern: "^#[0-9a-fA-F]{6}$" },
      },
      ["name"],
    ),
    features: strict({
      app_home: flags("home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled"),
      bot_user: strict({ display_name: text(80), always_online: { type: "boolean" } }, ["display_name"]),
      slash_commands: {
        type: "array",
        minItems: 1,
        maxItems: 50,
        items: strict(
          {
            command: { ...text(32, 2), pattern: "^/" },
            url,
            description: text(2_000),
            usage_hint: text(1_000),
            should_escape: { type: "boolean" },
          },
          ["command", "description"],
        ),
      },
    }),
    oauth_config: strict({
      scopes: strict({ bot: { type: "array", maxItems: 255, uniqueItems: true, items: text(200) } }),
    }),
    settings: strict({
      event_subscriptions: strict({
        request_url: url,
        bot_events: { type: "array", maxItems: 100, uniqueItems: true, items: text(50) },
      }),
      interactivity: strict({ is_enabled: { type: "boolean" }, request_url: url }, ["is_enabled"]),
      org_deploy_enabled: { type: "boolean" },
      socket_mode_enabled: { type: "boolean" },
      token_rotation_enabled: { type: "boolean" },
    }),
  },
  ["display_information"],
);

test("the manifest has the shape that Slack takes", () => {
  const validate = new Ajv({ allErrors: true }).compile(SCHEMA);

  validate(manifest);
  expect(validate.errors).toBeNull();
});

test("the manifest asks for the scopes that the code needs, and for no other", () => {
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual(neededScopes());
});

test("the manifest's commands and events are the ones that the code listens to", () => {
  const commands = manifest.features.slash_commands.map(
    (one: { command: string; description: string; usage_hint?: string }) => ({
      command: one.command,
      description: one.description,
      usage: one.usage_hint ?? "",
    }),
  );

  expect(commands).toEqual(COMMANDS);
  expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(EVENTS.toSorted());
});

test("every command in the manifest does something", () => {
  const idle = COMMANDS.filter(({ command }) => readCommand(command.slice(1), "", "2026-11-24").is === "unknown");

  expect(idle).toEqual([]);
});

test("no method is listed that the code does not call", () => {
  const sources = ["send", "conversations", "answer", "api", "files"].map((name) =>
    readFileSync(new URL(`../../../src/chat/slack/${name}.ts`, import.meta.url), "utf8"),
  );

  const unused = Object.keys(METHODS).filter((method) => !sources.join("").includes(`"${method}"`));

  expect(unused).toEqual([]);
});
