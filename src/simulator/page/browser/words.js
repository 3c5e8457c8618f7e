/** @typedef {"fr" | "en"} Locale */

const fr = {
  demo: "Démonstration",
  people: "Équipe",
  messages: "Messages",
  home: "Accueil",
  customers: "Clients",
  tour: "Visite",
  otherLanguage: "English",
  teams: { ouest: "Équipe Ouest", est: "Équipe Est", siege: "Siège", outside: "Hors de l’entreprise" },
  roles: {
    rep: "Commerce",
    manager: "Management",
    finance: "Comptabilité",
    adv: "Administration des ventes",
    direction: "Direction",
    admin: "Informatique",
    guest: "Invitée",
    external: "Autre entreprise",
  },
  chats: "Chat",
  otherChat: (/** @type {string} */ name, /** @type {string} */ own) =>
    `${name} a choisi ${own} : c’est là que ses messages arrivent.`,
  receiveHere: (/** @type {string} */ chat) => `Les recevoir dans ${chat}`,
  unread: (/** @type {number} */ count) => `${count} ${count > 1 ? "nouveaux messages" : "nouveau message"}`,
  onlyYou: "Visible par vous seulement",
  edited: "modifié",
  noMessages: "Pas encore de message ici.",
  noHome: "L’accueil n’a pas encore été ouvert.",
  noCommand: (/** @type {string} */ command) =>
    `${command} n’est pas une commande de Relais : /aide les montre toutes.`,
  composer: "Écrire à Relais, ou / pour une commande",
  composerChannel: (/** @type {string} */ name) => `Écrire dans #${name}, ou / pour une commande`,
  teamsComposer: "Écrire à Relais : encours, promesse, litige, aide…",
  teamsComposerChannel: (/** @type {string} */ name) => `Écrire à @Relais dans ${name}`,
  send: "Envoyer",
  moving: (/** @type {string} */ day) => `Le temps passe… ${day}`,
  clockLabel: "Temps du produit",
  minutes: "+ 15 min",
  today: "8 h 30",
  tomorrow: "Demain 8 h 30",
  onDay: (/** @type {string} */ day) => `${day} 8 h 30`,
  week: "+ 1 semaine",
  month: "+ 1 mois",
  mailTitle: "Courrier des clients",
  mailHint: "Ce que les clients, et une collègue sans messagerie, ont vraiment reçu, par un vrai serveur SMTP.",
  noMail: "Aucun client n’a encore reçu de courrier.",
  choose: "Client",
  own: "Ses clients",
  others: "Les autres",
  mails: (/** @type {number} */ count) => `${count} e-mail${count > 1 ? "s" : ""}`,
  from: "De",
  to: "À",
  answer: "Répondre en tant que client",
  answerText: "Votre réponse",
  answerDefault: "Bonjour,\n\nNous réglons cette facture vendredi.\n\nBien cordialement",
  absenceDefault: "Bonjour, je suis absent du bureau jusqu’à lundi.",
  bounceDefault: "Votre message n’a pas pu être remis : cette adresse n’existe plus.",
  kinds: { human: "Réponse d’une personne", "out-of-office": "Absence du bureau", bounce: "Adresse refusée" },
  answered: { human: "Le client a répondu", "out-of-office": "Réponse automatique", bounce: "Non remis" },
  failed: "Cela n’a pas abouti. Réessayez ?",
  close: "Fermer",
  next: "Suivant",
  previous: "Précédent",
  step: (/** @type {number} */ at, /** @type {number} */ of) => `Visite, étape ${at} sur ${of}`,
  steps: [
    "Mardi 24 novembre, 8 h 15. Claire Morel est commerciale dans l’équipe Ouest. Avancez à 8 h 30 : son point du matin arrive dans ses messages.",
    "Lisez le point : les retards, ce qui est promis, la bonne nouvelle. Avec lui viennent les appels proposés : le contact, et de quoi ouvrir la conversation.",
    "Sur la carte de Garnier, ouvrez « Paiement promis le… » et choisissez un jour : deux gestes suffisent. Sur celle de Transports Kerleau, signalez un litige.",
    "Avancez d’une semaine, puis au lendemain 8 h 30. Dans le courrier des clients, plus aucun rappel ne part pour ce qui est promis ou contesté.",
    "Garnier n’a pas payé le jour dit : Claire l’apprend en premier, avec de quoi en parler. Essayez ensuite une autre personne (l’équipe Est lit Relais dans Teams), /encours, ou répondez en tant que client.",
  ],
};

