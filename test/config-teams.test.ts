import { expect, test } from "vitest";

import { createTeams } from "#chat/teams/app.ts";
import { loadConfig, type TeamsConfig } from "#config.ts";
import { createLog } from "#log.ts";

const APP = "11111111-2222-3333-4444-555555555555";
const TENANT = "99999999-8888-7777-6666-555555555555";
const ALL = { MicrosoftAppId: APP, MicrosoftAppPassword: "secret", MicrosoftAppTenantId: TENANT };

test("without any of the three Teams is not connected; with all of them it is, and never to a stand-in", () => {
  expect(loadConfig({}).teams).toBeNull();
  expect(loadConfig({ ...ALL, MicrosoftAppId: APP.toUpperCase() }).teams).toEqual({
    appId: APP,
    appPassword: "secret",
    tenantId: TENANT,
    local: null,
  });
});

test.each([
  ["MicrosoftAppId", "MicrosoftAppId is missing: set the application (client) id of the bot's registration."],
  ["MicrosoftAppPassword", "MicrosoftAppPassword is missing: set a client secret of the bot's registration."],
  ["MicrosoftAppTenantId", "MicrosoftAppTenantId is missing: set the directory (tenant) id of your company."],
])("without %s nothing starts, and one sentence says what to set", (name, sentence) => {
  for (const blank of [undefined, ""]) expect(() => loadConfig({ ...ALL, [name]: blank })).toThrow(sentence);
});

test("an id that is none is told", () => {
  expect(() => loadConfig({ ...ALL, MicrosoftAppTenantId: "exemple.fr" })).toThrow(
    "MicrosoftAppTenantId must be a GUID",
  );
});

test("no process takes Teams' activities without an app id and a tenant, whoever put its parts together", async () => {
  const config: TeamsConfig = { appId: "", appPassword: "", tenantId: "", local: null };
  const contextNow = async () => ({ store: { db: {} } }) as never;
  const deps = { contextNow, log: createLog("silent"), wallNow: () => new Date() };

  await expect(createTeams(config, deps)).rejects.toThrow("without them anybody could speak as Teams");
});
