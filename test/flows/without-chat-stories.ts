import { sql } from "drizzle-orm";
import { expect } from "vitest";

import type { ReceivedMail } from "#simulator/mailbox/mailbox.ts";
import { plainly } from "../support/flow-chat.ts";
import { person } from "../support/flow-ledger.ts";
import type { Flow } from "../support/flow-world.ts";
import { linkIn, openLink, send } from "../support/link-page.ts";
import type { Story } from "./story.ts";

/** Odile, whom no chat knows, has Garnier now; a call is asked of her on Tuesday 24 November. */
async function odileHasTheCall(flow: Flow, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const odile = person("odile", "Odile Faure", "rep", { manager_email: flow.paul.email, ...more });
  flow.ledger.people.push(odile);
  const [garnier = {}] = flow.ledger.customers;
  flow.ledger.customers[0] = { ...garnier, rep_email: odile["email"] ?? "" };
  await flow.untilTheCall();
}

/** The newest mail to Odile in which these words stand. */
function mailWith(flow: Flow, words: string): ReceivedMail {
  const mails = mailsTo(flow, flow.odile.email);
  const found = mails.findLast((mail) => plainly(`${mail.subject}\n${mail.text}`).includes(words));
  if (found === undefined)
    throw new Error(`Odile has no mail with "${words}", but: ${mails.map((mail) => mail.subject).join(" | ")}.`);
  return found;
}

function mailsTo(flow: Flow, email: string): readonly ReceivedMail[] {
  return flow.mails().filter(({ to }) => to.includes(email));
}

async function promisesOf(flow: Flow): Promise<number> {
  const [row] = await flow.db.execute<{ n: number }>(
    sql`select count(*)::int as n from promises where undone_at is null`,
  );
  return row?.n ?? 0;
}

