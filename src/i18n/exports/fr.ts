import type { Day } from "#domain/calendar.ts";
import type { ExportWords } from "#i18n/exports/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const exportsFr: ExportWords = {
  sheet: "Par commercial",
  fileName: (from, to) => `relais-par-commercial-${from}-${to}`,
  columns: {
    name: "Nom",
    email: "E-mail",
    manager: "Équipe de",
    from: "Du",
    to: "Au",
    currency: "Devise",
    collected: "Encaissé",
    dso: "DSO à la fin (jours, sur 90 jours)",
    overdueRate: "Part en retard à la fin (%)",
    disputes: "Litiges en cours dans la période",
    disputesSolved: "dont résolus",
    disputesSolvedRate: "Litiges résolus (%)",
    promises: "Promesses arrivées à terme",
    promisesKept: "dont tenues",
    promisesKeptRate: "Promesses tenues (%)",
  },
  title: "Export par commercial",
  ready: (scope, from, to) => `L'export par commercial est prêt : ${scope}, ${span(from, to)}.`,
  openLink: "Télécharger le fichier",
  linkHint: "Ce lien est personnel, vaut 15 minutes et ne sert qu'une fois.",
  periodHint: "Une autre période : « cash export mois dernier », « trimestre », « année » ou « 2026-03 ».",
  page: {
    text: (scope, from, to) => `Par commercial : ${scope}, ${span(from, to)}. Un seul téléchargement avec ce lien.`,
    excel: "Excel (.xlsx)",
    csv: "CSV",
    notForYou: "Ces chiffres ne sont pas, ou ne sont plus, accessibles avec votre compte.",
  },
};

function span(from: Day, to: Day): string {
  return `du ${say.day(from, "full")} au ${say.day(to, "full")}`;
}
