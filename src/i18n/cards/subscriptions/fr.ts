import type { SubscriptionWords } from "#i18n/cards/subscriptions/messages.ts";
import { of } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const LANGUAGES = { fr: "en français", en: "en anglais" } as const;

export const subscriptionsFr: SubscriptionWords = {
  cities: {
    London: "Londres",
    Lisbon: "Lisbonne",
    Athens: "Athènes",
    Montreal: "Montréal",
    Reunion: "La Réunion",
    Dubai: "Dubaï",
    Singapore: "Singapour",
    Noumea: "Nouméa",
  },
  weekdays: { 1: "lundi", 2: "mardi", 3: "mercredi", 4: "jeudi", 5: "vendredi" },
  every: ({ weekday, time, city, locale }) =>
    `chaque ${subscriptionsFr.weekdays[weekday] ?? ""} à ${time} (heure ${of(city)}), ${LANGUAGES[locale]}`,
  made: ({ scope, channel }, every, first) =>
    `C'est noté : le point de la semaine (${scope}) arrive dans ${channel}, ${every}. Le prochain : ${say.day(first, "long")}. Les jours fériés, il attend le jour ouvré suivant.`,
  stopped: ({ scope, channel }) => `C'est arrêté : le point de la semaine (${scope}) n'arrive plus dans ${channel}.`,
  notice: {
    asked: ({ scope, channel }) => `L'abonnement de ${channel} au point de la semaine (${scope}) est arrêté.`,
    archived: ({ scope, channel }) =>
      `${channel} est archivé : le point de la semaine (${scope}) n'y est plus publié, et l'abonnement s'est arrêté.`,
    gone: ({ scope, channel }) =>
      `Relais n'a plus accès à ${channel}, archivé ou supprimé : l'abonnement au point de la semaine (${scope}) s'est arrêté.`,
    removed: ({ scope, channel }) =>
      `Relais n'est plus dans ${channel} : l'abonnement au point de la semaine (${scope}) s'est arrêté. Après une nouvelle invitation, il peut être repris.`,
    "not-allowed": ({ scope, channel }) =>
      `Vous n'avez plus accès à ces chiffres (${scope}) : l'abonnement de ${channel} s'est arrêté. La comptabilité peut le reprendre.`,
    guests: ({ scope, channel }) =>
      `Le point de la semaine (${scope}) n'a pas été publié dans ${channel} : des personnes extérieures ou invitées le liraient. La comptabilité est prévenue et peut l'autoriser.`,
    "too-many": ({ scope, channel }) =>
      `Le point de la semaine (${scope}) n'a pas été publié dans ${channel} : le canal compte trop de membres pour savoir qui le lirait. La comptabilité est prévenue et peut l'autoriser.`,
    "too-few": ({ scope, channel }) =>
      `Le point de la semaine (${scope}) n'a pas été publié dans ${channel} : il ne porterait que sur une ou deux personnes, et leurs chiffres restent à elles. L'abonnement continue.`,
    unknown: ({ scope, channel }) =>
      `La messagerie n'a pas dit si le point de la semaine (${scope}) est bien arrivé dans ${channel}. S'il n'y est pas, un bouton le publie de nouveau.`,
    "owner-left": ({ scope, channel }) =>
      `La personne qui suivait l'abonnement de ${channel} (${scope}) a quitté l'entreprise. Il continue, et c'est la comptabilité qui le suit.`,
  },
  guests: {
    title: (channel) => `Des invités lisent ${channel}`,
    asked: (channel) =>
      `${channel} est lu par des personnes extérieures ou invitées, ou compte trop de membres pour en être sûr. La comptabilité est prévenue et peut l'autoriser ; l'abonnement se prend ensuite de la même façon.`,
    decide: (channel, asker) =>
      `${asker === null ? "Un point de la semaine est demandé" : `${asker} demande le point de la semaine`} dans ${channel}. Des personnes extérieures ou invitées y lisent, ou il compte trop de membres pour en être sûr.`,
    allowed: (channel) => `Le point de la semaine est autorisé dans ${channel}, invités compris.`,
    forbidden: (channel) => `Le point de la semaine n'est plus publié dans ${channel} tant que des invités y lisent.`,
    sure: {
      title: "Autoriser ce canal ?",
      text: "Toutes les personnes du canal liront les chiffres publiés, invités compris.",
      yes: "Autoriser",
      no: "Fermer",
    },
  },
  list: {
    title: "Le point de la semaine dans les canaux",
    none: "Aucun canal ne reçoit le point de la semaine pour l'instant.",
    line: (scope, every) => ` : ${scope}, ${every}.`,
    next: (day) => `Prochain : ${say.day(day, "long")}.`,
    posted: (day) => `Dernier : ${say.day(day, "long")}.`,
    guestsAllowed: "Autorisé avec des invités.",
  },
  buttons: {
    manage: "Gérer…",
    change: "Changer",
    stop: "Arrêter",
    list: "Tous les abonnements",
    add: "Abonner un canal",
    allow: "Autoriser ce canal",
    forbid: "Retirer l'autorisation",
    postAgain: "Publier de nouveau",
  },
  postedAgain: (channel) => `Le point de la semaine part dans ${channel}.`,
  form: {
    title: "Abonner un canal",
    changeTitle: "Changer l'abonnement",
    submit: "Abonner",
    changeSubmit: "Enregistrer",
    intro: "Le point de la semaine, chaque semaine dans un canal.",
    introIn: (channel) => `Le point de la semaine, chaque semaine dans ${channel}.`,
    channel: "Dans quel canal ?",
    scope: "Quels chiffres ?",
    scopeHint: (reps) => `À partir de ${reps} personnes au commerce : jamais les chiffres d'une seule.`,
    weekday: "Quel jour ?",
    weekdayHint: "Un jour férié, il arrive le jour ouvré suivant.",
    hour: "À quelle heure ?",
    timeZone: "Fuseau horaire",
    locale: "Langue",
  },
};
