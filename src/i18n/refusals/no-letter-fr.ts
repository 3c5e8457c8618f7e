import { rateText } from "#domain/late-rates.ts";
import type { NoLetterWords } from "#i18n/refusals/no-letter.ts";

export const NO_LETTER_FR: NoLetterWords = {
  consumer: () => "Ce client est un particulier : ni pénalités ni indemnité, donc pas de mise en demeure de ce modèle.",
  intercompany: () => "C'est une société du groupe : cela se règle entre comptabilités, sans mise en demeure.",
  foreign: () => "Ce client est à l'étranger : la lettre de droit français ne s'y applique pas.",
  public: () =>
    "C'est un acheteur public : il a ses propres règles (mandatement, intérêts moratoires), pas cette lettre.",
  insolvency: () =>
    "Une procédure collective est ouverte : ces dettes sont gelées. La créance se déclare, elle ne se réclame plus.",
  "rate-missing": ({ halfYear }) =>
    `Le taux du semestre ${halfYear} n'est pas encore connu ici : il s'ajoute avec « relais rates add », rien n'est estimé.`,
  "rate-under-floor": ({ halfYear, rate, floor }) =>
    `Le taux contractuel (${percent(rate)}) est sous le minimum légal du semestre ${halfYear} (${percent(floor)}) : il est à corriger dans la fiche de la société.`,
  "other-currency": () => "Ces factures ne sont pas en euros : cette lettre est prévue pour l'euro.",
  paid: () => "Tout est payé : il n'y a plus de lettre à envoyer.",
  disputed: () => "Ce qui reste est contesté : la réponse au litige passe d'abord.",
  promised: () => "Un paiement est promis : la lettre attend cette date.",
  held: () => "Une pause est en cours pour ce client ou cette facture.",
  "reply-waiting": () => "Le client a écrit : sa réponse est à lire avant toute lettre.",
  "notified-factor": () => "Ces factures sont cédées à un factor notifié : c'est à lui d'écrire.",
  "not-late": () => "Rien n'est en retard à ce jour.",
  "seller-siren": () => "Le SIREN de notre société manque : il s'ajoute dans sellers.csv (colonne siren).",
  "seller-address": () =>
    "L'adresse de notre société manque : elle s'ajoute dans sellers.csv (colonnes address, postal_code, city).",
  "customer-siren": () => "Le SIREN du client manque : il s'ajoute dans customers.csv (colonne siren).",
  "customer-address": () =>
    "L'adresse du client manque : elle s'ajoute dans customers.csv (colonnes address, postal_code, city).",
};

function percent(rate: number): string {
  return `${rateText(rate).replace(".", ",")} %`;
}
