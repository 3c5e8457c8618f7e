import { daysBetween, type Day } from "#domain/calendar.ts";
import type { ClockWords, Waiting } from "#i18n/cards/clock/messages.ts";
import { of, upTo } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

/** Days for which the name of the weekday is enough. */
const WEEKDAY_IS_ENOUGH_DAYS = 6;

/** "mardi", else "le mardi 24 novembre". */
function since(day: Day, today: Day): string {
  const ago = daysBetween(day, today);
  if (ago > WEEKDAY_IS_ENOUGH_DAYS) return `le ${say.day(day, "long")}`;
  if (ago < 2) return say.near(day, today);
  return say.day(day, "weekday").split(" ")[0] ?? "";
}

function what({ customer, totals, task }: Waiting): string {
  if (task !== null) return task;
  return totals.length === 0 ? customer : `${customer} (${say.amounts(totals)})`;
}

function callOrTask({ totals, task }: Waiting): string {
  if (task !== null) return `« ${task} »`;
  return totals.length === 0 ? "L'appel" : `L'appel (${say.amounts(totals)})`;
}

const days = (from: Day, last: Day) =>
  from === last ? `le ${say.day(from, "long")}` : `du ${say.day(from, "long")} au ${say.day(last, "long")}`;

export const clockFr: ClockWords = {
  nudge: {
    title: (n) => (n === 1 ? "Un petit mot" : `${say.number(n)} petites choses vous attendent encore`),
    one: (waiting) =>
      waiting.task === null
        ? `L'appel à ${what(waiting)} vous attend depuis ${since(waiting.since, waiting.today)}.`
        : `« ${waiting.task} » vous attend depuis ${since(waiting.since, waiting.today)}.`,
    line: (waiting) =>
      `${waiting.task === null ? what(waiting) : `« ${waiting.task} »`}, depuis ${since(waiting.since, waiting.today)}`,
    exit: "Quelques minutes suffisent ; si ce n'est pas le bon moment, un clic permet de le dire.",
    others: (n) => `${say.count(n, "décision attend", "décisions attendent")} depuis plusieurs jours`,
    heldBy: (role) => ` (${role})`,
    open: "Ouvrir…",
    openOne: "Ouvrir",
    done: "Plus rien n'attend ici, merci !",
  },
  help: {
    title: (customer) => `Un coup de main pour ${customer} ?`,
    text: (waiting, holder) =>
      `${callOrTask(waiting)} attend depuis ${since(waiting.since, waiting.today)}. ${holder} a sans doute une semaine chargée, et sait que ce message vous arrive.`,
    give: "Confier à…",
    take: "Je m'en charge",
    giveBack: "Rendre à la comptabilité",
    leave: (day, today) => `Laisser ${upTo(day, today)}`,
    open: "Voir",
    answered: (customer, by) =>
      by.you
        ? `${customer} : vous avez répondu, plus rien n'attend.`
        : by.name === null
          ? `${customer} : il y a du nouveau, plus rien n'attend.`
          : `${customer} : ${by.name} a répondu, plus rien n'attend.`,
    withdrawn: (customer) => `${customer} : plus besoin d'appeler.`,
    takenByYou: (customer) => `C'est noté, merci : ${customer} est dans vos appels.`,
    taken: (customer, holder) => `${customer} : ${holder} s'en charge.`,
    given: (customer, by, holder) =>
      by.you
        ? `${customer} : vous l'avez confié à ${holder}.`
        : by.name === null
          ? `${customer} : c'est maintenant pour ${holder}.`
          : `${customer} : ${by.name} l'a confié à ${holder}.`,
    givenBack: (customer, by) =>
      by.you
        ? `${customer} : vous l'avez rendu à la comptabilité.`
        : by.name === null
          ? `${customer} : la comptabilité prend le relais.`
          : `${customer} : rendu à la comptabilité par ${by.name}.`,
    left: (customer, by, day, today) => `${customer} : on laisse ${upTo(day, today)}${by === null ? "" : ` (${by})`}.`,
  },
  told: {
    text: (waiting, manager) =>
      `${callOrTask(waiting)} pour ${waiting.customer} attend depuis ${since(waiting.since, waiting.today)}. ${manager} est au courant et peut donner un coup de main. Si c'est déjà fait, un clic suffit à le dire.`,
    open: "Ouvrir",
    done: (customer) => `${customer} : plus rien ne vous attend, merci.`,
  },
  passed: {
    managerKnows: (manager) => `${manager} est au courant et peut donner un coup de main.`,
    withFinance: "La comptabilité s'en occupe maintenant.",
    givenBackBy: (name) => `Rendu à la comptabilité par ${name}.`,
    waited: (holder) => `${holder} n'a pas encore pu appeler : la comptabilité prend le relais.`,
    left: (by, day, today) => `On laisse ${upTo(day, today)}${by === null ? "" : ` (${by})`}.`,
  },
  absence: {
    title: (from, last) => `Absence ${days(from, last)}`,
    delegate: (name) => `${name} a vos appels et suit vos clients pendant ce temps.`,
    nobody:
      "Personne ne prend le relais : vos appels attendent votre retour, et les nouveaux vont à votre responsable si l'absence dure.",
    quiet: "Rien ne vous sera envoyé entre-temps.",
    cancel: "Annuler l'absence",
    back: "Me voilà de retour",
    over: "L'absence est terminée : le point du matin et vos appels reviennent.",
    insteadOf: (name) => `Le relais ${of(name)} est pour vous`,
    whatComes: (from, last) =>
      `${say.capital(days(from, last))}, ses appels et ses lignes du matin vous arrivent. Merci pour le coup de main !`,
    isBack: (name) => `Bon retour à ${name} : merci pour le relais.`,
    insteadOver: (name) => `Le relais ${of(name)} n'est plus d'actualité.`,
    standsIn: (name, last) => `Vous avez aussi les clients ${of(name)}, jusqu'au ${say.day(last, "long")}.`,
    meanwhile: (by, { calls, promises, disputes }) => {
      const did = [
        ...(calls === 0 ? [] : [say.countInLetters(calls, "appel passé", "appels passés")]),
        ...(promises === 0 ? [] : [say.countInLetters(promises, "paiement promis", "paiements promis")]),
        ...(disputes === 0 ? [] : [say.countInLetters(disputes, "litige noté", "litiges notés")]),
      ];
      const told = did.length === 0 ? "rien de particulier chez vos clients" : `${say.list(did)} chez vos clients`;
      return by === null
        ? `Pendant votre absence : ${told}.`
        : `Pendant votre absence, avec l'aide ${of(by)} : ${told}.`;
    },
    form: {
      title: "Votre absence",
      submit: "Enregistrer",
      from: "Premier jour",
      until: "Dernier jour",
      delegate: "Qui prend le relais ?",
      delegateHint: "Un nom ou une adresse e-mail. Sans nom, vos appels attendent.",
    },
  },
};
