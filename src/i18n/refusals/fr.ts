import { FEED_FAULTS_FR } from "#i18n/cards/meetings/fr.ts";
import type { RefusalWords } from "#i18n/refusals/messages.ts";
import { NO_LETTER_FR } from "#i18n/refusals/no-letter-fr.ts";
import { findingFr } from "#i18n/scenarios/findings-fr.ts";
import { scenarioName } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const refusalsFr: RefusalWords = {
  "not-allowed": () =>
    "Cette information n'est pas dans votre périmètre. En cas de doute, la comptabilité peut vous y donner accès.",
  "unknown-customer": ({ typed }) =>
    typed === ""
      ? "Quel client ? Son nom ou son code suffit, par exemple : /encours garnier."
      : `Aucun de vos clients ne ressemble à « ${typed} ». Le début du nom ou le code suffit.`,
  "several-customers": ({ typed, names }) =>
    `« ${typed} » peut désigner plusieurs clients : ${say.list(names)}. Quelques lettres de plus et c'est bon.`,
  "unknown-scope": ({ typed }) =>
    `« ${typed} » n'a pas été reconnu. Par exemple : moi, equipe, equipe Martin, commercial Dupont, societe FR01, tout.`,
  "several-scopes": ({ typed, names }) =>
    `« ${typed} » peut désigner ${say.list(names)}. Quelques lettres de plus et c'est bon.`,
  "nothing-owed": () => "Rien n'est à régler chez ce client pour l'instant : il n'y a donc rien à noter.",
  "date-in-past": ({ day }) => `Le ${say.day(day, "full")} est déjà passé. Quelle autre date convient ?`,
  "date-too-far": ({ latest }) => `C'est un peu loin : une date jusqu'au ${say.day(latest, "full")} convient.`,
  "date-not-understood": ({ typed }) =>
    typed === ""
      ? "Il manque la date, par exemple : vendredi, fin du mois, 4/12."
      : `« ${typed} » n'a pas été compris comme une date. Par exemple : vendredi, fin du mois, 4/12.`,
  "date-ambiguous": ({ typed }) => `« ${typed} » peut vouloir dire deux dates. Par exemple : 4 décembre, ou 4/12.`,
  "amount-not-understood": ({ typed }) =>
    `« ${typed} » n'a pas été compris comme un montant. Par exemple : 12400 ou 12 400,50.`,
  "amount-not-positive": () => "Il manque un montant au-dessus de zéro : combien le client a-t-il annoncé ?",
  "more-than-owed": ({ owed }) => `C'est plus que ce qui reste à régler : ${say.money(owed)}. Ce montant-là convient ?`,
  "other-currency": ({ currency }) =>
    `Ce client a des factures dans une autre devise que ${currency} : le montant est à donner dans la leur.`,
  "already-done": ({ by, at }, timeZone) =>
    by === ""
      ? "C'est déjà fait : la carte montre où on en est."
      : `C'est déjà fait par ${by}, à ${say.time(at, timeZone)}. La carte montre où on en est.`,
  "undo-too-late": () =>
    "Les 10 minutes sont passées. La fiche du client permet encore de changer ou d'annuler ce qui est noté.",
  "undo-not-yours": () => "Seule la personne qui l'a noté peut l'annuler.",
  "undo-overtaken": () => "Il y a eu du nouveau depuis sur ces factures : la fiche du client montre où on en est.",
  "hold-too-long": ({ latest }) =>
    `On peut attendre jusqu'au ${say.day(latest, "long")}. Au-delà, la comptabilité peut prolonger.`,
  "later-only-once": () =>
    "Cet appel a déjà été remis à plus tard une fois. « Pas de réponse » ou un commentaire restent possibles.",
  "later-too-far": ({ latest }) => `C'est un peu loin : une date jusqu'au ${say.day(latest, "long")} convient.`,
  "call-cap-reached": ({ name }) => `${name} a déjà assez d'appels pour le moment. Demain sera un meilleur jour.`,
  "call-already-open": () => "Un appel est déjà en cours pour ce client.",
  "email-not-understood": ({ typed }) =>
    `${typed === "" ? "L'adresse e-mail manque encore." : `« ${typed} » ne ressemble pas à une adresse e-mail.`} Par exemple : prenom.nom@client.fr.`,
  "calendar-not-understood": () =>
    "Il manque l'adresse de l'agenda, par exemple : https://calendar.google.com/…/basic.ics.",
  "calendar-refused": ({ fault }) => FEED_FAULTS_FR[fault],
  "text-missing": () => "Quelques mots suffisent, mais ils manquent encore.",
  "too-few-reps": ({ minimum }) =>
    `Dans un canal, les chiffres portent sur ${minimum} personnes au moins, pour ne montrer ceux d'aucune. En conversation privée, /cash les donne.`,
  "channel-closed": () =>
    "Relais n'a pas accès à ce canal : il est archivé, ou l'application n'y est pas. Une invitation de Relais dans le canal suffit.",
  "no-channel": () =>
    "Relais n'est encore dans aucun de vos canaux. Une fois Relais invité dans le canal de l'équipe, l'abonnement prend une minute.",
  "not-in-channel": () => "Vous pouvez choisir un canal dont vous êtes membre.",
  "guests-read-along": () =>
    "Ce canal est lu par des personnes extérieures ou invitées, ou compte trop de membres pour en être sûr : les tâches nomment des clients et des montants, elles restent entre collègues.",
  "role-not-understood": ({ typed }) =>
    `« ${typed} » n'est pas une équipe connue ici. Par exemple : /finances canal, /finances canal adv, /finances canal direction.`,
  "no-letter": ({ because }) => NO_LETTER_FR[because.because](because as never),
  "letter-changed": () => "Les montants ont changé depuis l'affichage : la carte est à jour, un dernier regard suffit.",
  "letter-above-limit": ({ limit }) =>
    `Au-delà de ${say.money(limit)}, la direction approuve la lettre. « Passer à la direction » lui envoie la carte.`,
  "number-missing": () => "Le numéro du recommandé manque : il est sur le bordereau de dépôt.",
  "before-posting": ({ postedOn }) =>
    `La lettre est partie le ${say.day(postedOn, "full")} : la réception vient après.`,
  "scenario-wrong": ({ finding }) => findingFr(finding),
  "unknown-scenario": ({ typed }) => `Aucun scénario ne s'appelle « ${typed} ». /scenarios donne la liste.`,
  "no-scenario-for-profile": () => "Aucun scénario n'est prévu pour ce profil : la comptabilité peut en préparer un.",
  "nothing-changed": () => "C'est déjà ainsi : rien n'est à publier.",
  "no-earlier-version": ({ name }) => `Le scénario « ${scenarioName(name, "fr")} » n'a pas de version précédente.`,
  "not-a-number": ({ typed }) => `« ${typed} » n'a pas été compris comme un nombre de jours. Par exemple : 12.`,
  "absence-not-understood": ({ typed }) =>
    `« ${typed} » n'a pas été compris. Par exemple : /absence 12-19 août @marie, /absence vendredi, /absence fin.`,
  "absence-too-long": ({ days }) =>
    `Une absence peut durer ${say.count(days, "jour", "jours")} au plus. Au-delà, votre responsable peut confier vos clients à quelqu'un d'autre.`,
  "no-absence": () => "Aucune absence n'est notée pour vous, en cours ou à venir.",
  "colleague-unknown": ({ typed }) =>
    `« ${typed} » ne correspond à personne qui puisse prendre le relais. Un nom, une adresse e-mail ou une mention suffit.`,
  "several-colleagues": ({ typed, names }) =>
    `« ${typed} » peut désigner ${say.list(names)}. Quelques lettres de plus et c'est bon.`,
  "colleague-away": ({ name }) =>
    `Il y a déjà une absence notée pour ${name} à ce moment-là. Qui d'autre peut prendre le relais ?`,
  "delegate-is-self": () =>
    "Le relais est à confier à quelqu'un d'autre que vous. Sans nom, vos appels attendent votre retour.",
  gone: () => "Ce bouton n'est plus d'actualité : la carte a changé depuis.",
};
