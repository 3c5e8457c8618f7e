import type { GoalPeriod } from "#domain/cash-goal.ts";
import { wholeUnits, type Money } from "#domain/money.ts";
import type { DoneInWeek, ReportWords } from "#i18n/cards/report/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

/** Above it a percentage says nothing more. */
const FAR_OFF_PERCENT = 200;
const PER: Readonly<Record<GoalPeriod, string>> = { week: "par semaine", month: "par mois" };

/** Read in a minute: no cents. */
const money = (amount: Money) => say.money(wholeUnits(amount));
const amounts = (all: readonly Money[]) => say.amounts(all.map(wholeUnits));

export const reportFr: ReportWords = {
  title: (week, scope) => `Le point de la semaine ${week}, ${scope}`,
  summary: (week, scope, collected, overdue) =>
    `Le point de la semaine ${week}, ${scope} : ${received(collected)}, ${
      overdue.length === 0 ? "rien en retard" : `${amounts(overdue)} en retard`
    }`,
  intro: (monday, friday) =>
    `Du ${say.dayNumber(monday, friday)} au ${say.day(friday, "short")} : une minute à lire, quinze pour en parler.`,
  amount: money,
  nothing: "Rien à recevoir et rien d'encaissé ici pour l'instant.",
  collected: (goal, before) =>
    ` encaissés${goal === null ? "" : ` pour ${money(goal)} visés`} (semaine ${before.week} : ${money(before.amount)}).`,
  monthGoal: (month, isOver, collected, goal, percent) =>
    `${say.capital(monthName(month))}${isOver ? " terminé" : ", à ce jour"} : ${money(collected)} encaissés pour ${money(goal)} visés (${formatPercent(percent, "fr")}).`,
  overdue: "En retard : ",
  change: (now, before) => {
    const less = wholeUnits(before).minor - wholeUnits(now).minor;
    if (less === 0n) return ", comme la semaine d'avant.";
    const by = money({ minor: less > 0n ? less : -less, currency: now.currency });
    return `, ${by} de ${less > 0n ? "moins" : "plus"}.`;
  },
  dso: "Délai d'encaissement (DSO, 90 jours) : ",
  days: (days) => say.count(days, "jour", "jours"),
  dsoChange: (now, before) => {
    if (now === before) return ", comme la semaine d'avant.";
    return `, ${Math.abs(now - before)} de ${now < before ? "moins" : "plus"}.`;
  },
  dsoTrend: (days) => `DSO des huit dernières semaines : ${days.map((one) => one ?? "–").join(", ")} jours.`,
  otherCurrencies: (n) => `et ${say.count(n, "autre devise", "autres devises")} : /balance les montre toutes.`,
  charts: {
    aged: (currency) => `Âge des montants à recevoir${currency === null ? "" : ` (${currency})`}`,
    agedSeries: "À recevoir",
    buckets: {
      notDue: "pas en retard",
      "1-30": "1 à 30 jours",
      "31-60": "31 à 60 jours",
      "61-90": "61 à 90 jours",
      "90+": "plus de 90 jours",
    },
    point: (label, said) => `${label} : ${said}`,
    overdue: (currency) => `En retard, sur huit semaines${currency === null ? "" : ` (${currency})`}`,
    week: (week) => `S${week}`,
    trend: (first, last) =>
      `De ${money(first.amount)} en semaine ${first.week} à ${money(last.amount)} en semaine ${last.week}.`,
  },
  blocked: (customers, sums) => `À débloquer ensemble : ${say.count(customers, "client", "clients")}, ${amounts(sums)}`,
  nothingBlocked: "Rien à débloquer : chaque retard suit son cours.",
  blockedItem: (amount, what, who, since, today) =>
    ` : ${money(amount)}, ${what} (${who}, depuis ${sinceDay(since, today)})`,
  moves: {
    "answer-dispute": "litige à trancher",
    call: "appel à passer",
    task: "décision à prendre",
    "read-reply": "réponse du client à lire",
    "approve-promise": "promesse à valider",
    "broken-promise": "promesse non tenue, suite à donner",
    "import-payments": "paiements à importer",
    "collect-debit": "prélèvement à présenter",
    "declare-claim": "créance à déclarer",
    nothing: "aucune suite prévue",
  },
  you: "vous",
  others: (n) => (n === 1 ? "et 1 autre" : `et ${say.number(n)} autres`),
  promised: (week, promises, sums, named) =>
    `Promis pour la semaine ${week}, ${amounts(sums)} (${say.count(promises, "paiement", "paiements")}) : ${named.join(" ; ")}.`,
  promisedItem: (customer, missing, due) => `${customer}, ${money(missing)} ${say.day(due, "weekday")}`,
  broken: (promises, sums, named) =>
    `Promis, pas encore arrivé, ${amounts(sums)} (${say.count(promises, "paiement", "paiements")}) : ${named.join(" ; ")}.`,
  brokenItem: (customer, missing, due) => `${customer}, ${money(missing)} prévus ${say.day(due, "long")}`,
  expected: (week, expected, promised) =>
    `Attendu en semaine ${week} : ${money(expected)}${
      promised.minor === 0n ? "" : `, dont ${money(promised)} promis`
    }.`,
  missed: (week, percent) => {
    if (percent === 0) return ` La semaine ${week} a tenu sa prévision.`;
    if (percent <= -100) return ` L'argent prévu pour la semaine ${week} n'est pas arrivé.`;
    if (percent > FAR_OFF_PERCENT) return ` La semaine ${week} a apporté bien plus que prévu.`;
    return ` La semaine ${week} a apporté ${formatPercent(Math.abs(percent), "fr")} de ${percent > 0 ? "plus" : "moins"} que prévu.`;
  },
  thanks: (whom, done, followed) => {
    const actions = actionsDone(done);
    const thanks = { person: "Merci", team: "Merci à l'équipe", all: "Merci à tout le monde" }[whom];
    if (followed.length === 0) return `${thanks} : ${actions}.`;
    if (actions === "") return `${thanks} : ${amounts(followed)} reçus après un appel.`;
    return `${thanks} : ${actions}, ${followedBy(done)} de ${amounts(followed)} reçus.`;
  },
  asked: (calls, minutes) =>
    `Demandé à l'équipe : ${say.count(calls, "nouvel appel", "nouveaux appels")}, environ ${say.count(minutes, "minute", "minutes")} en tout.`,
  figuresOf: (day, time, today) =>
    `Chiffres du ${say.day(day, "long")}. Situation à ${time}, ${say.day(today, "long")}, pour ce qui est à débloquer et à décider.`,
  decisions: (n) => `Décisions (${say.number(n)})`,
  see: "Voir le point",
  decide: {
    title: (n) => (n === 1 ? "1 décision attend votre avis" : `${say.number(n)} décisions attendent votre avis`),
    none: "Aucune décision n'attend votre avis ici : les autres sont entre les mains de vos collègues.",
    menu: "Répondre…",
    open: "Ouvrir",
    dispute: (customer, amount) => `${customer} conteste ${say.money(amount)}`,
    call: (customer) => `${customer} : un appel que personne n'a encore pris`,
    since: (day, today) => `depuis ${sinceDay(day, today)}`,
    back: "Revenir au point",
  },
  goals: {
    title: (scope) => `Objectifs d'encaissement, ${scope}`,
    none: "Aucun objectif n'est fixé : le point de la semaine n'en parle pas.",
    periods: { week: "Par semaine", month: "Par mois" },
    noted: (period, amount, scope) =>
      `C'est noté : ${say.money(amount)} à encaisser ${PER[period]} pour ${scope}. Le point de la semaine en tient compte.`,
    removed: (period, scope) => `C'est noté : plus d'objectif ${PER[period]} pour ${scope}.`,
    how: "Pour changer : /cash objectif 300000 mois, ou /cash objectif 75000 semaine équipe. Avec 0, il n'y en a plus.",
  },
};

