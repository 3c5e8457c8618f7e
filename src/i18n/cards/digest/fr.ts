import type { Day } from "#domain/calendar.ts";
import type { StepName } from "#domain/scenario.ts";
import type { DigestWords } from "#i18n/cards/digest/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const LEAVES: Readonly<Record<StepName, (when: string) => string>> = {
  "pre-due": (when) => `Un petit mot avant la date part ${when}.`,
  first: (when) => `Un premier rappel courtois part ${when}.`,
  second: (when) => `Un deuxième rappel, un peu plus ferme, part ${when}.`,
  last: (when) => `Un dernier rappel part ${when}.`,
  call: (when) => `Un appel sera proposé ${when}.`,
  "formal-notice": (when) => `Une mise en demeure sera étudiée ${when}.`,
  decision: (when) => `La suite sera étudiée ${when}.`,
};

export const digestFr: DigestWords = {
  greeting: (name, day) => `Bonjour ${name}, voici le point du ${say.day(day, "long")}.`,
  summary: (overdue, calls) =>
    [
      overdue.length === 0 ? "Le point du matin" : `${say.amounts(overdue)} en retard`,
      calls === 0 ? "" : say.count(calls, "appel proposé", "appels proposés"),
    ]
      .filter((part) => part !== "")
      .join(", "),
  totals: (outstanding, overdue, customers) =>
    overdue.length === 0
      ? `${say.amounts(outstanding)} à recevoir chez vos clients, rien en retard.`
      : `${say.amounts(outstanding)} à recevoir chez vos clients, dont ${say.amounts(overdue)} en retard (${say.count(customers, "client", "clients")}).`,
  met: (customer, { at, timeZone, day, today }, totals, days, isAsked) =>
    `Vous voyez ${say.near(day, today)} ${customer} à ${say.time(at, timeZone)} : ${say.amounts(totals)}, jusqu'à ${say.count(days, "jour", "jours")} de retard.${
      isAsked ? " Un petit appel vous est proposé." : ""
    }`,
  metAnswered: (customer, { at, timeZone, day, today }, amounts, due) =>
    `Vous voyez ${say.near(day, today)} ${customer} à ${say.time(at, timeZone)} : ${say.amounts(amounts)}${
      due === null ? " en litige" : `, promis pour le ${say.day(due, "long")}`
    }.`,
  newlyLate: (customer, amounts, due, today) =>
    `Nouveau : ${customer}, ${say.amounts(amounts)}, attendus ${say.near(due, today)}.`,
  notComeIn: (customer, missing, due, today) =>
    `Promis, pas encore arrivé : ${customer}, ${say.money(missing)}, prévus ${say.near(due, today)}.`,
  dueToday: (customer, amount) => `Promis pour aujourd'hui : ${customer}, ${say.money(amount)}.`,
  ask: (customer, totals, days) =>
    `Un petit appel vous est proposé : ${customer}${
      totals.length === 0 ? "" : `, ${say.amounts(totals)}`
    }${days > 0 ? `, jusqu'à ${say.count(days, "jour", "jours")} de retard` : ""}.`,
  thanked: " Un mot de remerciement est parti.",
  goodNews: (customer, paid, days) =>
    `Bonne nouvelle : ${customer} a réglé ${say.amounts(paid)}, ${
      days <= 0 ? "le jour même de votre appel" : `${say.countInLetters(days, "jour", "jours")} après votre appel`
    }. Merci !`,
  leaving: (customer, total) => `${customer}, ${say.money(total)}.`,
  leaves: (step, day, today) => LEAVES[step](sayWhen(day, today)),
  more: (n) => `Et ${say.count(n, "autre client", "autres clients")} dans « Mes clients ».`,
  readReminder: "Lire un e-mail…",
  past: (day) => `Le point du ${say.day(day, "long")} n'est plus à jour : ses chiffres ont changé depuis.`,
  quiet: "Rien de neuf chez vos clients ce matin. Bonne journée !",
  dataOf: (day) =>
    `D'après la comptabilité du ${say.day(day, "long")} ; les paiements reçus depuis n'y sont pas encore.`,
  team: (outstanding, overdue) =>
    `Votre équipe : ${say.amounts(outstanding)} à recevoir${overdue.length === 0 ? ", rien en retard" : `, dont ${say.amounts(overdue)} en retard`}.`,
  teamCalls: (open, overdue) =>
    `${say.count(open, "appel proposé", "appels proposés")} dans l'équipe${overdue === 0 ? "" : `, dont ${say.number(overdue)} depuis plus de 3 jours`}.`,
  teamButton: "Mon équipe",
  finance: "À voir ce matin",
  financeLine: ({ tasks, replies, brokenPromises }) =>
    `${say.list(
      [
        tasks === 0 ? "" : say.count(tasks, "tâche", "tâches"),
        replies === 0 ? "" : say.count(replies, "réponse à lire", "réponses à lire"),
        brokenPromises === 0 ? "" : say.count(brokenPromises, "promesse non tenue", "promesses non tenues"),
      ].filter((part) => part !== ""),
    )}.`,
  companyButton: "Toute l'entreprise",
  unowned: (n) =>
    `${say.count(n, "client a des factures ouvertes et personne pour l'appeler", "clients ont des factures ouvertes et personne pour les appeler")} ; la comptabilité s'en occupe en attendant.`,
  unownedButton: "Clients à confier",
  trouble: {
    title: "Relais : quelques points à regarder",
    dead: (n) => `${say.count(n, "message n'a pas pu", "messages n'ont pas pu")} partir malgré plusieurs essais.`,
    unknown: (n) =>
      `${say.count(n, "envoi peut-être arrivé, peut-être pas", "envois peut-être arrivés, peut-être pas")} : rien n'est renvoyé sans vous.`,
    unreachable: (names, others) =>
      `Pas joignables dans la messagerie : ${say.list(others === 0 ? names : [...names, say.count(others, "autre", "autres")])}.`,
    byMail: (names, others) =>
      `Par e-mail, par choix ou faute de Slack et de Teams : ${say.list(others === 0 ? names : [...names, say.count(others, "autre", "autres")])}.`,
    stale: (seller, days) =>
      days === null
        ? `${seller} : aucune donnée reçue.`
        : `${seller} : aucune donnée reçue depuis ${say.count(days, "jour", "jours")} ; rien ne part en attendant.`,
    none: "Tout est rentré dans l'ordre.",
    doctor: "Le détail est dans la commande « doctor ».",
  },
};

function sayWhen(day: Day, today: Day): string {
  const near = say.near(day, today);
  return near === "aujourd'hui" || near === "demain" ? near : say.day(day, "weekday");
}
