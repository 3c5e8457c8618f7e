import type { RoleChannelWords } from "#i18n/cards/role-channels/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const OF_ROLE = {
  finance: "de la comptabilité",
  adv: "de l'administration des ventes",
  direction: "de la direction",
} as const;

export const roleChannelsFr: RoleChannelWords = {
  set: (role, channel) => `C'est noté : les tâches ${OF_ROLE[role]} arrivent désormais dans ${channel}.`,
  firstAnswer:
    "La première réponse compte, et la carte dit qui l'a donnée. Tout le canal lit ces tâches, montants compris ; seules les personnes concernées peuvent y répondre.",
  absent: (names, channel) => `Pas encore dans ${channel} : ${say.list(names)}. Une invitation suffit.`,
  unknown: (names, channel) =>
    `Pas de compte dans cette messagerie : ${say.list(names)}. Ces tâches n'arrivent plus que dans ${channel}.`,
  title: "Où arrivent les tâches",
  eachOfThem: " : à chaque personne, en conversation privée.",
  goesTo: (channel) => ` : dans ${channel}.`,
  trouble: {
    archived: "Il est archivé : en attendant, en conversation privée.",
    gone: "Relais n'y a plus accès : en attendant, en conversation privée.",
    removed: "Relais n'y est plus : en attendant, en conversation privée.",
    guests: "Des personnes extérieures ou invitées y lisent : en attendant, en conversation privée.",
    "too-many": "Il compte trop de membres pour savoir qui lit : en attendant, en conversation privée.",
    "not-connected": "Cette messagerie n'est plus reliée : en attendant, en conversation privée.",
  },
  how: "Pour choisir un canal, écrire dans ce canal : /finances canal (ou /finances canal adv, /finances canal direction).",
  notice: {
    archived: (channel) => `${channel} est archivé : les tâches n'y arrivent plus.`,
    gone: (channel) => `Relais n'a plus accès à ${channel}, archivé ou supprimé : les tâches n'y arrivent plus.`,
    removed: (channel) => `Relais n'est plus dans ${channel} : les tâches n'y arrivent plus. Une invitation suffit.`,
    guests: (channel) =>
      `Des personnes extérieures ou invitées lisent ${channel} : les tâches n'y arrivent plus tant que c'est le cas.`,
    "too-many": (channel) =>
      `${channel} compte trop de membres pour savoir qui lit : les tâches n'y arrivent plus tant que c'est le cas.`,
    "not-connected": (channel) => `La messagerie de ${channel} n'est plus reliée : les tâches n'y arrivent plus.`,
  },
  meanwhile: (role) =>
    `En attendant, les tâches ${OF_ROLE[role]} vont à chaque personne, en conversation privée. Le canal les reprend dès qu'il redevient possible d'y écrire.`,
  clear: "Retirer le canal",
  list: "Tous les canaux",
};
