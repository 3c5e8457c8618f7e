import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { person } from "../support/flow-ledger.ts";
import type { Flow } from "../support/flow-world.ts";
import type { Story } from "./story.ts";

const WEST = "equipe-ouest";
const REPORT = "Le point de la semaine";

/** Paul's team is Claire, Karim and Emma; they talk in a channel that Relais was invited to. */
async function inATeam(flow: Flow): Promise<void> {
  flow.ledger.people.push(person("emma", "Emma Clarke", "rep", { manager_email: flow.paul.email }));
  await flow.chat.join({ email: flow.emma.email, name: "Emma Clarke", locale: "fr" });
  await flow.morning("2026-11-02");
  await flow.chat.channel(WEST, team(flow));
}

function team(flow: Flow): readonly string[] {
  return [flow.paul.email, flow.claire.email, flow.karim.email, flow.emma.email];
}

/** What is typed in a channel: a command in Slack, words that mention Relais in Teams. */
function typed(flow: Flow, words: string): string {
  return flow.chat.name === "slack" ? `/${words}` : words;
}

/** Paul subscribes the channel to his team's report, every Wednesday at nine. */
async function subscribes(flow: Flow): Promise<void> {
  await inATeam(flow);
  await flow.paul.saysIn(WEST, typed(flow, "cash abonner"));
  await flow.paul.fills({ weekday: "Mercredi", hour: "9 h" });
  await flow.paul.sees("C'est noté", WEST, "chaque mercredi à 9 h", "mercredi 4 novembre");
}

