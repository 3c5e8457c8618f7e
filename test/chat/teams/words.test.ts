import { expect } from "vitest";

import { outbox } from "#store/schema/delivery.ts";
import { promises } from "#store/schema/loop.ts";
import { people } from "#store/schema/people.ts";
import { unreachablePeople } from "#store/chat-identities.ts";
import { welcomePeople } from "#usecases/people/welcome-people.ts";
import { deliver, FRIDAY, ON_FRIDAY, openCall, shown } from "../../support/teams-call.ts";
import { CLAIRE } from "../../support/teams.ts";
import { test } from "../../support/world.ts";

const PAUL = "29:paul";
const CASH = "19:cash@thread.tacv2";
const GROUP = "19:group@thread.v2";

test("encours answers in the person's own chat, with or without a slash, in either language", async ({ world }) => {
  const { tenant } = await openCall(world);
  const before = tenant.read.byBot(CLAIRE).length;
  for (const text of ["encours", "/encours", "outstanding", "Encours garnié", "/outstanding garnier"])
    await tenant.acts.sendMessage({ userId: CLAIRE, text });
  const answers = tenant.read.byBot(CLAIRE).slice(before);

  expect(answers).toHaveLength(5);
  for (const answer of answers) expect(answer.shownText).toContain("12\u202f400\u00a0€");
  expect(answers[4]?.shownText).toContain("Garnier");
  expect(tenant.read.refusals()).toEqual([]);
});

test.for([
  ["channel", CASH],
  ["groupChat", GROUP],
] as const)(
  "in a %s the answer goes to the person's own chat, with one neutral line in place",
  async ([kind, id], { world }) => {
    const { tenant } = await openCall(world);
    tenant.setConversation({ id, kind, name: "cash", members: [CLAIRE] });
    const before = tenant.read.byBot(CLAIRE).length;
    const { ack } = await tenant.acts.sendMessage({ userId: CLAIRE, conversationId: id, text: "encours garnier" });
    const inPlace = tenant.read.messages(CLAIRE, id).filter((message) => message.isByBot);

    expect(ack).toMatchObject({ status: 200, body: null });
    expect(inPlace.map(({ shownText }) => shownText)).toEqual([
      "La réponse est dans la conversation privée avec Relais.",
    ]);
    expect(tenant.read.byBot(CLAIRE)).toHaveLength(before + 1);
    expect(tenant.read.byBot(CLAIRE).at(-1)?.shownText).toContain("Garnier");
  },
);

test("a click on a card in a channel shows nothing there", async ({ world }) => {
  const { tenant, card } = await openCall(world);
  tenant.setConversation({ id: CASH, kind: "channel", name: "cash", members: [CLAIRE] });
  const click = tenant.acts.prepareClick({ userId: CLAIRE, messageId: card.id, title: ON_FRIDAY });
  const { from: _from, conversation: _where, channelData: _data, id: _id, ...own } = click;
  const ack = await tenant.acts.deliver(tenant.acts.activityOf(CLAIRE, own, CASH));

  expect(ack.body).toMatchObject({ value: "La réponse est dans la conversation privée avec Relais." });
  expect(tenant.read.messages(CLAIRE, CASH)).toEqual([]);
  expect(tenant.read.byBot(CLAIRE).at(-1)?.shownText).toContain("C'est noté");
});

test("somebody without the app reads where it can be installed, and no figure", async ({ world }) => {
  const { tenant, teams } = await openCall(world);
  const paul = await world.person({ name: "Paul Roy", roles: ["finance"] });
  teams.member({ id: PAUL, email: paul.email });
  tenant.setConversation({ id: CASH, kind: "channel", name: "cash", members: [CLAIRE, PAUL] });
  await tenant.acts.sendMessage({ userId: PAUL, conversationId: CASH, text: "encours" });
  const [, line] = tenant.read.messages(PAUL, CASH);

  expect(line?.shownText).toContain("L'informatique peut y installer");
  expect(await unreachablePeople(world.db)).toContainEqual({ email: paul.email, name: "Paul Roy" });
  expect((await unreachablePeople(world.db)).map(({ name }) => name)).not.toContain("Claire Morel");
});

test("a promise is typed in one line, in either language", async ({ world }) => {
  const { tenant } = await openCall(world);
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "promesse garnier vendredi 2 400,50" });
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "/promise garnier friday 1000€" });

  expect(await world.db.select().from(promises).orderBy(promises.id)).toMatchObject([
    { amount: 240_050n, dueOn: FRIDAY },
    { amount: 100_000n, dueOn: FRIDAY },
  ]);
});

test("litige and a name bring the form at once, filled in within the card", async ({ world }) => {
  const { tenant, invoice } = await openCall(world);
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "litige garnier" });
  const form = tenant.read.byBot(CLAIRE).at(-1);
  const values = { category: "price", invoices: [String(invoice.id)], amount: "600" };
  const outcome = await tenant.acts.click({
    userId: CLAIRE,
    messageId: form?.id ?? "",
    verb: "submit.dispute",
    values,
  });

  expect(outcome).toMatchObject({ taps: 1, shows: "card" });
  expect(tenant.read.message(CLAIRE, form?.id ?? "")?.shownText).toContain("conteste 600");
});

test("a form that is given up leaves one line, and nothing is recorded", async ({ world }) => {
  const { tenant } = await openCall(world);
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "litige garnier" });
  const form = tenant.read.byBot(CLAIRE).at(-1);
  await tenant.acts.click({ userId: CLAIRE, messageId: form?.id ?? "", verb: "cancel" });

  expect(tenant.read.message(CLAIRE, form?.id ?? "")?.shownText).toBe("Rien n'a été noté.");
});

