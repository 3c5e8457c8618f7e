import { isJson, jsonList, type Json } from "#simulator/slack/json.ts";
import { actionsOf, textOfCard, type FoundAction } from "#simulator/teams/elements.ts";
import { createTeamsLookalike, type TeamsLookalike } from "#simulator/teams/lookalike.ts";
import {
  optionCalled,
  plainly,
  type ChatHouse,
  type FlowChat,
  type FormWords,
  type Member,
  type Seen,
} from "./flow-chat.ts";

const APP = "11111111-2222-3333-4444-555555555555";
const TENANT = "99999999-8888-7777-6666-555555555555";
const OTHER_TENANT = "00000000-8888-7777-6666-555555555555";

/** A tenant for the stories of a file: botbuilder remembers the keys of an address for good, so there is one address. */
export async function openTeamsHouse(): Promise<ChatHouse> {
  let clock: () => Date = () => new Date();
  let stories = 0;
  const tenant = createTeamsLookalike({ appId: APP, tenantId: TENANT, people: [], now: () => clock() });
  await tenant.listen();
  return {
    name: "teams",
    env: { MicrosoftAppId: APP, MicrosoftAppPassword: "a-secret-of-the-stories", MicrosoftAppTenantId: TENANT },
    openIdUrl: tenant.openIdUrl(),
    async newStory(now) {
      clock = now;
      tenant.clearFaults();
      for (const { id } of tenant.read.people()) tenant.acts.closeDialog(id);
      for (const channel of tenant.read.conversations()) {
        if (channel.kind === "channel") tenant.setConversation({ ...channel, hasApp: false, members: [] });
      }
      return storyIn(tenant, (stories += 1));
    },
    close: () => tenant.close(),
  };
}

/** Teams as people meet it: activities are signed, and answers are what the look-alike shows. */
function storyIn(tenant: TeamsLookalike, story: number): FlowChat {
  const idOf = (channel: string) => `19:${story}-${channel}@thread.tacv2`;
  const someoneIn = (channel: string) => {
    const found = tenant.read.conversations().find(({ id }) => id === idOf(channel))?.members[0];
    if (found === undefined) throw new Error(`Nobody is in ${channel}.`);
    return found;
  };
  const everybody = tenant.read.people().map(({ id }) => id);
  const before = new Set(everybody.flatMap((who) => tenant.read.messages(who).map(({ id }) => id)));
  const popped = new Map(everybody.map((id) => [id, tenant.read.notices(id).length]));
  const refused = tenant.read.refusals().length;
  const noticesOf = (who: string): readonly Seen[] => {
    const { id: person } = personOf(tenant, who);
    const fresh = tenant.read.notices(person).slice(popped.get(person) ?? 0);
    return fresh.map((text, nth) => ({ id: `notice-${nth}`, text: plainly(text), controls: [] }));
  };
  const cards = (who: string) => cardsOf(tenant, who).filter(({ id }) => !before.has(id));
  const formOf = (who: string) => openForm(tenant, who, before);
  return {
    name: "teams",
    join: (member) => join(tenant, member),
    seen: (who) => [...cards(who), ...noticesOf(who)],
    form(who) {
      const form = formOf(who);
      if (form === null) return null;
      const fields = inputsOf(form.card).map((input) => String(input["id"]));
      return { text: plainly(`${form.title}\n${textOfCard(form.card)}`), fields };
    },
    async tap(who, on, path) {
      const { taps } = await tenant.acts.click(clickOn(tenant, who, on, path));
      return taps;
    },
    async tapTwice(who, on, path) {
      const activity = tenant.acts.prepareClick(clickOn(tenant, who, on, path));
      await Promise.all([tenant.acts.deliver(activity), tenant.acts.deliver(activity)]);
    },
    async tapStolen(thief, owner, on, path) {
      const { name, value } = tenant.acts.prepareClick(clickOn(tenant, owner, on, path));
      const known = new Set(cards(thief).map(({ id }) => id));
      const own = { type: "invoke", name, value, replyToId: on };
      const { body } = await tenant.acts.deliver(tenant.acts.activityOf(thief, own));
      const shown = cards(thief).filter(({ id }) => !known.has(id));
      return plainly([JSON.stringify(body), ...shown.map(({ text }) => text)].join("\n"));
    },
    async submit(who, words) {
      const form = formOf(who);
      if (form === null) throw new Error(`${who} has no form in front of them.`);
      const values = valuesIn(inputsOf(form.card), words);
      const click = { userId: who, messageId: form.message ?? "", verb: form.verb, values };
      const sent = form.message === null ? tenant.acts.submitDialog({ userId: who, values }) : tenant.acts.click(click);
      const { errors } = await sent;
      return { ...wrongIn(formOf(who)?.card ?? {}), ...errors };
    },
    type: async (who, words) => void (await tenant.acts.sendMessage({ userId: who, text: words })),
    drop: async (who, name, content) =>
      void (await tenant.acts.sendMessage({ userId: who, text: "", files: [{ name, content }] })),
    async channel(name, members) {
      const ids = members.map((one) => personOf(tenant, one).id);
      tenant.setConversation({ id: idOf(name), kind: "channel", name, members: ids });
      await tenant.acts.addTo(someoneIn(name), idOf(name));
    },
    seenIn: (channel) =>
      tenant.read
        .messages(someoneIn(channel), idOf(channel))
        .filter(({ isByBot, card }) => isByBot && card !== null)
        .map(seenOf),
    async typeIn(who, channel, words) {
      await tenant.acts.sendMessage({ userId: who, conversationId: idOf(channel), text: words });
    },
    async tapIn(who, channel, on, path) {
      const card = tenant.read.message(who, on, idOf(channel))?.card ?? null;
      const click = { userId: who, messageId: on, conversationId: idOf(channel) };
      await tenant.acts.click({ ...click, ...controlOn(card, on, path) });
    },
    archive: async (channel) =>
      void (await tenant.acts.archive({ userId: someoneIn(channel), conversationId: idOf(channel) })),
    removeRelais: async (channel) => void (await tenant.acts.removeFrom(someoneIn(channel), idOf(channel))),
    trouble(kind, times) {
      const kinds = { "too-many": "429", down: "503", "takes-it-and-fails": "accept-then-500" } as const;
      const wait = kind === "too-many" ? { retryAfterSeconds: 0 } : {};
      tenant.addFault({ call: "send", kind: kinds[kind], times, ...wait });
    },
    refusals: () => tenant.read.refusals().slice(refused),
    servedAt: (served) => tenant.setRequestUrl(`${served}/api/messages`),
  };
}