export const withoutChatStories: readonly Story[] = [
  {
    name: "somebody whom no chat knows has the morning and the call by e-mail, promises on the page and takes it back",
    begins: "reminded",
    async run(flow) {
      await odileHasTheCall(flow);
      expect(mailsTo(flow, flow.odile.email)).toHaveLength(2);
      expect(plainly(mailWith(flow, "le point du mardi 24 novembre").text)).toContain("12 400 €");
      const call = mailWith(flow, "Un coup de fil à Garnier");
      expect(plainly(call.text)).toContain("arrive à la comptabilité");
      expect(plainly(call.text)).toContain("ni dans Slack ni dans Teams");
      expect(call.html).not.toMatch(/<img|<script|url\(/i);

      const page = await openLink(flow.url, linkIn(call));
      expect(page.text).toContain("Ce lien est celui d'Odile Faure.");
      const day = page.offers.find((label) => label.startsWith("Vendredi")) ?? "";
      const outcome = await page.press(day);
      expect(outcome.text).toContain("Garnier règle 12 400 €");
      expect(await promisesOf(flow)).toBe(1);

      const back = await outcome.press("Annuler (10 min)");
      expect(await promisesOf(flow)).toBe(0);
      expect(back.offers).toContain("Pas de réponse");
      await flow.settle();
      expect(mailsTo(flow, flow.odile.email)).toHaveLength(2);
    },
  },
  {
    name: "a mail scanner that opens every link changes nothing, and the link is as good as before",
    begins: "reminded",
    async run(flow) {
      await odileHasTheCall(flow);
      const path = linkIn(mailWith(flow, "Un coup de fil à Garnier"));
      const events = async () => (await flow.db.execute(sql`select count(*)::int as n from events`))[0];
      const before = await events();
      for (let looks = 0; looks < 4; looks += 1) await openLink(flow.url, path);
      await fetch(`${flow.url}${path}`, { method: "HEAD" });

      expect(await events()).toEqual(before);
      const page = await openLink(flow.url, path);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(page.headers.get("referrer-policy")).toBe("no-referrer");
      expect(page.headers.get("x-robots-tag")).toContain("noindex");
      expect((await page.press("Pas de réponse")).status).toBe(200);
    },
  },
  {
    name: "a link forwarded after the answer shows how things stand and answers nothing more",
    begins: "reminded",
    async run(flow) {
      await odileHasTheCall(flow);
      const path = linkIn(mailWith(flow, "Un coup de fil à Garnier"));
      const page = await openLink(flow.url, path);
      const [first, second] = page.offers.filter((label) => label.startsWith("Vendredi") || label.startsWith("Fin"));
      await page.press(first ?? "");

      const later = await openLink(flow.url, path);
      expect(later.text).toContain("Ce lien a déjà servi");
      expect(later.text).toContain("Ce lien est celui d'Odile Faure.");
      expect(later.offers).toEqual(["Recevoir un nouveau lien"]);
      const again = await page.press(second ?? first ?? "");
      expect(again.text).toContain("Ce lien a déjà servi");
      expect(await promisesOf(flow)).toBe(1);

      const asked = await later.press("Recevoir un nouveau lien");
      await later.press("Recevoir un nouveau lien");
      expect(asked.text).toContain("à l'adresse e-mail de la personne nommée ici");
      await flow.settle();
      expect(mailsTo(flow, flow.odile.email)).toHaveLength(3);
      const renewed = await openLink(flow.url, linkIn(mailWith(flow, "Garnier règle")));
      expect(renewed.offers).toContain("Annuler (10 min)");
    },
  },
  {
    name: "a link opens what its card shows: no other customer, not the home, nothing made up",
    begins: "reminded",
    async run(flow) {
      await odileHasTheCall(flow);
      const digest = linkIn(mailWith(flow, "le point du mardi 24 novembre"));
      const page = await openLink(flow.url, digest);
      expect(page.offers.filter((label) => /clients|appels/i.test(label))).toEqual([]);
      for (const action of [
        { do: "show-portfolio", scope: "all" },
        { do: "show-customer", customer: "C2" },
        { do: "give-promise", customer: "C2", due: "2026-11-27" },
        { do: "open-form", form: "settings" },
        { do: "undo", event: 1 },
      ]) {
        const answer = await send(flow.url, digest, { action: JSON.stringify(action) });
        expect(answer.text).toContain("Les choses ont changé entre-temps");
        expect(answer.text).not.toContain("Lemoine");
      }
      expect(await promisesOf(flow)).toBe(0);
      expect((await openLink(flow.url, `/links/${"x".repeat(43)}`)).status).toBe(410);
    },
  },
  {
    name: "a form is filled in on the page: what can be mended is said under its field, and the link stays good",
    begins: "reminded",
    async run(flow) {
      await odileHasTheCall(flow);
      const page = await openLink(flow.url, linkIn(mailWith(flow, "Un coup de fil à Garnier")));
      const wrong = await page.press("Autre jour…", { "v.due": "2026-11-27", "v.amount": "beaucoup" });
      expect(wrong.html).toContain('role="alert"');
      expect(wrong.html).toContain('value="beaucoup"');
      const noted = await wrong.press("Autre jour…", { "v.due": "2026-11-27", "v.amount": "5000" });
      expect(noted.text).toContain("5 000 €");

      expect(await promisesOf(flow)).toBe(1);
      await flow.settle();
    },
  },
  {
    name: "an ask that somebody else has dealt with shows what became of it",
    begins: "reminded",
    async run(flow) {
      await odileHasTheCall(flow);
      const path = linkIn(mailWith(flow, "Un coup de fil à Garnier"));
      await flow.paul.says("promesse garnier vendredi 12400");

      const page = await openLink(flow.url, path);
      expect(page.text).toContain("Garnier");
      expect(page.offers).not.toContain("Pas de réponse");
    },
  },
  {
    name: "links end after a week, and with their reader's leaving",
    begins: "reminded",
    async run(flow) {
      await odileHasTheCall(flow);
      const path = linkIn(mailWith(flow, "Un coup de fil à Garnier"));
      const page = await openLink(flow.url, path);
      await flow.db.execute(sql`update people set active = false where email = ${flow.odile.email}`);
      expect((await openLink(flow.url, path)).status).toBe(410);
      expect((await page.press("Pas de réponse")).status).toBe(410);

      await flow.db.execute(sql`update people set active = true where email = ${flow.odile.email}`);
      expect((await openLink(flow.url, path)).status).toBe(200);
      await flow.db.execute(sql`update one_time_links set expires_at = expires_at - interval '7 days'`);
      expect((await page.press("Pas de réponse")).status).toBe(410);
    },
  },
  {
    name: "in English, mail and page are in English",
    begins: "reminded",
    async run(flow) {
      await odileHasTheCall(flow, { locale: "en" });
      const call = mailWith(flow, "A quick call to Garnier");
      expect(plainly(call.text)).toContain("This e-mail comes from Relais");
      const page = await openLink(flow.url, linkIn(call));
      expect(page.html).toContain('<html lang="en">');
      expect(page.text).toContain("This link belongs to Odile Faure.");
      const noted = await page.press("No answer");
      expect(noted.text).toMatch(/noted/i);
    },
  },
  {
    name: "as soon as a chat knows the person, the mails stop",
    begins: "reminded",
    async run(flow) {
      // A chat forgets nobody between stories: this one has a person of its own.
      const rose = flow.stranger("rose@exemple.example");
      await odileHasTheCall(flow, { email: rose.email, name: "Rose Faure" });
      const mails = mailsTo(flow, rose.email).length;
      expect(mails).toBeGreaterThan(0);
      await flow.chat.join({ email: rose.email, name: "Rose Faure", locale: "fr" });
      await flow.morning("2026-11-25");

      await rose.sees("le point du mercredi 25 novembre");
      expect(mailsTo(flow, rose.email)).toHaveLength(mails);
    },
  },
  {
    name: "who chose to read by e-mail has the morning there, though a chat knows them",
    begins: "reminded",
    async run(flow) {
      await flow.claire.says("/reglages");
      await flow.claire.fills({ chat: "Par e-mail" });
      await flow.untilTheCall();

      expect(flow.claire.counts("le point du mardi 24 novembre")).toBe(0);
      const [first] = mailsTo(flow, flow.claire.email);
      expect(plainly(first?.text ?? "")).toContain("vous avez choisi de lire par e-mail");
    },
  },
];
