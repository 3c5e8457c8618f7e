import type { Page } from "playwright-core";
import { expect, test } from "vitest";

import {
  DESKTOP,
  fitsTheScreen,
  HAS_BROWSER,
  move,
  PHONE,
  SMALL_PHONE,
  picture,
  plain,
  STORY_MS_MAX,
  useDemo,
} from "./demo-page.ts";

const { get, post, withPage } = useDemo();

test(
  "the Teams side is driven by its control alone: whoever chose Teams reads there, typed words work in both, guests get nothing",
  { timeout: STORY_MS_MAX },
  async () => {
    expect(await get("/simulator/chats")).toMatchObject({
      chats: {
        "claire.morel@atelier-vasseur.example": "slack",
        "thomas.weber@atelier-vasseur.example": "teams",
      },
    });
    expect(await shownTo("claire")).toContain("Bonjour Claire, voici vos clients");
    await post("/simulator/teams/say", { user: "claire", text: "encours Garnier" });
    expect(await shownTo("claire")).toContain("12 400 €");
    await post("/simulator/teams/say", { user: "lea", text: "encours Garnier" });
    expect(await shownTo("lea")).toContain("comptes invités");
    expect(await shownTo("lea")).not.toContain("12 400");
    expect((await post("/simulator/chats", { user: "lea", chat: "teams" })).error).toContain("nobody of the company");
  },
);

test.skipIf(!HAS_BROWSER)(
  "in Teams a rep reads the digest, takes a promise in two taps and reports a dispute, and the cards are replaced",
  { timeout: STORY_MS_MAX },
  async () => {
    await withPage(DESKTOP, async (page) => {
      await page.getByRole("button", { name: "Teams", exact: true }).click();
      await page.getByRole("button", { name: "Les recevoir dans Teams" }).click();
      await page.locator("#other-chat").waitFor({ state: "hidden" });
      await move(page, "digest", "mardi 24 novembre 2026, 8 h 30");
      await page.getByText("Bonjour Claire, voici le point du mardi 24 novembre.").last().waitFor();
      await picture(page, "teams-digest");

      const garnier = cardOf(page, "Un coup de fil à Garnier");
      await garnier.getByRole("button", { name: "Paiement promis le…" }).click();
      await picture(page, "teams-promise-menu");
      await garnier.getByRole("button", { name: "Vendredi 27 novembre" }).click();
      await page.getByText("Garnier règle 12 400 € le vendredi 27 novembre").last().waitFor();
      await cardOf(page, "Un coup de fil à Garnier").waitFor({ state: "detached" });
      await picture(page, "teams-promise");

      const kerleau = cardOf(page, "Un coup de fil à Transports Kerleau");
      await kerleau.getByRole("button", { name: "Il y a un litige" }).click();
      const dialog = page.locator("#teams-form");
      await dialog.locator("select").selectOption("price");
      for (const box of await dialog.getByRole("checkbox").all()) await box.check();
      await dialog.locator("textarea").fill("Transport facturé en trop");
      await picture(page, "teams-dispute-form");
      await dialog.locator(".style-positive").click();
      await page.getByText("Transports Kerleau conteste 8 640 €").last().waitFor();
      await cardOf(page, "Un coup de fil à Transports Kerleau").waitFor({ state: "detached" });
      await picture(page, "teams-dispute");

      await page.locator("#line").fill("encours Texto");
      await page.locator("#line").press("Enter");
      await page.locator(".own", { hasText: "encours Texto" }).waitFor();
      await page.locator(".teams-message:not(.own)", { hasText: "Texto" }).last().waitFor();
      await picture(page, "teams-typed");
    });
    await withPage(PHONE, async (page) => {
      await page.getByText("Transports Kerleau conteste 8 640 €").last().waitFor();
      await picture(page, "teams-phone");
      expect(await fitsTheScreen(page)).toBe(true);
      await page.locator("#tabbar [data-pane=people]").click();
      await page.getByRole("button", { name: "Emily Carter" }).click();
      await page.getByText("Good morning Emily").last().waitFor();
      await picture(page, "teams-phone-english");
      expect(await fitsTheScreen(page)).toBe(true);
      await page.setViewportSize(SMALL_PHONE);
      expect(await fitsTheScreen(page)).toBe(true);
    });
    expect(await get("/simulator/teams/refusals")).toEqual({ refusals: [] });
  },
);

function cardOf(page: Page, text: string) {
  return page.locator(".teams-message", { hasText: text }).last();
}

/** All that a person reads in their chat with Relais in Teams, with plain spaces. */
async function shownTo(user: string): Promise<string> {
  const { messages } = (await get(`/simulator/teams/messages?user=${user}`)) as { messages: { shownText: string }[] };
  return plain(messages.map(({ shownText }) => shownText).join("\n"));
}