function personOf(tenant: TeamsLookalike, email: string) {
  const found = tenant.read.people().find((person) => person.email === email);
  if (found === undefined) throw new Error(`Nobody here has the address ${email}.`);
  return found;
}

interface OpenForm {
  readonly title: string;
  readonly card: Json;
  /** The message it stands in; null = a dialog. */
  readonly message: string | null;
  readonly verb: string;
}

/** The dialog in front, else the newest message that is a form: typed words cannot open a dialog. */
function openForm(tenant: TeamsLookalike, who: string, before: ReadonlySet<string>): OpenForm | null {
  const dialog = tenant.read.dialog(who);
  if (dialog !== null) return { title: dialog.title, card: dialog.card, message: null, verb: "" };
  const forms = tenant.read.byBot(who).flatMap(({ id, card }): readonly OpenForm[] => {
    const found = card === null || before.has(id) ? [] : actionsOf(card);
    const verb = found.map(({ action }) => String(action["verb"])).find((one) => one.startsWith("submit."));
    return verb === undefined || card === null ? [] : [{ title: "", card, message: id, verb }];
  });
  return forms.at(-1) ?? null;
}

async function join(tenant: TeamsLookalike, { email, name, locale, is }: Member): Promise<void> {
  const key = email.split("@")[0] ?? email;
  const id = `29:${key}`;
  tenant.setPerson({
    id,
    aadObjectId: `aad-${key}`,
    name,
    email,
    locale: locale === "fr" ? "fr-FR" : "en-GB",
    ...(is === "guest" ? { isGuest: true } : {}),
    ...(is === "outsider" ? { tenantId: OTHER_TENANT } : {}),
  });
  await tenant.acts.install(id);
}

function cardsOf(tenant: TeamsLookalike, who: string): readonly Seen[] {
  return tenant.read.byBot(who).map(seenOf);
}

function seenOf({ id, card, shownText }: Message): Seen {
  return { id, text: plainly(unescaped(shownText)), controls: card === null ? [] : controlsIn(card) };
}

