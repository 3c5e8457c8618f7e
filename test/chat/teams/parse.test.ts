import { describe, expect, test } from "vitest";

import { isOfTenant, readActivity, type TeamsActivity } from "#chat/teams/activity.ts";
import { parseTeams, placeOf } from "#chat/teams/parse.ts";
import type { TeamsConfig } from "#config.ts";

const TENANT = "99999999-8888-7777-6666-555555555555";
const BOT = { id: "28:11111111-2222-3333-4444-555555555555", name: "Relais" };
const CLAIRE = { id: "29:1claire", name: "Claire Morel", aadObjectId: "5f2c1c3e-0000-4000-8000-000000000001" };
const CONFIG: TeamsConfig = { appId: BOT.id.slice(3), appPassword: "x", tenantId: TENANT, local: null };
const PERSONAL = { conversationType: "personal", tenantId: TENANT, id: "a:1AbC" };
const THREAD = {
  isGroup: true,
  conversationType: "channel",
  tenantId: TENANT,
  id: "19:cash@thread.tacv2;messageid=1732435800000",
};

/** As Microsoft's documentation prints them, with names of ours. */
const BASE = {
  id: "1732435800123",
  timestamp: "2026-11-24T08:10:00.000Z",
  channelId: "msteams",
  serviceUrl: "https://smba.trafficmanager.net/emea/99999999-8888-7777-6666-555555555555/",
  from: CLAIRE,
  recipient: BOT,
  conversation: PERSONAL,
  channelData: { tenant: { id: TENANT } },
};

test.each([
  ["a message", { type: "message", text: "encours garnier" }, "encours garnier"],
  [
    "a message with spaces and entities as Teams writes them",
    { type: "message", text: " promesse Dupont &amp; Fils&nbsp;vendredi\n" },
    "promesse Dupont & Fils vendredi",
  ],
  [
    "a mention in a channel",
    {
      type: "message",
      text: "<at>Relais</at> /encours",
      conversation: THREAD,
      entities: [{ type: "mention", mentioned: BOT, text: "<at>Relais</at>" }],
    },
    "/encours",
  ],
  [
    "a mention with attributes, in the middle",
    { type: "message", text: 'litige <at id="0">Relais</at> garnier', conversation: THREAD },
    "litige   garnier",
  ],
  [
    "a colleague who is mentioned",
    {
      type: "message",
      text: "absence 23-25 novembre <at>Karim Haddad</at>",
      entities: [
        { type: "mention", mentioned: { id: "29:1karim", name: "Karim Haddad" }, text: "<at>Karim Haddad</at>" },
      ],
    },
    "absence 23-25 novembre <@29:1karim>",
  ],
])("%s is words", (_, own, text) => {
  expect(parse(own)).toMatchObject({ asks: "message", did: { is: "message", text }, from: { userId: CLAIRE.id } });
});

test("a click of Action.Execute is its action, at the message it stands on", () => {
  const data = { action: '{"do":"no-answer","ask":12}' };
  const value = { action: { type: "Action.Execute", verb: "no-answer", data }, trigger: "manual" };

  expect(parse({ type: "invoke", name: "adaptiveCard/action", value, replyToId: "1732435800000" })).toMatchObject({
    asks: "card",
    did: { is: "action", action: { do: "no-answer", ask: 12 } },
    at: { conversation: "a:1AbC", message: "1732435800000" },
    place: "direct",
  });
});

test("a choice in a long menu is the action of what was chosen", () => {
  const data = { chosenIn: "part-3-0", "part-3-0": '{"do":"show-customer","customer":"C0001"}' };
  const value = { action: { type: "Action.Execute", verb: "choose", data } };

  expect(parse({ type: "invoke", name: "adaptiveCard/action", value })).toMatchObject({
    did: { is: "action", action: { do: "show-customer", customer: "C0001" } },
  });
});

