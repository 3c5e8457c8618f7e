import type { ScriptMoment, ScriptTexts, SixReplies } from "#i18n/cards/calls/script.ts";

const NOT_RECEIVED = [
  "« Je n'ai pas reçu la facture. »",
  "« Je vous la renvoie tout de suite. À quelle adresse ? »",
] as const;
const PAID = [
  "« C'est déjà payé. »",
  "« Merci ! À quelle date et depuis quelle banque, pour que notre comptabilité retrouve le virement ? »",
] as const;
const SIGNATURE = [
  "« La facture attend une signature. »",
  "« Qui signe, et quel jour ? Je rappelle juste après. »",
] as const;
const MISTAKE = [
  "« Il y a une erreur sur la facture. »",
  "« Sur quelle ligne, et pour combien ? On vérifie, et le reste peut partir. »",
] as const;
const NOT_ME = [
  "« Ce n'est pas moi qui paie. »",
  "« Qui s'en occupe, et comment puis-je joindre cette personne ? »",
] as const;

/** The same six as ever, but for what one answers when money is short. */
function replies(shortOfCash: string): SixReplies {
  return [NOT_RECEIVED, PAID, SIGNATURE, ["« La trésorerie est serrée. »", shortOfCash], MISTAKE, NOT_ME];
}

export const SCRIPT_FR: Readonly<Record<ScriptMoment, ScriptTexts>> = {
  upcoming: {
    opening: "je voulais m'assurer que tout est en ordre pour notre prochaine facture.",
    questions: [
      "La facture est-elle bien arrivée chez vous ?",
      "Est-elle validée, ou manque-t-il une signature, un numéro de commande ?",
      "Le paiement est-il prévu pour la date indiquée ?",
    ],
    close: "« Parfait, tout est prêt alors. Merci, et bonne journée ! »",
    replies: replies(
      "« Merci de le dire tôt : quelle date serait sûre ? Un paiement en deux fois est possible aussi. »",
    ),
  },
  late: {
    opening: "vous manque-t-il quelque chose pour régler nos factures ?",
    questions: [
      "Les factures sont-elles bien arrivées, et validées chez vous ?",
      "Y a-t-il quelque chose à corriger de notre côté ?",
      "Quel jour le paiement part-il, et pour quel montant ?",
    ],
    close: "« Je note donc ce montant pour ce jour-là. Merci, et bonne journée ! »",
    replies: replies("« Quelle date est sûre ? Une partie maintenant et le reste ensuite, c'est possible aussi. »"),
  },
  last: {
    opening: "où en êtes-vous avec nos factures ? Je préfère vous le demander de vive voix.",
    questions: [
      "Qu'est-ce qui retient le paiement aujourd'hui ?",
      "Qui décide chez vous, et puis-je lui parler avec vous ?",
      "Quelle date est certaine, et quel montant peut partir cette semaine ?",
    ],
    close: "« Je note ce montant et cette date, et je vous confirme par écrit. Merci pour votre franchise. »",
    replies: replies(
      "« Un premier paiement cette semaine aiderait beaucoup. Quel montant, et quelles dates pour la suite ? »",
    ),
  },
  "before-letter": {
    opening: "j'aimerais trouver avec vous une solution pour nos factures avant d'aller plus loin.",
    questions: [
      "Y a-t-il un désaccord que nous n'avons pas compris ?",
      "Un échéancier écrit vous permettrait-il de tout régler ?",
      "Quel premier paiement peut partir dans les huit jours ?",
    ],
    close: "« Je transmets cette proposition à notre comptabilité aujourd'hui. Elle revient vers vous par écrit. »",
    replies: replies("« Proposez-moi des dates et des montants : je les transmets aujourd'hui à notre comptabilité. »"),
  },
  broken: {
    opening: "qu'est-ce qui coince de votre côté ?",
    questions: [
      "Le paiement est-il parti depuis, même en partie ?",
      "Qu'est-ce qui a changé depuis notre dernier échange ?",
      "Quelle nouvelle date est certaine, et pour quel montant ?",
    ],
    close: "« Je note cette nouvelle date. Si elle bouge, un petit message de votre part suffit. »",
    replies: replies("« Ça arrive. Quel montant est sûr dès maintenant, et quelle date pour le reste ? »"),
  },
};
