import { expect, test } from "vitest";

import {
  DESKTOP,
  fitsTheScreen,
  HAS_BROWSER,
  move,
  PHONE,
  picture,
  plain,
  STORY_MS_MAX,
  useDemo,
} from "./demo-page.ts";

const { get, post, withPage } = useDemo();

test(
  "the demo is driven by its control alone: digests, rights and a customer's answer",
  { timeout: STORY_MS_MAX },
  async () => {
    expect(await get("/simulator/clock")).toMatchObject({ day: "2026-11-24", time: "8:15", moving: null });
    expect(await get("/healthz")).toEqual({ ok: true });
    await post("/simulator/clock", { to: "today 8:30" });

    expect(await texts("emily", "teams")).toContain("Good morning Emily");
    expect(await texts("claire")).toContain("12 400 € sur 3 factures");
    expect(await typed("claire", "/encours", "garnier")).toContain("12 400 €");
    const guest = await typed("lea", "/encours", "garnier");
    expect(guest).not.toBe("");
    expect(guest).not.toContain("12 400");
    expect(await typed("karim", "/encours", "garnier")).not.toContain("12 400");

    const { mails } = (await get("/simulator/mail?customer=C1006")) as { mails: { id: string }[] };
    const answered = await post("/simulator/mail/reply", {
      id: mails.at(-1)?.id,
      text: "Il nous manque le bon de commande.",
    });
    expect(answered).toMatchObject({ status: 200, answer: { kind: "human" } });
    expect(await texts("claire")).toContain("Il nous manque le bon de commande.");

    expect(await get("/simulator/slack/refusals")).toEqual({ refusals: [] });
    expect((await post("/simulator/clock", { to: "yesterday" })).error).toContain("is no time");
  },
);

test.skipIf(!HAS_BROWSER)(
  "a rep reads the digest, takes a promise in two taps, reports a dispute, and learns that the promise did not come in",
  { timeout: STORY_MS_MAX },
  async () => {
    await withPage(DESKTOP, async (page) => {
      await page.getByText("Bonjour Claire, voici le point du mardi 24 novembre.").last().waitFor();
      await picture(page, "digest");

      const garnier = page.locator(".message", { hasText: "Un coup de fil à Garnier" }).last();
      await garnier.getByRole("button", { name: "Paiement promis le…" }).click();
      await picture(page, "promise-menu");
      await page.getByRole("menuitem", { name: "Vendredi 27 novembre" }).click();
      await page.getByText("Garnier règle 12 400 € le vendredi 27 novembre").last().waitFor();
      await picture(page, "promise");

      const kerleau = page.locator(".message", { hasText: "Un coup de fil à Transports Kerleau" }).last();
      await kerleau.getByRole("button", { name: "Il y a un litige" }).click();
      const form = page.locator("#form");
      await form.locator("select").selectOption("price");
      for (const box of await form.getByRole("checkbox").all()) await box.check();
      await form.locator("textarea").fill("Transport facturé en trop");
      await picture(page, "dispute-form");
      await form.locator("button[type=submit]").click();
      await page.getByText("Transports Kerleau conteste 8 640 €").last().waitFor();
      await picture(page, "dispute");

      const before = await mailsTo("C1001", "C1002");
      await move(page, "week", "mardi 1er décembre 2026, 8 h 30");
      await move(page, "digest", "mercredi 2 décembre 2026, 8 h 30");
      await page.getByText("Le paiement de Garnier n'est pas encore là : 12 400 €").last().waitFor();
      expect(await mailsTo("C1001", "C1002")).toEqual(before);
      await picture(page, "promise-not-in");

      await page.getByRole("tab", { name: "Accueil" }).click();
      await page.getByText("voici vos clients").waitFor();
      await picture(page, "home");
    });
    await withPage(PHONE, async (page) => {
      await page.getByText("Le paiement de Garnier n'est pas encore là").last().waitFor();
      await picture(page, "phone-messages");
      expect(await fitsTheScreen(page)).toBe(true);
      await page.locator("#tabbar [data-pane=mail]").click();
      await page.locator(".letter iframe").first().waitFor();
      await picture(page, "phone-mail");
      await page.locator("#tabbar [data-pane=people]").click();
      await page.getByRole("button", { name: "Emily Carter" }).click();
      await page.getByText("Good morning Emily").last().waitFor();
      await picture(page, "phone-english");
    });
    expect(await get("/simulator/slack/refusals")).toEqual({ refusals: [] });
  },
);

/** How many mails each of them has received. */
async function mailsTo(...customers: readonly string[]): Promise<readonly number[]> {
  return Promise.all(
    customers.map(
      async (code) => ((await get(`/simulator/mail?customer=${code}`)) as { mails: unknown[] }).mails.length,
    ),
  );
}

/** All that stands in somebody's conversation with Relais, with plain spaces. */
async function texts(user: string, chat = "slack"): Promise<string> {
  return (await messages(user, chat)).join("\n");
}

async function messages(user: string, chat = "slack"): Promise<readonly string[]> {
  const found = (await get(`/simulator/${chat}/messages?user=${user}`)) as { messages: unknown[] };
  return found.messages.map((message) => plain(JSON.stringify(message)));
}

/** What somebody is answered to a command, with its acknowledgement or, where that takes long, after it. */
async function typed(user: string, command: string, text: string): Promise<string> {
  const before = await messages(user);
  const fresh = async () => (await messages(user)).filter((message) => !before.includes(message)).join("\n");
  await post("/simulator/slack/command", { user, command, text });
  await expect.poll(fresh).not.toBe("");
  return fresh();
}
