import { PAID_WITHIN_DAYS, SENDS_MIN } from "#domain/effectiveness.ts";
import { commonFr } from "#i18n/common/fr.ts";
import type { EffectWords } from "#i18n/control/effect/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { LANGUAGES } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const effectFr: EffectWords = {
  title: "Ce que valent les rappels",
  intro: `Réglé : toutes les factures du rappel sont payées dans les ${PAID_WITHIN_DAYS} jours. Un rappel plus récent n'est pas encore jugé.`,
  none: "Aucun rappel n'est encore parti.",
  step: ({ step, language, template }) =>
    `${say.capital(commonFr.steps[step])} (${LANGUAGES.fr[language]}, ${
      template === null ? "texte d'origine" : `texte « ${template.name} », version ${template.version}`
    })`,
  line: ({ sent, judged, paid, paidShare, flagged }) =>
    [
      say.count(sent, "envoi", "envois"),
      paidShare === null
        ? `pas encore assez d'envois pour un taux (${say.count(judged, "jugé", "jugés")}, pour ${SENDS_MIN} au moins)`
        : `${say.count(paid, "réglé", "réglés")} sur ${say.count(judged, "jugé", "jugés")}, ${formatPercent(paidShare, "fr")}`,
      flagged === 0 ? "" : say.count(flagged, "mal reçu", "mal reçus"),
    ]
      .filter((part) => part !== "")
      .join(", "),
  flag: "Mal reçu…",
  flaggedBy: (names) => `Signalé comme mal reçu par ${say.list(names)}.`,
  form: {
    title: "Un rappel mal reçu",
    submit: "Signaler",
    comment: "Ce qu'en a dit le client",
    intro: (customer) => `Rappel envoyé à ${customer}. C'est compté, pour que les textes s'améliorent.`,
  },
};