test("words that mean nothing are answered with examples, without marks of code", async ({ world }) => {
  const { tenant } = await openCall(world);
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "bonjour <b>" });

  expect(tenant.read.byBot(CLAIRE).at(-1)?.text).toContain("encours garnier");
  expect(tenant.read.byBot(CLAIRE).at(-1)?.text).not.toContain("`");
});

test("what a message answered follows the truth like any other card", async ({ world }) => {
  const { tenant, teams } = await openCall(world);
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "encours garnier" });
  const customer = tenant.read.byBot(CLAIRE).at(-1);
  if (customer === undefined) throw new Error("No card came.");
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "promesse garnier vendredi" });
  await deliver(world, teams);

  expect(shown(teams, customer)).not.toBe(customer.shownText);
});

test("installing brings the home card once, and its refresh changes it where it stands", async ({ world }) => {
  const { tenant, teams } = await openCall(world);
  const [home] = tenant.read.byBot(CLAIRE);
  if (home === undefined) throw new Error("No home card came.");
  world.clock.advance({ minutes: 30 });
  const refreshed = await tenant.acts.click({ userId: CLAIRE, messageId: home.id, verb: "show-portfolio" });

  expect(tenant.read.byBot(CLAIRE).filter(({ summary }) => summary === home.summary)).toHaveLength(1);
  expect(refreshed.shows).toBe("card");
  expect(shown(teams, home)).toContain("9\u00a0h\u00a030");
});

test("settings: another language speaks at once, and the digest moves", async ({ world }) => {
  const { tenant } = await openCall(world);
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "reglages" });
  const form = tenant.read.byBot(CLAIRE).at(-1);
  const values = { locale: "en", digest: "420", quiet: "yes" };
  await tenant.acts.click({ userId: CLAIRE, messageId: form?.id ?? "", verb: "submit.settings", values });
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "help" });

  expect(tenant.read.message(CLAIRE, form?.id ?? "")?.shownText).toBe("Saved, thank you!");
  expect(await world.db.select().from(people)).toContainEqual(
    expect.objectContaining({ name: "Claire Morel", locale: "en", digestMinutes: 420, quietLine: true }),
  );
  expect(tenant.read.byBot(CLAIRE).at(-1)?.shownText).toMatch(/customers/);
});

test.for([
  ["a guest", { isGuest: true }, "comptes invités"],
  [
    "a guest by the name they sign in with",
    { userPrincipalName: "paul_other.example#EXT#@tenant.onmicrosoft.com" },
    "comptes invités",
  ],
  [
    "somebody of another company",
    { tenantId: "00000000-1111-2222-3333-444444444444" },
    "réservé aux personnes de l'entreprise",
  ],
  ["somebody nobody knows", { email: "else@nowhere.example" }, "ne vous connaît pas encore"],
] as const)("%s reads a polite refusal and no data, wherever they ask", async ([, flags, sentence], { world }) => {
  const { tenant, teams } = await openCall(world);
  const paul = await world.person({ name: "Paul Roy", roles: ["finance"] });
  teams.member({ id: PAUL, email: paul.email, ...flags });
  tenant.setConversation({ id: CASH, kind: "channel", name: "cash", members: [CLAIRE, PAUL] });
  await tenant.acts.install(PAUL);
  await tenant.acts.sendMessage({ userId: PAUL, text: "encours garnier" });
  await tenant.acts.sendMessage({ userId: PAUL, conversationId: CASH, text: "encours garnier" });
  const all = [...tenant.read.byBot(PAUL), ...tenant.read.messages(PAUL, CASH).filter(({ isByBot }) => isByBot)];

  expect(tenant.read.byBot(PAUL).map(({ text }) => text)).toEqual(
    Array.from({ length: 3 }, () => expect.stringContaining(sentence)),
  );
  expect(JSON.stringify(all)).not.toContain("Garnier");
  expect(JSON.stringify(all)).not.toContain("€");
});

test("somebody is matched by the name they sign in with, where it is the one Relais knows", async ({ world }) => {
  const { tenant, teams } = await openCall(world);
  const paul = await world.person({ name: "Paul Roy", roles: ["finance"] });
  teams.member({ id: PAUL, email: "paul.alias@exemple.example", userPrincipalName: paul.email });
  await tenant.acts.install(PAUL);

  expect(tenant.read.byBot(PAUL)[0]?.shownText).toContain("Paul");
  expect(tenant.read.calls("members").filter(({ path }) => path.includes("paul"))).toHaveLength(1);
});

test("where the app was removed nothing is sent any more, and finance is told who cannot be reached", async ({
  world,
}) => {
  const { tenant, teams, rep } = await openCall(world);
  await tenant.acts.uninstall(CLAIRE);
  const sent = tenant.read.calls("/activities").length;
  await world.db.update(people).set({ welcomedAt: null });
  await welcomePeople(world.context());
  await deliver(world, teams);

  expect(tenant.read.calls("/activities")).toHaveLength(sent);
  expect(await world.db.select().from(outbox)).toContainEqual(
    expect.objectContaining({ personId: rep.id, lastFault: "not reachable in chat", sentAt: null }),
  );
  expect((await unreachablePeople(world.db)).map(({ name }) => name)).toContain("Claire Morel");
  await tenant.acts.install(CLAIRE);
  expect((await unreachablePeople(world.db)).map(({ name }) => name)).not.toContain("Claire Morel");
});