export const subscriptionStories: readonly Story[] = [
  {
    name: "a channel's report lives through a holiday, a missed run and an archived channel",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      await flow.at("2026-11-04", 8, 59);
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(0);

      await flow.at("2026-11-04", 9);
      flow.inChannel(WEST).sees(REPORT, "l'équipe de Paul Henry");

      // Armistice Day is a Wednesday.
      await flow.at("2026-11-11", 12);
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(1);
      await flow.at("2026-11-12", 9);
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(2);

      // Nothing runs on the 18th: made up on Friday, once.
      await flow.at("2026-11-20", 9);
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(3);

      await flow.chat.archive(WEST);
      await flow.at("2026-11-25", 9);
      await flow.paul.sees(WEST, "s'est arrêté");
      await flow.at("2026-12-02", 9);
      expect(flow.paul.counts("s'est arrêté")).toBe(1);
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(3);
    },
  },
  {
    name: "two weeks missed are made up by the latest report only, in office hours",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      await flow.at("2026-11-21", 11);
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(0);
      await flow.morning("2026-11-23");

      expect(flow.inChannel(WEST).counts(REPORT)).toBe(1);
      flow.inChannel(WEST).sees(REPORT, "semaine 46");
    },
  },
  {
    name: "guests who appear in a channel read no report, until finance allows it",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      await flow.chat.join({ email: "lea@ailleurs.example", name: "Léa Fabre", locale: "fr", is: "guest" });
      await flow.chat.channel(WEST, [...team(flow), "lea@ailleurs.example"]);
      await flow.morning("2026-11-04");
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(0);
      await flow.paul.sees("n'a pas été publié", WEST, "invitées");

      const asked = await flow.nadia.sees("Paul Henry demande", WEST);
      const sure = flow.chat.name === "slack" ? ["Autoriser ce canal"] : ["Autoriser ce canal", "Autoriser"];
      await flow.nadia.taps(asked, ...sure);
      await flow.nadia.sees("autorisé dans", WEST);
      await flow.morning("2026-11-12");
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(1);
      const told = await flow.db.execute(sql`select data from events where kind = 'channel-guests-allowed'`);
      expect(told).toHaveLength(1);
    },
  },
  {
    name: "a channel with guests is not subscribed; Paul reads why, and finance is asked",
    begins: "live",
    async run(flow) {
      await inATeam(flow);
      await flow.chat.join({ email: "lea@ailleurs.example", name: "Léa Fabre", locale: "fr", is: "guest" });
      await flow.chat.channel(WEST, [...team(flow), "lea@ailleurs.example"]);
      await flow.paul.saysIn(WEST, typed(flow, "cash abonner"));
      await flow.paul.fills({ weekday: "Mercredi", hour: "9 h" });
      await flow.paul.sees("lu par des personnes extérieures ou invitées");
      await flow.nadia.sees("Paul Henry demande le point de la semaine");
      await flow.morning("2026-11-04");

      expect(flow.inChannel(WEST).counts(REPORT)).toBe(0);
      expect(await flow.db.execute(sql`select 1 from subscriptions`)).toEqual([]);
    },
  },
  {
    name: "fewer than three sales people have no figures in a channel; neither have reps a say",
    begins: "live",
    async run(flow) {
      await flow.morning("2026-11-02");
      await flow.chat.channel(WEST, [flow.paul.email, flow.claire.email, flow.karim.email]);

      expect(await flow.paul.saysIn(WEST, typed(flow, "cash abonner"))).toContain("3 personnes au moins");
      expect(await flow.paul.saysIn(WEST, typed(flow, "cash abonner commercial Claire"))).toContain("3 personnes");
      expect(await flow.claire.saysIn(WEST, typed(flow, "cash abonner"))).toContain("pas dans votre périmètre");
      expect(await flow.luc.says("cash abonner")).toContain("pas dans votre périmètre");
    },
  },
  {
    name: "a team that shrinks gets no report, and its manager reads why",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      flow.ledger.people.pop();
      flow.ledger.people.push(
        person("emma", "Emma Clarke", "rep", { manager_email: flow.paul.email, active: "false" }),
      );
      await flow.morning("2026-11-04");

      expect(flow.inChannel(WEST).counts(REPORT)).toBe(0);
      await flow.paul.sees("n'a pas été publié", "une ou deux personnes");
    },
  },
  {
    name: "its owner leaves: the report goes on, and finance looks after it",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      const at = flow.ledger.people.findIndex(({ name }) => name === "Paul Henry");
      flow.ledger.people[at] = person("paul", "Paul Henry", "manager", { active: "false" });
      await flow.morning("2026-11-04");
      await flow.nadia.sees("a quitté l'entreprise", WEST);
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(1);

      await flow.chat.removeRelais(WEST);
      await flow.morning("2026-11-12");
      await flow.nadia.sees(WEST, "s'est arrêté");
      expect(flow.paul.counts("s'est arrêté")).toBe(0);
    },
  },
  {
    name: "from a private chat: the channel is chosen, the subscription is listed and changed",
    begins: "live",
    async run(flow) {
      await inATeam(flow);
      const offer = await flow.paul.says("cash abonner");
      if (flow.chat.name === "slack") await flow.paul.taps(await flow.paul.sees(offer.split("\n")[0] ?? ""), "Ouvrir");
      expect(flow.paul.form().fields).toEqual(["channel", "scope", "weekday", "hour", "zone", "locale"]);
      const channel = flow.chat.name === "slack" ? `#${WEST}` : WEST;
      await flow.paul.fills({ channel, scope: "Votre équipe", weekday: "Jeudi", hour: "8 h 30" });
      await flow.paul.sees("chaque jeudi à 8 h 30", "jeudi 5 novembre");

      expect(await flow.paul.says("cash abonnements")).toContain("chaque jeudi à 8 h 30");
      const list = await flow.paul.sees("Le point de la semaine dans les canaux");
      await flow.paul.taps(list, "Gérer…", "Changer");
      expect(flow.paul.form().fields).toEqual(["weekday", "hour", "zone", "locale"]);
      await flow.paul.fills({ weekday: "Vendredi", locale: "English" });
      await flow.at("2026-11-05", 9);
      expect(flow.inChannel(WEST).counts("")).toBe(0);
      await flow.at("2026-11-06", 9);
      flow.inChannel(WEST).sees("week", "Paul Henry");
    },
  },
  {
    name: "finance stops a channel's report: its owner reads so, and nothing more is posted",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      await flow.nadia.says("cash abonnements");
      await flow.nadia.taps(await flow.nadia.sees("Le point de la semaine dans les canaux"), "Gérer…", "Arrêter");
      await flow.paul.sees(WEST, "est arrêté");
      await flow.at("2026-11-04", 9);
      expect(flow.inChannel(WEST).counts("")).toBe(0);
    },
  },
  {
    name: "a tap on a channel's report is answered to whoever tapped, by their own rights; the report stays",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      await flow.chat.channel(WEST, [...team(flow), flow.nadia.email]);
      await flow.claire.says("promesse garnier 18/12");
      await flow.morning("2026-11-04");
      const report = flow.inChannel(WEST).sees(REPORT);
      expect(report.controls).toEqual(["Décisions (1)"]);

      await flow.nadia.tapsIn(WEST, report, "Décisions (1)");
      await flow.nadia.sees("1 décision attend votre avis", "Garnier");
      expect(await flow.claire.tapsIn(WEST, report, "Décisions (1)")).not.toContain("Garnier");
      expect(flow.claire.counts("1 décision attend votre avis")).toBe(0);
      expect(flow.inChannel(WEST).sees(REPORT).text).toBe(report.text);
      expect(flow.inChannel(WEST).counts("")).toBe(1);

      const decision = await flow.nadia.sees("1 décision attend votre avis");
      await flow.nadia.taps(decision, "Répondre…", "D'accord");
      await flow.at("2026-11-04", 9, 10);
      expect(flow.inChannel(WEST).sees(REPORT).controls).toEqual([]);
      expect(flow.inChannel(WEST).counts("")).toBe(1);
    },
  },
  {
    name: "a guest who taps a channel's report learns nothing; words that mention Relais are answered to one person",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      await flow.claire.says("promesse garnier 18/12");
      await flow.morning("2026-11-04");
      const lea = flow.stranger("lea@ailleurs.example");
      await flow.chat.join({ email: lea.email, name: "Léa Fabre", locale: "fr", is: "guest" });
      await flow.chat.channel(WEST, [...team(flow), lea.email]);
      const report = flow.inChannel(WEST).sees(REPORT);

      expect(await lea.tapsIn(WEST, report, "Décisions (1)")).toContain("comptes invités");
      expect(lea.reads()).not.toContain("Garnier");
      await flow.claire.saysIn(WEST, "encours garnier");
      await flow.claire.sees("Garnier", "12 400 €");
      expect(flow.inChannel(WEST).counts("12 400 €", "Sonia")).toBe(0);
    },
  },
  {
    name: "the chat does not say whether a report arrived: it is not posted twice, and its owner can see to it",
    begins: "live",
    async run(flow) {
      await subscribes(flow);
      flow.chat.trouble("takes-it-and-fails", 1);
      await flow.morning("2026-11-04");
      await flow.waitsForAnotherTry();
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(1);
      const doubt = await flow.paul.sees("n'a pas dit", WEST);

      await flow.paul.taps(doubt, "Publier de nouveau");
      await flow.settle();
      expect(flow.inChannel(WEST).counts(REPORT)).toBe(2);
    },
  },
];
