import type { HelpWords } from "#i18n/help/messages.ts";

export const helpFr: HelpWords = {
  title: "Ce que l'on peut faire ici",
  intro: "Un point chaque matin, quelques appels proposés, et ces commandes pour en savoir plus :",
  commands: [
    ["/encours", "vos clients : ce qui est à recevoir, en retard, promis ou contesté"],
    ["/encours garnier", "la fiche d'un client ; le début du nom suffit, sans accents, ou un numéro de facture"],
    ["/promesse garnier vendredi 12400", "noter un paiement promis ; sans montant, c'est tout ce qui est en retard"],
    ["/litige garnier", "noter un désaccord ; le reste de la facture suit son cours"],
    [
      "/cash",
      "le point de la semaine : encaissé, en retard, à débloquer ; /cash objectif 300000 mois fixe un objectif",
    ],
    ["/brief garnier", "l'essentiel sur un client, avant de le voir"],
    ["/agenda", "relier votre agenda : un mot vous attend avant chaque rendez-vous avec un client"],
    ["/reglages", "la langue, l'heure du point du matin, la petite ligne des jours calmes"],
    ["/aide", "cette page"],
  ],
  glossaryTitle: "Les mots du métier",
  glossary: [
    ["Encours", "tout ce que vos clients ont encore à régler, en retard ou non."],
    ["Échéance", "le jour prévu pour le paiement, écrit sur la facture."],
    ["Retard", "compté à partir du lendemain de l'échéance ; une facture attendue aujourd'hui n'est pas en retard."],
    ["Rappel", "un e-mail courtois au client, du plus léger au plus ferme."],
    [
      "Promesse",
      "un montant et une date annoncés par le client ; aucun rappel ne part jusque-là, plus 2 jours ouvrés.",
    ],
    ["Litige", "un désaccord sur une facture ; seule la partie contestée est mise de côté."],
    ["Avoir", "une facture en sens inverse, qui diminue ce que le client a à régler."],
    ["DSO", "le nombre de jours de ventes qui restent à encaisser : plus il baisse, mieux c'est."],
    ["Balance âgée", "les montants rangés par âge du retard : 1 à 30 jours, 31 à 60, 61 à 90, au-delà."],
    ["Mise en demeure", "la lettre formelle, toujours décidée par une personne."],
    ["Limite de crédit", "le montant jusqu'où l'on accepte de livrer avant d'être payé."],
  ],
  privacyTitle: "Qui voit quoi",
  privacy:
    "Vos montants restent entre vous, votre management et la comptabilité. Les commentaires se lisent par eux aussi : ni santé, ni jugement sur une personne.",
};
