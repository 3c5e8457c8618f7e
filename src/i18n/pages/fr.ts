import { of } from "#i18n/french-of.ts";
import type { PageWords } from "#i18n/pages/messages.ts";

export const pagesFr: PageWords = {
  linkOver: {
    title: "Ce lien n'est plus valable",
    text: "Il a déjà servi, ou sa durée est passée. Un nouveau lien se demande dans la conversation avec Relais, ou vient avec un prochain e-mail.",
  },
  myData: {
    title: "Ce que Relais garde sur vous",
    text: "Tout est dans un fichier JSON. Ce lien est personnel et ne sert qu'une fois.",
    open: "Télécharger le fichier",
  },
  document: {
    title: "Votre document",
    text: "Il s'ouvre d'ici. Ce lien est personnel et ne vaut que peu de temps.",
    open: "Ouvrir le document",
    notForYou: "Ce document n'est pas, ou n'est plus, accessible avec votre compte.",
  },
  card: {
    answerHere: "Pour répondre, sans mot de passe :",
    read: "Ouvrir la page",
    becauseUnreachable: "Cet e-mail vient de Relais, qui ne vous trouve pour l'instant ni dans Slack ni dans Teams.",
    becauseChosen: "Cet e-mail vient de Relais, que vous avez choisi de lire par e-mail.",
    repliesGoTo:
      "Une réponse à cet e-mail arrive à la comptabilité ; ce qui est répondu sur la page est noté aussitôt.",
    linkIsPersonal: "Le lien est personnel et vaut pour une réponse, pendant sept jours.",
    whose: (name) => `Ce lien est celui ${of(name)}.`,
    spent: "Ce lien a déjà servi. Voici où en sont les choses.",
    again: "Recevoir un nouveau lien",
    onItsWay: "Un nouveau lien part à l'adresse e-mail de la personne nommée ici.",
    gone: "Il n'y a plus rien à répondre ici. Merci !",
    noted: "C'est noté, merci.",
    changed: "Les choses ont changé entre-temps : voici où elles en sont.",
    back: "Revenir à la page",
    choose: "Choisir…",
    inCurrency: (label, currency) => `${label} (${currency})`,
  },
  tooMany: {
    title: "Un petit instant",
    text: "Cette page a été demandée très souvent. Dans une minute, elle s'ouvre de nouveau.",
  },
};
