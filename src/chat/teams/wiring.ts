/**
 * What Teams must know of Relais: the package is made from these tables, and a test holds manifests/teams/manifest.json
 * against them. Teams offers them as one types; they are words, with or without "/".
 */
export const COMMANDS = [
  { command: "encours", description: "Ce que vos clients vous doivent : encours [client | équipe | tout]" },
  { command: "outstanding", description: "What your customers owe: outstanding [customer | team | all]" },
  { command: "promesse", description: "Noter un paiement promis : promesse client jour [montant]" },
  { command: "promise", description: "Record a promised payment: promise customer day [amount]" },
  { command: "litige", description: "Noter un litige : litige [client]" },
  { command: "dispute", description: "Record a dispute: dispute [customer]" },
  { command: "cash", description: "Le point de la semaine / The weekly report: cash [équipe | objectif | abonner]" },
  { command: "brief", description: "Un client en une minute / A customer at a glance: brief client" },
  { command: "absence", description: "Dire quand on n'est pas là / When you are away: absence 12-19 août @collègue" },
  { command: "reglages", description: "Langue, heures, choix du chat / Language, hours, which chat (settings)" },
  { command: "aide", description: "Ce que Relais sait faire, et les mots employés" },
  { command: "help", description: "What Relais can do, and the words it uses" },
] as const;

/** Activities the code does something with; all others are acknowledged. */
export const ACTIVITIES = ["message", "conversationUpdate", "installationUpdate", "invoke"] as const;

export const INVOKES = ["adaptiveCard/action", "task/fetch", "task/submit"] as const;
