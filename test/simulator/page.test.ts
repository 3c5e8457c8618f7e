import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { CUSTOMERS } from "#simulator/company/customers.ts";
import { createMailbox } from "#simulator/mailbox/mailbox.ts";
import { pageRoutes } from "#simulator/page/routes.ts";
import { createClock, createTime } from "#simulator/time.ts";
import { createTenant } from "#simulator/tenant.ts";
import { createWorkspace } from "#simulator/workspace.ts";

const FILES = new URL("../../src/simulator/page/browser/", import.meta.url);
const nothing = () => Promise.resolve();

test("the page loads nothing from elsewhere, and everything it names is there", async () => {
  const routes = openPage();
  const shell = await (await routes.request("/")).text();
  const named = [...shell.matchAll(/(?:href|src)="([^"]+)"/g)].map((match) => match[1] ?? "");
  const scripts = readdirSync(FILES).filter((name) => name.endsWith(".js"));
  const imported = scripts.flatMap((name) =>
    [...readFileSync(new URL(name, FILES), "utf8").matchAll(/^import .* from "\.\/([^"]+)";$/gm)].map(
      (match) => `/page/${match[1]}`,
    ),
  );

  expect(named.every((address) => address.startsWith("/page/"))).toBe(true);
  for (const address of new Set([...named, ...imported])) {
    expect([address, (await routes.request(address)).status]).toEqual([address, 200]);
  }
});

test("only the page's own files are served", async () => {
  const routes = openPage();
  const statuses = ["/page/../routes.ts", "/page/..%2froutes.ts", "/page/tsconfig.json", "/page/nothing.js"].map(
    async (address) => (await routes.request(address)).status,
  );

  expect(await Promise.all(statuses)).toEqual([404, 404, 404, 404]);
});

test("a name that ends a script element in what the page starts with ends nothing", async () => {
  const shell = await (await openPage().request("/")).text();

  expect(shell.match(/<\/script>/g)).toHaveLength(2);
});

test("somebody's page holds the clock, their channels and nothing of others; a stranger's name is said to be unknown", async () => {
  const routes = openPage();

  const page = (await (await routes.request("/simulator/page?user=claire")).json()) as { channels: { name: string }[] };
  const unknown = await routes.request("/simulator/page?user=personne");

  expect(page).toMatchObject({
    clock: { day: "2026-11-24", time: "8:15", moving: null },
    messages: [],
    home: null,
    form: null,
  });
  expect(page.channels.map((channel) => channel.name)).toEqual(["general", "equipe-ouest"]);
  expect([unknown.status, await unknown.json()]).toEqual([
    422,
    { error: 'Nobody in this workspace is called "personne".' },
  ]);
});

test("the mail of a rep's own customers is offered first", async () => {
  const clock = createClock(new Date("2026-11-24T08:05:00Z"));
  const mailbox = createMailbox({ customers: CUSTOMERS, now: clock.now, timeZone: "Europe/Paris" });
  const mail = {
    from: { name: "", address: "a@b.example" },
    replyTo: null,
    subject: "s",
    messageId: "<1@b>",
    text: "t",
  };
  for (const to of ["lucie.tressan@menuiserie-tressan.example", "sonia.perrin@garnier.example"]) {
    mailbox.keep({ ...mail, to: [to], html: null, attachments: [] });
  }
  const routes = openPage(mailbox);
  const shown = async (user: string) =>
    ((await (await routes.request(`/simulator/page/mail?user=${user}`)).json()) as { customer: string }).customer;

  expect(await shown("U00CLAIRE0")).toBe("C1001");
  expect(await shown("U00KARIM00")).toBe("C1101");
});

function openPage(mailbox = createMailbox({ customers: CUSTOMERS, now: () => new Date(0), timeZone: "Europe/Paris" })) {
  const clock = createClock(new Date("2026-11-24T07:15:00Z"));
  const time = createTime(clock, "Europe/Paris", {
    importMorning: nothing,
    colleaguesAct: nothing,
    customersAct: nothing,
    pass: nothing,
  });
  const slack = createWorkspace({ botToken: "xoxb-page", signingSecret: "page" }, clock.now);
  const teams = createTenant({ appId: "app", tenantId: "tenant" }, clock.now);
  const product = { chosenChats: async () => new Map<string, "teams">() };
  return pageRoutes({ slack, teams, product, mailbox, time, timeZone: "Europe/Paris" });
}
