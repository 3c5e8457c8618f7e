import type { HelpWords } from "#i18n/help/messages.ts";

export const helpFr: HelpWords = {
  title: "Ce que l'on peut faire ici",
  intro: "Un point chaque matin, quelques appels proposés, et ces commandes pour en savoir plus :",
  commands: [
    ["/encours", "vos clients : ce qui est à recevoir, en retard, promis ou contesté"],
    ["/encours garnier", "la fiche d'un client ; le début du nom suffit, sans accents, ou un numéro de facture"],
    ["/encours cedees", "les factures cédées à un factor, d'abord celles que l'on encaisse"],
    ["/promesse garnier vendredi 12400", "noter un paiement promis ; sans montant, c'est tout ce qui est en retard"],
    ["/litige garnier", "noter un désaccord ; le reste de la facture suit son cours"],
    [
      "/cash",
      "le point de la semaine : encaissé, en retard, à débloquer ; /cash objectif 300000 mois fixe un objectif",
    ],
    [
      "/cash abonner",
      "dans un canal, le point de l'équipe chaque semaine ; /cash abonnements les montre, les change, les arrête",
    ],
    [
      "/cash export",
      "les résultats par commercial dans un fichier ; /cash preuve dit ce qui a changé depuis la mise en service",
    ],
    ["/brief garnier", "l'essentiel sur un client, avant de le voir"],
    ["/agenda", "relier votre agenda : un mot vous attend avant chaque rendez-vous avec un client"],
    ["/dso", "le délai d'encaissement et ce qu'il veut dire ; /balance, les montants rangés par âge"],
    ["/previsionnel", "ce qui est attendu, semaine par semaine, et ce que valaient les dernières prévisions"],
    ["/mes-donnees", "ce que Relais garde sur vous, et qui le voit"],
    [
      "/scenarios",
      "pour la comptabilité : quels rappels partent, quand et à qui ; /scenario garnier prudent change un client",
    ],
    ["/apercu vendredi", "pour la comptabilité : qui recevra quoi ce jour-là, qui ne recevra rien, et pourquoi"],
    ["/finances", "pour la comptabilité : tout ce qui attend, le plus pressant d'abord, avec son bouton"],
    [
      "/finances canal",
      "dans un canal, y recevoir les tâches de la comptabilité ; /finances canal adv et direction pour les leurs, /finances canaux les montre",
    ],
    ["/efficacite", "pour la comptabilité : combien règlent après chaque rappel, et ce qui a été mal reçu"],
    ["/demarrage", "pour la comptabilité : la mise en service, avec ce qui partirait et à quel niveau"],
    ["/pause", "pour la comptabilité : ce qui est suspendu, suspendre, reprendre ; /pause garnier, un seul client"],
    ["/absence 12-19 août @marie", "qui prend le relais quand vous n'êtes pas là ; /absence fin au retour"],
    ["/reglages", "la langue, l'heure du point du matin, la petite ligne des jours calmes"],
    ["/aide", "cette page ; /aide dso, un seul mot"],
  ],
  glossaryTitle: "Les mots du métier",
  glossary: [
    ["Encours", "tout ce que vos clients ont encore à régler, en retard ou non."],
    ["Échéance", "le jour prévu pour le paiement, écrit sur la facture."],
    ["Retard", "compté à partir du lendemain de l'échéance ; une facture attendue aujourd'hui n'est pas en retard."],
    ["Rappel", "un e-mail courtois au client, du plus léger au plus ferme."],
    [
      "Promesse",
      "un montant et une date annoncés par le client ; aucun rappel ne part avant cette date, plus 2 jours ouvrés.",
    ],
    ["Litige", "un désaccord sur une facture ; seule la partie contestée est mise de côté."],
    ["Avoir", "une facture en sens inverse, qui diminue ce que le client a à régler."],
    ["DSO", "le nombre de jours de ventes qui restent à encaisser : plus il baisse, mieux c'est."],
    ["Balance âgée", "les montants rangés par âge du retard : 1 à 30 jours, 31 à 60, 61 à 90, au-delà."],
    [
      "DSO par épuisement",
      "on remonte les ventes mois par mois jusqu'à couvrir ce qui reste à encaisser : plus juste quand l'activité varie.",
    ],
    [
      "DSO au mieux",
      "ce que serait le DSO si tout le monde payait le jour prévu ; l'écart avec le DSO, c'est le retard moyen.",
    ],
    [
      "CEI",
      "la part de ce qui pouvait être encaissé dans le mois et l'a été : plus il est près de 100 %, mieux c'est.",
    ],
    ["Taux de retard", "la part de ce qui est à recevoir qui est en retard."],
    [
      "Promesses tenues",
      "la part des paiements promis qui sont arrivés, au plus tard 2 jours ouvrés après le jour annoncé.",
    ],
    [
      "Prévisionnel",
      "ce qui est attendu chaque semaine : d'abord ce qui est promis, sinon selon l'habitude du client ; le contesté est mis à part.",
    ],
    ["Score", "comment un client paie, en trois raisons ; « Pourquoi ce score ? » les montre toutes, sur sa fiche."],
    ["Objectif", "ce que l'équipe vise à encaisser dans la semaine ou le mois ; sans objectif, rien n'est comparé."],
    ["Coût d'un retard", "ce que l'entreprise paie pour avancer l'argent en attendant."],
    [
      "Affacturage",
      "la facture est confiée à un organisme qui l'encaisse ; rien n'est alors demandé au client de notre part.",
    ],
    ["Mise en demeure", "la lettre formelle, toujours décidée par une personne."],
    ["Limite de crédit", "le montant jusqu'où l'on accepte de livrer avant d'être payé."],
  ],
  whole: "Toute l'aide",
  cost: "Ce que coûte un retard",
  myData: "Mes données",
  privacyTitle: "Qui voit quoi",
  privacy:
    "Vos montants restent entre vous, votre management et la comptabilité, qui lisent aussi les commentaires : rien sur la santé, aucun jugement sur une personne.",
};
