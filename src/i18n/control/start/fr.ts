import { commonFr } from "#i18n/common/fr.ts";
import type { StartWords } from "#i18n/control/start/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const startFr: StartWords = {
  title: "Mise en service",
  intro: (sellers) =>
    `Pour ${say.list(sellers)}, rien ne part encore. Avec une mise en service aujourd'hui, les retards commencent ainsi :`,
  level: (step, invoices) => `${say.capital(commonFr.steps[step])} : ${commonFr.invoices(invoices)}`,
  noneLate: "Aucun retard : chaque facture commencera par la première étape.",
  preview: "Voir l'aperçu",
  confirm: {
    title: "Mettre en service ?",
    text: "Les rappels partent aux clients, les appels sont proposés aux collègues. Aucune facture ne commence au-delà du deuxième rappel.",
    yes: "Mettre en service",
    no: "Pas encore",
  },
  start: "Mettre en service",
  live: "Tout est en service : les rappels partent.",
};
