import type { PortfolioOf, PortfolioWords } from "#i18n/cards/portfolio/messages.ts";
import { of } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const portfolioFr: PortfolioWords = {
  title: (whose) => say.capital(name(whose)),
  summary: (outstanding, overdue) =>
    overdue.length === 0
      ? `${say.amounts(outstanding)} à recevoir, rien en retard`
      : `${say.amounts(outstanding)} à recevoir, dont ${say.amounts(overdue)} en retard`,
  empty: (whose) =>
    whose.is === "mine"
      ? "Aucun client ne vous est confié pour l'instant. Si c'est un oubli, la comptabilité peut y remédier."
      : "Rien à recevoir ici pour l'instant.",
  allOnTime: "Rien en retard : tout le monde est à jour. Bravo !",
  outstanding: "À recevoir",
  overdue: "En retard",
  notDue: "Pas encore attendu",
  disputed: "Contesté",
  promised: "Promis",
  credit: "Avoirs et paiements à affecter",
  buckets: { "1-30": "1 à 30 jours", "31-60": "31 à 60 jours", "61-90": "61 à 90 jours", "90+": "plus de 90 jours" },
  aged: "Âge des retards",
  late: (customers) => `En retard : ${say.count(customers, "client", "clients")}`,
  line: (overdue, days) => `${say.money(overdue)}, ${say.count(days, "jour", "jours")} de retard`,
  promisedPart: (amount) => `${say.money(amount)} promis`,
  disputedPart: (amount) => `${say.money(amount)} contestés`,
  held: "rappels en pause",
  others: (n, overdue) => `et ${say.count(n, "autre client", "autres clients")} pour ${say.amounts(overdue)}`,
  office: {
    homeTitle: (first) => `Bonjour ${first}, voici ce qui vous attend`,
    count: (n) =>
      n === 0 ? "Rien ne vous attend pour l'instant." : say.count(n, "point vous attend", "points vous attendent"),
    customers:
      "Votre rôle n'a pas de clients attitrés. Pour la fiche d'un client, son nom suffit : « /encours garnier ».",
    noCustomers: "Les comptes des clients ne font pas partie de votre rôle.",
  },
  homeTitle: (first) => `Bonjour ${first}, voici vos clients`,
  homeCalls: (n) => `${say.count(n, "appel vous est proposé", "appels vous sont proposés")}.`,
  homeNoCalls: "Aucun appel ne vous attend.",
  scopes: {
    label: "Voir…",
    mine: "Mes clients",
    team: "Mon équipe",
    all: "Toute l'entreprise",
    unowned: "Clients à confier",
  },
  settings: "Réglages",
  help: "Aide",
};

function name(whose: PortfolioOf): string {
  switch (whose.is) {
    case "mine":
      return "vos clients";
    case "team":
      return "votre équipe";
    case "all":
      return "toute l'entreprise";
    case "rep":
      return `les clients ${of(whose.name)}`;
    case "seller":
      return `les clients ${of(whose.name)}`;
    case "unowned":
      return "les clients que personne ne suit";
  }
}
