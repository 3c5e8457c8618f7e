import type { BalanceWords, DsoWords, FiguresOf, FigureWords } from "#i18n/cards/figures/messages.ts";
import { formatNumber, formatPercent } from "#i18n/format.ts";
import { of } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const dso: DsoWords = {
  title: (scope) => `Délai d'encaissement, ${scope}`,
  nothing: "Ni ventes ni factures à recevoir ici pour l'instant : il n'y a pas de délai à calculer.",
  headline: (days, currency) =>
    `${say.count(Math.round(days), "jour de ventes reste", "jours de ventes restent")} à encaisser${inCurrency(currency)}`,
  change: (days, before) => {
    if (before === null) return ".";
    const less = Math.round(before) - Math.round(days);
    if (less === 0) return ", comme il y a 30 jours.";
    return `, ${Math.abs(less)} de ${less > 0 ? "moins" : "plus"} qu'il y a 30 jours.`;
  },
  summary: (scope, days) => (days === null ? dso.title(scope) : `${dso.title(scope)} : ${whole(days)}`),
  noSales: (currency) => `Pas de ventes sur la période${inCurrency(currency)} : le délai ne se calcule pas.`,
  window: (first, last) => `Sur 90 jours, du ${say.day(first, "full")} au ${say.day(last, "full")}, TTC.`,
  labels: {
    bestPossible: "Le meilleur possible",
    delinquent: "Dû aux retards",
    countback: "Par épuisement des ventes",
    overdueRate: "Part en retard",
    cei: "Encaissé ce mois, sur ce qui pouvait l'être",
    collected: "Encaissé en 90 jours",
    promisesKept: "Promesses tenues",
    disputeTime: "Durée d'un litige",
  },
  explanationsTitle: "Comment lire ces chiffres",
  explanations: {
    simple:
      "Le délai d'encaissement (DSO) : ce qui reste à recevoir, divisé par les ventes, fois 90 jours. Plus il baisse, mieux c'est.",
    bestPossible: "Le meilleur possible : le même délai si plus personne n'était en retard.",
    delinquent: "Dû aux retards : la différence entre les deux, là où un appel peut changer les choses.",
    countback: "Par épuisement : on remonte mois par mois, jusqu'à retrouver les ventes qui restent à recevoir.",
    overdueRate: "Part en retard : ce dont la date est passée, sur tout ce qui est à recevoir.",
    cei: "Encaissé ce mois (CEI) : 100 % veut dire que tout ce qui était attendu est arrivé.",
    collected: "Encaissé : les paiements reçus, moins ceux qui ont été rejetés ; un avoir n'est pas un encaissement.",
    promisesKept: "Promesses tenues : payées au plus tard deux jours ouvrés après la date annoncée.",
    disputeTime: "Durée d'un litige : de son ouverture à sa fin, en jours calendaires.",
  },
  days: (days) => `${formatNumber(days, "fr")} ${days < 2 ? "jour" : "jours"}`,
  percent: (percent) => formatPercent(percent, "fr"),
  beyond: (days) => `plus de ${whole(days)}, faute de ventes plus anciennes`,
  kept: (inNumber, inAmount, judged, rescheduled) =>
    `${formatPercent(inNumber, "fr")} de ${say.count(judged, "promesse", "promesses")}, ${formatPercent(inAmount, "fr")} du montant${
      rescheduled === 0 ? "" : ` ; ${say.count(rescheduled, "reportée, comptée", "reportées, comptées")} à part`
    }`,
  dispute: (median, mean, closed) =>
    `la moitié en ${dso.days(median)} au plus, ${dso.days(mean)} en moyenne (${say.count(closed, "litige clos", "litiges clos")})`,
};

const balance: BalanceWords = {
  title: (scope) => `Balance âgée, ${scope}`,
  summary: (outstanding, overdue) =>
    overdue.length === 0
      ? `${say.amounts(outstanding)} à recevoir, rien en retard`
      : `${say.amounts(outstanding)} à recevoir, dont ${say.amounts(overdue)} en retard`,
  nothing: "Rien à recevoir ici pour l'instant.",
  outstanding: "À recevoir",
  overdue: "En retard",
  ofOutstanding: (amount, percent) => `${say.money(amount)} (${formatPercent(percent, "fr")})`,
  disputed: "Contesté",
  promised: "Promis",
  chaseable: "À rappeler",
  unallocated: "Avoirs et paiements à affecter",
  balance: "Solde des comptes",
  explanation:
    "Le retard se compte à partir du lendemain de la date de paiement prévue. À rappeler : en retard, ni contesté, ni promis, ni en pause. Le solde tient compte des avoirs et des paiements à affecter.",
};

export const figuresFr: FigureWords = {
  scope: scopeName,
  dso,
  balance,
  openDso: "Délai d'encaissement",
  openBalance: "Balance âgée",
  openCustomers: "Voir les clients",
};

function scopeName(whose: FiguresOf): string {
  switch (whose.is) {
    case "company":
      return "toute l'entreprise";
    case "mine":
      return "vos clients";
    case "my-team":
      return "votre équipe";
    case "team":
      return `l'équipe ${of(whose.name)}`;
    case "person":
      return `les clients ${of(whose.name)}`;
    case "seller":
      return whose.name;
  }
}

function whole(days: number): string {
  return say.count(Math.round(days), "jour", "jours");
}

function inCurrency(currency: string | null): string {
  return currency === null ? "" : ` (${currency})`;
}
