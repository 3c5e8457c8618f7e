import type { ScoreWords } from "#i18n/cards/score/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const scoreFr: ScoreWords = {
  button: "Pourquoi ce score ?",
  title: (customer) => `Pourquoi ce score : ${customer}`,
  verdict: (rating, points) => `${rating}, avec ${say.count(points, "point", "points")}.`,
  scale: (watch, difficult) =>
    `Moins de ${watch} points : bon payeur. De ${watch} à ${difficult - 1} : à suivre. À partir de ${difficult} : paiements difficiles.`,
  ingredient: {
    delay: "Retard moyen",
    "late-share": "Part en retard",
    trend: "Tendance",
    "open-overdue": "En retard aujourd'hui",
    "broken-promises": "Promesses",
    "disputes-lost": "Litiges",
    "limit-used": "Limite de crédit",
  },
  clean: {
    "open-overdue": "rien en retard",
    "broken-promises": "aucune promesse non tenue",
    "disputes-lost": "aucun litige sans fondement",
  },
  beside: {
    "open-overdue": (invoices, days) =>
      `${say.count(invoices, "facture", "factures")}, jusqu'à ${say.count(days, "jour", "jours")}`,
    "limit-used": (percent) => `utilisée à ${formatPercent(percent, "fr")}`,
  },
  weight(points, max) {
    if (points === 0) return `ne compte pas (0 sur ${max})`;
    const how = points * 3 <= max ? "compte un peu" : points * 3 <= max * 2 ? "compte" : "compte beaucoup";
    return `${how} (${say.count(points, "point", "points")} sur ${max})`;
  },
  basis: (settled) =>
    `D'après ${say.count(settled, "facture réglée", "factures réglées")} et ce qui est ouvert aujourd'hui.`,
  noHistory: (settled, min) =>
    `Pas encore assez d'historique : ${say.count(settled, "facture réglée", "factures réglées")}, et un score en demande au moins ${min}.`,
  use: "Ce score aide à choisir qui appeler en premier ; il ne décide de rien à lui seul. Une erreur ? La comptabilité corrige la donnée, et le score suit.",
};
