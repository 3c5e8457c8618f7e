import type { WelcomeWords } from "#i18n/cards/welcome/messages.ts";
import { aboutUnits } from "#domain/money.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");
const LOST = say.money({ minor: 100_000n, currency: "EUR" });
const SALES = say.money({ minor: 1_000_000n, currency: "EUR" });

export const welcomeFr: WelcomeWords = {
  hello: {
    summary: "Bienvenue dans Relais",
    text: (name, hour) =>
      `Bonjour ${name}, bienvenue. Relais prévient quand un de vos clients tarde à payer, avec les faits et un contact. Un point les jours ouvrés à ${hour}, quelques appels proposés par semaine, et rien d'autre à ouvrir.`,
    button: "Changer l'heure",
  },
  reading: {
    summary: "Comment lire une carte",
    lines: [
      "Comment lire une carte : le client, le montant, depuis quand, qui appeler, et une phrase pour ouvrir.",
      "Deux gestes suffisent : « Paiement promis le… », puis le jour. Les rappels s'arrêtent d'eux-mêmes jusque-là, et vous avez 10 minutes pour annuler.",
      "En bas de chaque carte, « Situation à… » dit de quand datent les chiffres, et « Actualiser » les met à jour.",
      "Avant qu'un e-mail ne parte à un de vos clients, le point du matin l'annonce, avec un bouton « Attendre ».",
    ],
    button: "Les mots du métier",
  },
  cost: {
    summary: "Ce que coûte une facture en retard",
    lines: [
      `Ce que coûte une facture en retard : avec une marge de ${formatPercent(10, "fr")}, ${LOST} qui n'arrivent jamais demandent ${SALES} de ventes pour être compensés.`,
      "Et c'est souvent un détail : une signature, une adresse, une ligne à corriger. Un appel de quelqu'un que le client connaît le trouve plus vite qu'un e-mail.",
    ],
    ours: (scope, { late, soFar, perMonth }, rate) =>
      `${say.capital(scope)} : ${say.money(late)} en retard aujourd'hui. Avancer cet argent à ${formatPercent(rate, "fr")} par an a déjà coûté environ ${say.money(aboutUnits(soFar))} à l'entreprise, et coûte environ ${say.money(aboutUnits(perMonth))} par mois d'attente.`,
    nothingLate: (scope) => `${say.capital(scope)} : rien en retard aujourd'hui, donc rien à avancer.`,
    note: "C'est le prix de l'attente, et ce n'est la faute de personne. Le taux est celui que la comptabilité a choisi.",
    button: "Mes clients",
  },
};
