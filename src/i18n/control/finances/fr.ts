import { daysBetween } from "#domain/calendar.ts";
import type { FinanceSubject } from "#domain/finance-list.ts";
import type { FinancesWords } from "#i18n/control/finances/messages.ts";
import { RECIPIENTS_FR } from "#i18n/scenarios/findings-fr.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const WHAT: Readonly<Record<FinanceSubject["is"], string>> = {
  task: "une tâche",
  call: "un appel à passer",
  "given-back": "un appel rendu à la comptabilité",
  "taken-up": "un appel repris par la comptabilité",
  reply: "une réponse à lire",
  bounce: "une adresse refusée",
  unallocated: "un paiement à affecter",
  forgotten: "des factures que personne ne suit",
  "missing-contact": "un contact à trouver",
};

const COUNTED: Readonly<Record<FinanceSubject["is"], readonly [one: string, other: string]>> = {
  task: ["tâche", "tâches"],
  call: ["appel", "appels"],
  "given-back": ["appel rendu", "appels rendus"],
  "taken-up": ["appel repris", "appels repris"],
  reply: ["réponse à lire", "réponses à lire"],
  bounce: ["adresse refusée", "adresses refusées"],
  unallocated: ["paiement à affecter", "paiements à affecter"],
  forgotten: ["client oublié", "clients oubliés"],
  "missing-contact": ["contact à trouver", "contacts à trouver"],
};

export const financesFr: FinancesWords = {
  title: (n) => (n === 0 ? "Rien n'attend ce matin. Bonne journée !" : `À voir : ${say.count(n, "point", "points")}`),
  line: (subject, customer) => (customer === null ? say.capital(WHAT[subject]) : `${customer} : ${WHAT[subject]}`),
  missingContact: (customer, roles) =>
    `${customer} : contact à trouver (${say.list(roles.map((role) => RECIPIENTS_FR[role]))})`,
  details: (money, since, today, late) => {
    const days = daysBetween(since, today);
    const parts = [
      money.length === 0 ? "" : say.amounts(money),
      days <= 0 ? "depuis aujourd'hui" : days === 1 ? "depuis hier" : `depuis ${say.number(days)} jours`,
      late ? "attend depuis plus de 2 jours ouvrés" : "",
    ];
    return `, ${parts.filter((part) => part !== "").join(", ")}`;
  },
  rest: (counts) => `Ensuite : ${say.list([...counts].map(([is, n]) => say.count(n, ...COUNTED[is])))}.`,
  open: "Ouvrir",
  see: "Voir",
  stops: (pauses, customers) =>
    `Rappels suspendus : ${say.list(
      [
        pauses === 0 ? "" : say.count(pauses, "suspension", "suspensions"),
        customers === 0 ? "" : `${say.count(customers, "pause", "pauses")} chez des clients`,
      ].filter((part) => part !== ""),
    )}.`,
  forgotten: (n) =>
    n === 0
      ? "Factures oubliées : aucune. Chaque retard a une suite prévue ou une raison."
      : `Factures oubliées : chez ${say.count(n, "client", "clients")}.`,
  all: (n) => `Toute la liste (${say.number(n)})`,
};
