import type { FeedFault } from "#domain/calendar-feed.ts";
import type { Day } from "#domain/calendar.ts";
import type { MeetingTime, MeetingWords } from "#i18n/cards/meetings/messages.ts";
import { of } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

/** Also the refusals of a link: they say what can be done. */
export const FEED_FAULTS_FR: Readonly<Record<FeedFault, string>> = {
  "not-https": "L'adresse de l'agenda commence par https:// ou webcal://. Celle-ci n'est pas protégée.",
  "private-address":
    "Cette adresse mène à un réseau privé, que Relais ne lit pas. L'adresse publique de l'agenda convient.",
  "not-found": "Aucun agenda n'a été trouvé à cette adresse. Elle a peut-être changé dans votre logiciel d'agenda.",
  refused: "L'agenda n'est pas ouvert à cette adresse. L'adresse secrète au format ICS convient, sans mot de passe.",
  unavailable: "Le serveur de l'agenda ne répond pas pour l'instant.",
  "too-slow": "Le serveur de l'agenda met longtemps à répondre.",
  "too-big": "L'agenda dépasse 5\u00a0Mo : une adresse limitée aux rendez-vous récents convient mieux.",
  "too-many-redirects": "L'adresse renvoie trop de fois vers une autre. L'adresse finale convient mieux.",
  "not-a-calendar": "À cette adresse se trouve une page, et non un agenda. L'adresse au format ICS convient.",
  unreadable:
    "L'agenda n'a pas pu être lu. Une nouvelle adresse ICS, créée dans votre logiciel d'agenda, suffit souvent.",
};

export const meetingsFr: MeetingWords = {
  brief: {
    title: (customer, when) => (when === null ? `Avant de voir ${customer}` : `${customer}, ${whenSaid(when)}`),
    summary: (customer, overdue) =>
      overdue.length === 0 ? `${customer} : rien en retard` : `${customer} : ${say.amounts(overdue)} en retard`,
    owed: (outstanding, overdue, days) =>
      `${outstanding.length === 0 ? "" : `${say.amounts(outstanding)} à recevoir, dont `}${say.amounts(overdue)} en retard, jusqu'à ${say.count(days, "jour", "jours")}.`,
    nothingLate: (customer, outstanding) =>
      outstanding.length === 0
        ? `Rien en retard chez ${customer}, tout est réglé. Bon rendez-vous !`
        : `Rien en retard chez ${customer} ; ${say.amounts(outstanding)} à recevoir, pas encore attendus. Bon rendez-vous !`,
    contact: "Contact",
    aboutDispute: "« On vérifie ce que vous nous avez signalé, et je reviens vers vous. »",
    aboutPromise: "« Merci pour la date annoncée ; est-elle toujours bonne de votre côté ? »",
    customerButton: "La fiche du client",
  },
  outcome: {
    title: (customer) => `Alors, ce rendez-vous avec ${customer} ?`,
    wasLate: (late, days) =>
      `${say.amounts(late)} en retard, jusqu'à ${say.count(days, "jour", "jours")}. Deux mots suffisent, si le sujet est venu.`,
    nothingSaidButton: "On n'en a pas parlé",
    commentButton: "Commenter",
    noted: (name, customer, what) => `C'est noté, merci ${name} : ${NOTED[what](customer)}`,
    settled: (customer) => `✅ ${customer} : plus rien en retard. Bonne nouvelle !`,
  },
  calendar: {
    title: "Mon agenda",
    none: "Avec l'adresse de votre agenda, un mot vous attend 45 minutes avant chaque rendez-vous avec un client : ce qui est en retard, ce qui est promis, une phrase pour en parler.",
    privacy:
      "Seuls les rendez-vous reconnus comme ceux d'un de vos clients sont gardés, sans leur titre, et oubliés après 30 jours. Personne d'autre ne les voit.",
    linked: (where) => `Agenda relié : ${where}`,
    neverRead: "Il sera lu dans le quart d'heure.",
    readAt: (at, timeZone, day, today) => `Lu ${say.near(day, today)} à ${say.time(at, timeZone)}.`,
    failed: (why) => `La dernière lecture n'a pas marché. ${FEED_FAULTS_FR[why]}`,
    next: (customer, when) => `${customer}, ${whenSaid(when)}`,
    noMeeting: "Aucun rendez-vous avec vos clients d'ici trois jours.",
    link: "Relier un agenda",
    change: "Changer d'adresse",
    test: "Lire maintenant",
    unlink: "Délier",
    unlinkTitle: "Délier l'agenda ?",
    unlinkText: "L'adresse et les rendez-vous gardés sont effacés tout de suite.",
    unlinkYes: "Délier",
    unlinkNo: "Garder",
    failingTitle: "Votre agenda ne se lit plus",
    failing: (where, since, today) =>
      `L'agenda relié (${where}) ne répond plus depuis ${sinceDay(since, today)}. Sans lui, pas de mot avant vos rendez-vous ; tout le reste continue. Son adresse a peut-être changé.`,
    works: "Votre agenda se lit de nouveau. Bonne journée !",
  },
  form: {
    title: "Relier un agenda",
    submit: "Relier",
    address: "Adresse de l'agenda (ICS)",
    hint: "Google : « Adresse secrète au format iCal ». Outlook : « Publier un calendrier », lien ICS. L'adresse reste secrète.",
    inSettings: (where) =>
      where === null
        ? "Pour un mot avant chaque rendez-vous client. L'adresse reste secrète."
        : `Relié : ${where} (laissé vide, rien ne change ; /agenda permet de le délier).`,
  },
};

const NOTED = {
  promise: (customer: string) => `${customer} a donné une date.`,
  dispute: (customer: string) => `${customer} conteste une partie, quelqu'un s'en occupe.`,
  comment: (customer: string) => `le commentaire est sur la fiche ${of(customer)}.`,
  nothing: () => "ce n'était pas le moment. Les rappels suivent leur cours.",
} as const;

/** "hier", "le mardi 10 novembre". */
function sinceDay(day: Day, today: Day): string {
  const near = say.near(day, today);
  return /\d/.test(near) ? `le ${near}` : near;
}

/** "aujourd'hui à 14 h", "mercredi 25 novembre à 9 h 30". */
function whenSaid({ at, timeZone, day, today }: MeetingTime): string {
  return `${say.near(day, today)} à ${say.time(at, timeZone)}`;
}