test("a dialog opens by its button and comes back with its answer, for the message it was opened from", () => {
  const opening = { msteams: { type: "task/fetch" }, action: '{"do":"open-form","form":"dispute","ask":12}' };
  const form = { name: "dispute", context: { ask: 12 }, several: ["invoices"], openedFrom: "1732435800000" };
  const context = { theme: "default" };
  const opened = parse({
    type: "invoke",
    name: "task/fetch",
    value: { data: opening, context },
    replyToId: "1732435800000",
  });
  const back = parse({
    type: "invoke",
    name: "task/submit",
    value: { data: { form, invoices: "1,2", amount: "" }, context },
  });

  expect(opened).toMatchObject({
    asks: "dialog",
    did: { is: "action", action: { do: "open-form", form: "dispute", ask: 12 } },
  });
  expect(back).toMatchObject({
    asks: "dialog",
    did: {
      is: "form",
      answer: { form: "dispute", context: { ask: 12 }, values: { invoices: ["1", "2"], amount: null } },
    },
    at: { conversation: "a:1AbC", message: "1732435800000" },
  });
});

test.each([
  ["an installation", { type: "installationUpdate", action: "add" }],
  ["an installation for somebody by an administrator", { type: "installationUpdate", action: "add-upgrade" }],
  ["the bot's joining", { type: "conversationUpdate", membersAdded: [BOT, CLAIRE] }],
])("%s in somebody's own chat brings the home card, under one key", (_, own) => {
  expect(parse(own)).toMatchObject({ key: "teams:installed:a:1AbC", did: { is: "home-opened" }, place: "home" });
});

test("joining a channel brings nothing but the channel's place", () => {
  const activity = read({ type: "conversationUpdate", membersAdded: [BOT], conversation: THREAD });

  expect(parseTeams(activity)).toBeNull();
  expect(placeOf(activity, TENANT)).toEqual({
    is: "heard",
    place: {
      conversation: "19:cash@thread.tacv2",
      teamId: TENANT,
      kind: "channel",
      serviceUrl: BASE.serviceUrl,
      userId: null,
      name: null,
      team: null,
    },
  });
});

test.each([
  ["a removal", { type: "installationUpdate", action: "remove" }],
  ["the bot's leaving", { type: "conversationUpdate", membersRemoved: [BOT] }],
])("%s makes the place gone", (_, own) => {
  expect(placeOf(read(own), TENANT)).toEqual({ is: "gone", conversation: "a:1AbC" });
});

describe("the tenant", () => {
  test.each([
    ["in both places", {}, true],
    ["in the channel's data alone", { conversation: { id: "a:1" } }, true],
    ["in the conversation alone", { channelData: undefined }, true],
    ["nowhere", { conversation: { id: "a:1" }, channelData: undefined }, false],
    ["one here, another there", { channelData: { tenant: { id: "another" } } }, false],
  ])("named %s", (_, own, isOurs) => {
    expect(isOfTenant(read({ type: "message", ...own }), TENANT)).toBe(isOurs);
  });
});

test("a service URL without TLS is not Teams'; a stand-in's is on this machine", () => {
  const body = (serviceUrl: string) => JSON.stringify({ ...BASE, type: "message", serviceUrl });
  const local = { ...CONFIG, local: { openIdUrl: null, opensDialogs: true } };

  expect(readActivity(body("http://smba.trafficmanager.net/"), CONFIG)).toBeNull();
  expect(readActivity(body("ftp://smba.trafficmanager.net/"), CONFIG)).toBeNull();
  expect(readActivity(body("http://127.0.0.1:56150/_connector"), local)).not.toBeNull();
  expect(readActivity(body("https://smba.trafficmanager.net/"), local)).toBeNull();
});

function parse(own: object) {
  return parseTeams(read(own));
}

function read(own: object): TeamsActivity {
  const activity = readActivity(JSON.stringify({ ...BASE, ...own }), CONFIG);
  if (activity === null) throw new Error("The activity was not read.");
  return activity;
}

test("an archived team is gone with its conversation, a deleted channel without its team", () => {
  const team = { id: "19:team@thread.tacv2" };
  const channel = { id: "19:cash@thread.tacv2" };
  const told = (eventType: string) =>
    read({ type: "conversationUpdate", channelData: { tenant: { id: TENANT }, team, channel, eventType } });

  expect(placeOf(told("teamArchived"), TENANT)).toEqual({ is: "gone", conversation: team.id });
  expect(placeOf(told("channelDeleted"), TENANT)).toEqual({ is: "gone", conversation: channel.id });
});
