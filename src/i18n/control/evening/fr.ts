import type { EveningWords } from "#i18n/control/evening/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const eveningFr: EveningWords = {
  title: (day, today, n) => `${say.capital(say.near(day, today))}, ${say.count(n, "rappel part", "rappels partent")}`,
  text: (customers, totals, asks) =>
    `À ${say.count(customers, "client", "clients")}, pour ${say.amounts(totals)}.${
      asks === 0 ? "" : ` ${say.count(asks, "demande ira", "demandes iront")} à l'équipe.`
    }`,
  largest: "Les plus importants :",
  line: (total) => ` : ${say.money(total)}`,
  see: "Voir",
  suspend: (day, today) => {
    const near = say.near(day, today);
    return near === "demain" ? "Tout suspendre demain" : `Tout suspendre ${near}`;
  },
  confirm: (day, n) => ({
    title: "Tout suspendre ?",
    text: `${say.count(n, "rappel", "rappels")} du ${say.day(day, "long")} : rien ne part ce jour-là, et tout reprend le jour ouvré suivant.`,
    yes: "Suspendre ce jour",
    no: "Laisser partir",
  }),
  reason: "suspendus la veille",
  suspended: (day, by) =>
    `Rien ne part le ${say.day(day, "long")} : les rappels sont suspendus ce jour-là${by === null ? "" : ` par ${by}`}.`,
  nothing: (day) => `Plus aucun rappel à envoyer le ${say.day(day, "long")}.`,
  past: (day) => `L'aperçu du ${say.day(day, "long")} est passé.`,
  resume: "Laisser partir",
};
