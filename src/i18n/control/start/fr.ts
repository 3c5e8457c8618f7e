import { commonFr } from "#i18n/common/fr.ts";
import type { StartWords } from "#i18n/control/start/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const startFr: StartWords = {
  title: "Mise en service",
  intro: (sellers) =>
    `Pour ${say.list(sellers)}, rien ne part encore. Si c'est aujourd'hui, les retards entrent ainsi :`,
  level: (step, invoices) => `${say.capital(commonFr.steps[step])} : ${commonFr.invoices(invoices)}`,
  noneLate: "Aucun retard : tout commence par le début.",
  preview: "Voir l'aperçu",
  confirm: {
    title: "Mettre en service ?",
    text: "Les rappels partent aux clients, les appels sont proposés aux collègues. Personne n'entre plus haut que le deuxième rappel.",
    yes: "Mettre en service",
    no: "Pas encore",
  },
  start: "Mettre en service",
  live: "Tout est en service : les rappels partent.",
};
