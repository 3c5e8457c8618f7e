import type { PageWords } from "#i18n/pages/messages.ts";

export const pagesFr: PageWords = {
  linkOver: {
    title: "Ce lien n'est plus valable",
    text: "Il a déjà servi, ou sa durée est passée. Un nouveau lien se demande dans la conversation avec Relais.",
  },
  myData: {
    title: "Ce que Relais garde sur vous",
    text: "Tout est dans un fichier JSON. Ce lien est personnel et ne vaut qu'une fois.",
    open: "Télécharger le fichier",
  },
  document: {
    title: "Votre document",
    text: "Il s'ouvre d'ici. Ce lien est personnel et ne vaut que peu de temps.",
    open: "Ouvrir le document",
    notForYou: "Ce document n'est pas, ou n'est plus, accessible avec votre compte.",
  },
};
