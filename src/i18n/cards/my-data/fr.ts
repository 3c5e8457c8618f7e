import type { MyDataWords } from "#i18n/cards/my-data/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const myDataFr: MyDataWords = {
  title: "Ce que Relais garde sur vous",
  name: "Nom",
  email: "Adresse",
  roles: "Rôle",
  manager: "Responsable",
  preferences: "Préférences",
  preferencesValue: (locale, hour) => `${locale === "fr" ? "français" : "anglais"}, point du matin à ${hour}`,
  chats: "Messagerie",
  chatNames: { slack: "Slack", teams: "Teams" },
  noChat: "aucune pour l'instant",
  keptTitle: "Ce qui est gardé",
  kept: (kept) => [
    `${say.count(kept.customers, "client suivi", "clients suivis")}, ${say.count(kept.asks, "appel ou tâche à votre nom", "appels ou tâches à votre nom")}`,
    `${say.count(kept.promises, "promesse notée", "promesses notées")}, ${say.count(kept.disputes, "litige noté", "litiges notés")}, ${say.count(kept.comments, "commentaire", "commentaires")}, soit ${say.count(kept.acts, "action datée", "actions datées")} en tout`,
    `${say.count(kept.messages, "message envoyé", "messages envoyés")} par Relais`,
    kept.calendarLinked
      ? `Votre agenda est relié : ${say.count(kept.meetings, "rendez-vous client", "rendez-vous clients")}, sans leur intitulé`
      : "Aucun agenda relié",
  ],
  sinceTitle: "Depuis quand",
  since: (day) =>
    day === null
      ? "Votre compte seulement, rien d'autre encore."
      : `La première trace date du ${say.day(day, "full")}.`,
  seenTitle: "Qui le voit",
  seen: (managers) => [
    `Vos chiffres et vos actions : vous${managers.length === 0 ? "" : `, ${say.list(managers)}`}, et la comptabilité.`,
    "Vos commentaires, promesses et litiges se lisent sur la fiche du client : l'administration des ventes, le management et la personne qui prend votre relais les voient aussi.",
    "Aucun classement, et jamais vos chiffres dans un canal.",
  ],
  lastsTitle: "Combien de temps",
  lasts: [
    "Votre compte : tant que vous travaillez ici. Après un départ, il est désactivé, et vos clients passent à votre responsable.",
    "L'historique des clients (promesses, litiges, appels) reste avec leur dossier : c'est une preuve, il n'est ni réécrit ni effacé automatiquement.",
    "Les rendez-vous lus dans un agenda : 30 jours.",
  ],
  correctTitle: "Corriger",
  correct: (finance) => [
    `Nom, adresse, rôle, clients confiés : la comptabilité${finance.length === 0 ? "" : ` (${say.list(finance)})`} corrige à la source, et Relais suit au prochain fichier. Une demande d'effacement passe par elle aussi.`,
    "Langue, heure et messagerie : /reglages. Une promesse ou un litige : sur la fiche du client.",
  ],
  button: "Mes données (JSON)",
  file: {
    name: "mes-donnees-relais",
    ready: "Voici tout ce que Relais garde sur vous, en un fichier JSON.",
    openLink: "Ouvrir mes données",
    linkHint: "Lien personnel, valable une seule fois, pendant un quart d'heure.",
  },
};
