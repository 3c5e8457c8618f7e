/**
 * What Slack must know of Relais and what Relais asks of Slack: the code registers from these tables, and a test holds
 * manifests/slack.json against them.
 */
export const COMMANDS = [
  { command: "/encours", description: "Ce que vos clients vous doivent", usage: "[client | equipe | tout]" },
  { command: "/outstanding", description: "What your customers owe", usage: "[customer | team | all]" },
  { command: "/promesse", description: "Noter un paiement promis", usage: "client jour [montant]" },
  { command: "/promise", description: "Record a promised payment", usage: "customer day [amount]" },
  { command: "/litige", description: "Noter un litige", usage: "[client]" },
  { command: "/dispute", description: "Record a dispute", usage: "[customer]" },
  {
    command: "/previsionnel",
    description: "Ce qui est attendu, semaine par semaine",
    usage: "[equipe | tout | societe]",
  },
  { command: "/forecast", description: "What is expected, week by week", usage: "[team | all | seller]" },
  {
    command: "/dso",
    description: "Le délai d'encaissement / How long the money takes",
    usage: "[équipe | tout | société]",
  },
  {
    command: "/balance",
    description: "Ce qui est à recevoir, par âge / The aged balance",
    usage: "[équipe | tout | société]",
  },
  { command: "/aged-balance", description: "What is to come in, by age", usage: "[team | all | seller]" },
  {
    command: "/cash",
    description: "Le point de la semaine / The weekly cash report",
    usage: "[équipe | tout | objectif 300000 mois]",
  },
  {
    command: "/brief",
    description: "Un client en une minute, avant de le voir / A customer at a glance",
    usage: "client",
  },
  {
    command: "/agenda",
    description: "Relier votre agenda, pour un mot avant chaque rendez-vous",
    usage: "[adresse ICS]",
  },
  { command: "/calendar", description: "Link your calendar, for a word before each meeting", usage: "[ICS address]" },
  {
    command: "/scenario",
    description: "Un scénario, ou celui d'un client / One scenario, or a customer's",
    usage: "[scénario | client scénario]",
  },
  {
    command: "/scenarios",
    description: "Scénarios de rappel / Reminder scenarios",
    usage: "[scénario | client scénario]",
  },
  { command: "/apercu", description: "Pour la comptabilité : qui recevra quoi un jour, et pourquoi", usage: "[jour]" },
  { command: "/preview", description: "Who will receive what on a day, and why", usage: "[day]" },
  {
    command: "/pause",
    description: "Pour la comptabilité : suspendre des rappels / Paused reminders",
    usage: "[client]",
  },
  {
    command: "/absence",
    description: "Dire quand vous n'êtes pas là, et qui prend le relais / Say when you are away",
    usage: "12-19 août @collègue | fin",
  },
  { command: "/finances", description: "Pour la comptabilité : ce qui attend, le plus pressant d'abord", usage: "" },
  { command: "/finance", description: "For finance: what waits, the most pressing first", usage: "" },
  { command: "/efficacite", description: "Ce que valent les rappels, étape par étape", usage: "" },
  { command: "/effectiveness", description: "What each step's reminders are worth", usage: "" },
  { command: "/demarrage", description: "Pour la comptabilité : la mise en service des rappels", usage: "" },
  { command: "/go-live", description: "For finance: to let reminders leave for the first time", usage: "" },
  { command: "/reglages", description: "Langue, heure du point du matin", usage: "" },
  { command: "/settings", description: "Language, time of the morning digest", usage: "" },
  { command: "/mes-donnees", description: "Ce que Relais garde sur vous, et qui le voit", usage: "" },
  { command: "/my-data", description: "What Relais keeps about you, and who sees it", usage: "" },
  { command: "/aide", description: "Ce que Relais sait faire, et les mots employés", usage: "[mot]" },
  { command: "/relais-help", description: "What Relais can do, and the words it uses", usage: "[word]" },
] as const;

/** Events as the manifest names them; Bolt knows `message.im` as `message`. */
export const EVENTS = ["app_home_opened", "app_mention", "message.im", "app_uninstalled", "tokens_revoked"] as const;

/** Every Web API method the code calls, with the bot scopes it needs. Source: the method pages of docs.slack.dev. */
export const METHODS = {
  "auth.test": [],
  "chat.postMessage": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.update": ["chat:write"],
  "conversations.open": ["im:write"],
  "conversations.history": ["im:history", "metadata.message:read"],
  "conversations.info": ["channels:read", "groups:read"],
  "conversations.members": ["channels:read", "groups:read"],
  "users.conversations": ["channels:read", "groups:read"],
  "files.completeUploadExternal": ["files:write"],
  "files.getUploadURLExternal": ["files:write"],
  "users.info": ["users:read", "users:read.email"],
  "users.lookupByEmail": ["users:read.email"],
  "views.open": [],
  "views.publish": [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SlackMethod = keyof typeof METHODS;

/**
 * Scopes that no method asks for: to be sent commands, mentions, and what people write in direct messages; and to read a
 * file that finance drops there.
 */
const SCOPES_FOR_BEING_CALLED = ["app_mentions:read", "commands", "files:read", "im:history"];

/** Least scopes: what the methods and events need, and nothing else. */
export function neededScopes(): readonly string[] {
  return [...new Set([...SCOPES_FOR_BEING_CALLED, ...Object.values(METHODS).flat()])].toSorted();
}