function received(collected: Parameters<ReportWords["summary"]>[2]): string {
  return collected.length === 0 ? "rien d'encaissé" : `${amounts(collected)} encaissés`;
}

function monthName(day: Parameters<ReportWords["monthGoal"]>[0]): string {
  return say.day(day, "short").split(" ")[1] ?? "";
}

/** "hier", "jeudi 12 novembre" is long in a list: beyond yesterday the date alone. */
function sinceDay(day: Parameters<ReportWords["blockedItem"]>[3], today: typeof day): string {
  const near = say.near(day, today);
  return near === "hier" ? near : `le ${say.day(day, "short")}`;
}

/** "suivis" agrees with what was done: one call, promises only, or several things. */
function followedBy({ calls, promises, disputesSolved }: DoneInWeek): string {
  const feminine = calls === 0 && disputesSolved === 0 ? "e" : "";
  return `suivi${feminine}${calls + promises + disputesSolved > 1 ? "s" : ""}`;
}

function actionsDone({ calls, promises, disputesSolved }: DoneInWeek): string {
  return say.list(
    [
      calls === 0 ? "" : say.count(calls, "appel", "appels"),
      promises === 0 ? "" : say.count(promises, "promesse notée", "promesses notées"),
      disputesSolved === 0 ? "" : say.count(disputesSolved, "litige réglé", "litiges réglés"),
    ].filter((one) => one !== ""),
  );
}