/** @type {typeof fr} */
const en = {
  demo: "Demo",
  people: "Team",
  messages: "Messages",
  home: "Home",
  customers: "Customers",
  tour: "Tour",
  otherLanguage: "Français",
  teams: { ouest: "West team", est: "East team", siege: "Head office", outside: "Outside the company" },
  roles: {
    rep: "Sales",
    manager: "Manager",
    finance: "Finance",
    adv: "Sales administration",
    direction: "Direction",
    admin: "IT",
    guest: "Guest",
    external: "Other company",
  },
  chats: "Chat",
  otherChat: (name, own) => `${name} chose ${own}: new messages arrive there.`,
  receiveHere: (chat) => `Receive them in ${chat}`,
  unread: (count) => `${count} new message${count > 1 ? "s" : ""}`,
  onlyYou: "Only visible to you",
  edited: "edited",
  noMessages: "No message here yet.",
  noHome: "The home has not been opened yet.",
  noCommand: (command) => `${command} is no command of Relais: /relais-help shows them all.`,
  composer: "Write to Relais, or / for a command",
  composerChannel: (name) => `Write in #${name}, or / for a command`,
  teamsComposer: "Write to Relais: outstanding, promise, dispute, help…",
  teamsComposerChannel: (name) => `Write to @Relais in ${name}`,
  send: "Send",
  moving: (day) => `Time goes by… ${day}`,
  clockLabel: "Product time",
  minutes: "+ 15 min",
  today: "8:30",
  tomorrow: "Tomorrow 8:30",
  onDay: (day) => `${day} 8:30`,
  week: "+ 1 week",
  month: "+ 1 month",
  mailTitle: "The customers’ mail",
  mailHint: "What customers, and a colleague without a chat, really received, through a real SMTP server.",
  noMail: "No customer has received any mail yet.",
  choose: "Customer",
  own: "Their customers",
  others: "All others",
  mails: (count) => `${count} e-mail${count > 1 ? "s" : ""}`,
  from: "From",
  to: "To",
  answer: "Answer as the customer",
  answerText: "Your answer",
  answerDefault: "Hello,\n\nWe are paying this invoice on Friday.\n\nBest regards",
  absenceDefault: "Hello, I am out of the office until Monday.",
  bounceDefault: "Your message could not be delivered: this address does not exist any more.",
  kinds: { human: "A person’s answer", "out-of-office": "Out of office", bounce: "Address refused" },
  answered: { human: "The customer answered", "out-of-office": "Automatic answer", bounce: "Not delivered" },
  failed: "That did not work. Try again?",
  close: "Close",
  next: "Next",
  previous: "Previous",
  step: (at, of) => `Tour, step ${at} of ${of}`,
  steps: [
    "Tuesday 24 November, 8:15. Claire Morel sells for the West team. Move to 8:30: her morning digest arrives in her messages.",
    "Read the digest: what is late, what is promised, the good news. With it come the calls she is asked to make: the contact, and words to open with.",
    "On the Garnier card, open “Paiement promis le…” and choose a day: two taps are enough. On the Transports Kerleau card, report a dispute.",
    "Move one week ahead, then to the next morning at 8:30. In the customers’ mail, no reminder leaves any more for what is promised or disputed.",
    "Garnier did not pay on the day: Claire is the first to know, with words to talk about it. Then try somebody else (Emily reads English, in Teams), /outstanding, or answer as a customer.",
  ],
};

const WORDS = { fr, en };

/**
 * @param {Locale} locale
 * @returns {typeof fr}
 */
export function wordsFor(locale) {
  return WORDS[locale];
}

/**
 * @template {string} K
 * @param {Readonly<Record<K, string>>} table
 * @param {string} key
 * @returns {string}
 */
export function named(table, key) {
  return (
    Object.entries(table)
      .find(([name]) => name === key)?.[1]
      ?.toString() ?? key
  );
}
