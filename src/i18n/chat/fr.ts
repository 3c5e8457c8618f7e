import type { ChatWords } from "#i18n/chat/messages.ts";

const ASK_FINANCE = "La comptabilité ou l'informatique peut y remédier.";

export const chatFr: ChatWords = {
  strangers: {
    unknown: `Bonjour ! Relais ne vous connaît pas encore sous cette adresse e-mail. ${ASK_FINANCE}`,
    guest: "Bonjour ! Relais ne montre rien aux comptes invités. Un compte membre de l'entreprise est nécessaire.",
    external: "Bonjour ! Relais est réservé aux personnes de l'entreprise qui l'a installé.",
    bot: "Relais ne répond qu'à des personnes.",
    deactivated: `Bonjour ! Votre accès à Relais est fermé. ${ASK_FINANCE}`,
    taken: `Bonjour ! Votre adresse e-mail est déjà liée à un autre compte. ${ASK_FINANCE}`,
  },
  somethingWrong:
    "Quelque chose n'a pas marché de notre côté. Rien n'est perdu : un nouvel essai dans un instant devrait suffire.",
  oldButton: "Ce bouton date d'une ancienne version. Le même client s'ouvre avec `/encours` et son nom.",
  helpLine:
    "Par exemple : `encours garnier`, `promesse garnier vendredi 12400`, `litige garnier`. Tout le reste est dans `aide`.",
  promiseHint:
    "Pour noter une promesse : le client, le jour et, au besoin, le montant. Par exemple : `promesse garnier vendredi 12400`.",
  disputeHint:
    "Pour noter un litige, le nom du client suffit : un petit formulaire s'ouvre. Par exemple : `litige garnier`.",
  formHere: "Un petit formulaire s'ouvre ici :",
  openForm: "Ouvrir le formulaire",
  nobodyCalled: (typed) => `Aucune personne et aucune société ne s'appelle « ${typed} » ici.`,
  severalCalled: (typed, names) => `« ${typed} » peut désigner ${names.join(", ")}. Un mot de plus suffira.`,
  noticeTitle: "Relais",
  close: "Fermer",
  backHome: "Revenir à l'accueil",
  settingsSaved: "C'est enregistré, merci !",
  amountForOne: "Un montant ne vaut que pour une facture à la fois. Sans montant, c'est tout ce qui est coché.",
  fieldMissing: "Ce champ est à compléter.",
  answeredAside: "La réponse est dans la conversation privée avec Relais.",
  cannotWriteToYou:
    "La réponse se lit en conversation privée, où Relais ne peut pas encore écrire. L'informatique peut y installer l'application.",
  nothingRecorded: "Rien n'a été noté.",
  answeredBelow: "C'est dans la conversation, juste en dessous.",
};