type Message = ReturnType<TeamsLookalike["read"]["byBot"]>[number];

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\`*_~[\]<>&])/g, "$1");
}

interface Unfolding {
  readonly title: string;
  readonly card: Json;
}

/** What unfolds: menus, and questions before something is done. */
function unfoldingsOf(value: unknown): readonly Unfolding[] {
  if (Array.isArray(value)) return value.flatMap(unfoldingsOf);
  if (!isJson(value)) return [];
  if (value["type"] === "Action.ShowCard" && isJson(value["card"])) {
    return [{ title: plainly(String(value["title"])), card: value["card"] }];
  }
  return Object.entries(value).flatMap(([name, one]) => (name === "data" ? [] : unfoldingsOf(one)));
}

function titleOf({ action }: FoundAction): string {
  return plainly(String(action["title"]));
}

function choicesOf(card: Json): readonly Json[] {
  return inputsOf(card).flatMap((input) => jsonList(input["choices"]));
}

function controlsIn(card: Json): readonly string[] {
  const buttons = actionsOf(card)
    .filter(({ taps }) => taps === 1)
    .map(titleOf);
  const entries = unfoldingsOf(card).flatMap(({ title, card: inner }) => {
    const choices = choicesOf(inner).map((choice) => plainly(String(choice["title"])));
    return [...choices, ...actionsOf(inner).map(titleOf)].map((entry) => `${title} > ${entry}`);
  });
  return [...buttons, ...entries];
}

/** A tap on what is called so: path = a button, or what unfolds and an entry of it. A question is answered with yes. */
function clickOn(tenant: TeamsLookalike, who: string, on: string, path: readonly string[]) {
  return { userId: who, messageId: on, ...controlOn(tenant.read.message(who, on)?.card ?? null, on, path) };
}

function controlOn(card: Json | null, on: string, [label = "", entry]: readonly string[]) {
  if (card === null) throw new Error(`There is no card ${on}.`);
  const all = actionsOf(card);
  const inSight = all.filter(({ taps }) => taps === 1);
  if (entry === undefined && inSight.some((found) => titleOf(found).startsWith(label))) {
    return placeOf(all, optionCalled(inSight, label, titleOf));
  }
  const { card: inner } = optionCalled(unfoldingsOf(card), label, ({ title }) => title);
  const actions = actionsOf(inner);
  const [input] = inputsOf(inner);
  if (input === undefined) {
    return placeOf(all, optionCalled(actions, entry ?? "", titleOf));
  }
  const choice = optionCalled(choicesOf(inner), entry ?? "", (one) => String(one["title"]));
  const values = { [String(input["id"])]: choice["value"] };
  return { ...placeOf(all, optionCalled(actions, "", titleOf)), values };
}

/** Which of those with the same title. */
function placeOf(all: readonly FoundAction[], { action }: FoundAction) {
  const title = String(action["title"]);
  const same = all.filter((one) => one.action["title"] === title);
  return { title, occurrence: same.findIndex((one) => one.action === action) };
}

function inputsOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(inputsOf);
  if (!isJson(value)) return [];
  const inner = Object.entries(value).flatMap(([name, one]) => (name === "data" ? [] : inputsOf(one)));
  return String(value["type"]).startsWith("Input.") ? [value] : inner;
}

/** The sentences in the colour of attention, each under its field. */
function wrongIn(card: Json): Readonly<Record<string, string>> {
  let field = "";
  const wrong: [string, string][] = [];
  for (const element of jsonList(card["body"])) {
    if (String(element["type"]).startsWith("Input.")) field = String(element["id"]);
    else if (JSON.stringify(element).includes('"attention"')) wrong.push([field, plainly(textOfCard(element))]);
  }
  return Object.fromEntries(wrong);
}

function valuesIn(inputs: readonly Json[], words: FormWords): Readonly<Record<string, string | readonly string[]>> {
  const said = Object.entries(words).map(([name, value]) => {
    const choices = jsonList(inputs.find((input) => input["id"] === name)?.["choices"]);
    const valueOf = (one: string) =>
      choices.length === 0 ? one : String(optionCalled(choices, one, (choice) => String(choice["title"]))["value"]);
    return [name, typeof value === "string" ? valueOf(value) : value.map(valueOf)] as const;
  });
  return Object.fromEntries(said);
}
