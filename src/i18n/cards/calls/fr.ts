import type { Withdrawal } from "#domain/ask.ts";
import type { StepName } from "#domain/scenario.ts";
import { MAIL_DAYS_MAX, type CallWords, type ScriptWords } from "#i18n/cards/calls/messages.ts";
import { SCRIPT_FR } from "#i18n/cards/calls/script-fr.ts";
import { momentOf } from "#i18n/cards/calls/script.ts";
import { by, of, upTo } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const NOTHING_LEFT = "Il ne reste rien à demander pour l'instant.";

const WITHDRAWN: Readonly<Record<Withdrawal, (customer: string) => string>> = {
  paid: (customer) => `${customer} a tout réglé : plus besoin d'appeler. Bonne nouvelle !`,
  promised: (customer) => `${customer} a promis de payer : plus besoin d'appeler pour l'instant.`,
  disputed: (customer) => `Le montant est contesté par ${customer} et quelqu'un s'en occupe : plus besoin d'appeler.`,
  stopped: (customer) => `Les rappels à ${customer} sont en pause : plus besoin d'appeler pour l'instant.`,
  reassigned: (customer) => `Une autre personne s'occupe maintenant ${of(customer)} : plus besoin d'appeler.`,
};

const FIRMER = (when: string): string => `un rappel un peu plus ferme part ${when}`;
const COMES_NEXT: Readonly<Record<StepName, (when: string) => string>> = {
  "pre-due": FIRMER,
  first: FIRMER,
  second: FIRMER,
  call: (when) => `un appel sera proposé ${when}`,
  last: FIRMER,
  "formal-notice": (when) => `une mise en demeure sera étudiée ${when}`,
  decision: (when) => `la suite sera étudiée ${when}`,
};

const script: ScriptWords = {
  title: (customer) => `Quelques idées pour l'appel à ${customer}`,
  openingTitle: "Pour ouvrir",
  opening: (contact, step) => {
    const hello = contact === null ? "Bonjour" : `Bonjour ${contact}`;
    return `« ${hello}, ${SCRIPT_FR[momentOf(step)].opening} »`;
  },
  factsTitle: "Les faits",
  facts: (totals, invoices, others) =>
    totals.length === 0
      ? NOTHING_LEFT
      : `${say.amounts(totals)} : ${say.list(others > 0 ? [...invoices, say.count(others, "autre", "autres")] : invoices)}.`,
  questionsTitle: "Trois questions",
  questions: (step) => SCRIPT_FR[momentOf(step)].questions,
  closeTitle: "Pour conclure",
  close: (step) => SCRIPT_FR[momentOf(step)].close,
  repliesTitle: "Ce qu'on entend souvent",
  replies: (step) => SCRIPT_FR[momentOf(step)].replies,
};

export const callsFr: CallWords = {
  title: (customer, before, today) =>
    before === null
      ? `Un coup de fil à ${customer}, dès que vous pourrez ?`
      : `Un coup de fil à ${customer}, quand vous pourrez ${by(before, today)} ?`,
  summary: (customer, totals) =>
    `Un coup de fil à ${customer} ?${totals.length === 0 ? "" : ` ${say.amounts(totals)} à recevoir.`}`,
  facts: ({ totals, invoices, oldestDaysLate, firstDue }, today) => {
    if (totals.length === 0) return NOTHING_LEFT;
    const what = `${say.amounts(totals)} sur ${say.count(invoices, "facture", "factures")}`;
    if (oldestDaysLate > 0) {
      return `${what}, ${invoices === 1 ? "avec" : "la plus ancienne a"} ${say.count(oldestDaysLate, "jour", "jours")} de retard.`;
    }
    const expected = firstDue === null ? "" : ` ${say.near(firstDue, today)}`;
    return `${what}, ${invoices === 1 ? "attendus" : "les premiers attendus"}${expected}. Rien n'est en retard.`;
  },
  unanswered: (mails) =>
    `${say.capital(say.countInLetters(mails.length, "e-mail", "e-mails"))} sans réponse (${
      mails.length > MAIL_DAYS_MAX ? "les derniers : " : ""
    }${mails
      .slice(-MAIL_DAYS_MAX)
      .map((day) => say.day(day, "short"))
      .join(", ")}).`,
  reasons: {
    unanswered: "",
    "key-account": "C'est un compte clé : aucun e-mail ne part sans vous, à vous de choisir comment en parler.",
    "promise-broken": "",
    "by-hand": "",
    "no-answer-again": "La dernière fois, personne n'a répondu. On retente ?",
    "later-again": "Vous aviez choisi d'y revenir aujourd'hui.",
    "after-visit": "La visite a eu lieu : qu'en est-il sorti ?",
  },
  askedBy: (name, why) => `${name} vous le demande : « ${why} »`,
  heldBy: (name) => `Confié à ${name}.`,
  noContact: "Aucun numéro n'est connu pour ce client.",
  toOpen: (opening) => `Pour ouvrir : ${opening}`,
  broken: {
    title: ({ customer, missing, due, today }) =>
      `Le paiement ${of(customer)} n'est pas encore là : ${say.money(missing)}, prévus ${say.near(due, today) === "hier" ? "hier" : say.day(due, "long")}.`,
    cause: "C'est souvent une signature qui manque.",
    opening: (due) =>
      `« On s'était dit ${say.day(due, "weekday").split(" ")[0]}, qu'est-ce qui coince de votre côté ? »`,
    next: (step, financeOn, today) => {
      const reminder = step === null ? null : COMES_NEXT[step.step](say.near(step.on, today));
      const finance = financeOn === null ? null : `la comptabilité est informée ${say.near(financeOn, today)}`;
      const both = [reminder, finance].filter((each) => each !== null).join(" ; ");
      return both === "" ? "" : `Sans nouvelle, ${both}.`;
    },
  },
  menu: {
    notReceived: "Facture non reçue",
    alreadyPaid: "Déjà payé",
    otherContact: "Autre contact",
    visit: "Visite prévue",
    later: "Plus tard",
    notMine: "Pas mon client",
    why: "Pourquoi moi ?",
    script: "Des idées pour l'appel",
    customer: "La fiche du client",
    comment: "Ajouter un commentaire",
    noAnswerOther: "Pas de réponse, choisir le jour",
  },
  noted: (name) => `C'est noté, merci ${name}`,
  notedBy: (name) => `Noté par ${name}`,
  outcomes: {
    noAnswer: (customer, on, today) =>
      `pas de réponse chez ${customer}. ${on === null ? "" : `La carte revient ${say.near(on, today)}. `}Les e-mails suivent leur cours.`,
    notReceived: (customer, before, today) =>
      `${customer} n'a pas reçu la facture. La copie repart, et l'administration des ventes suit l'arrivée${before === null ? "" : ` ${by(before, today)}`}. Aucun rappel en attendant.`,
    alreadyPaid: (customer, until, today) =>
      `${customer} indique avoir payé. La comptabilité cherche le paiement ; aucun rappel${until === null ? " en attendant" : ` ${upTo(until, today)} compris`}.`,
    otherContact: (customer, contact) =>
      `le contact change chez ${customer}. ${contact === null ? "Les e-mails à l'ancien s'arrêtent." : `Les prochains messages vont à ${contact}.`}`,
    notMine: (customer) => `${customer} ne fait pas partie de vos clients. Le management choisit à qui le confier.`,
    visit: (customer, back, today) =>
      `une visite est prévue chez ${customer}. Aucun rappel d'ici là${back === null ? "" : `, et la carte revient ${say.near(back, today)} pour noter ce qu'il en est sorti`}.`,
    later: (customer, on, today) =>
      `on reparle ${of(customer)} ${on === null ? "plus tard" : say.near(on, today)}. Les e-mails suivent leur cours.`,
    done: (customer) => `c'est fait pour ${customer}.`,
    plainPromise: (customer) => `${customer} a donné une date de paiement.`,
    plainDispute: (customer) => `${customer} conteste une partie du montant.`,
  },
  withdrawn: (customer, why) => WITHDRAWN[why](customer),
  withdrawnTitle: (customer, why) => (why === "paid" ? `✅ ${customer} : réglé` : `${customer} : appel retiré`),
  why: {
    title: (customer) => `Pourquoi cet appel à ${customer} vous est proposé`,
    owner: (customer) => `${customer} fait partie de vos clients : c'est votre voix qu'on y connaît.`,
    insteadOf: (customer, absent) => `${customer} fait partie des clients ${of(absent)}, et le relais est pour vous.`,
    stoodIn: (customer) => `Personne d'autre n'est disponible pour ${customer} en ce moment.`,
    money: (totals, days) => {
      if (totals.length === 0) return NOTHING_LEFT;
      const late = days > 0 ? `avec jusqu'à ${say.count(days, "jour", "jours")} de retard` : "rien n'est en retard";
      return `${say.amounts(totals)} à recevoir, ${late}.`;
    },
    mails: (n) =>
      n === 0
        ? "Aucun e-mail ne part pour ce client sans vous."
        : `${say.capital(say.countInLetters(n, "e-mail", "e-mails"))} sans réponse : la voix marche mieux.`,
    history: (paid, asked) => {
      if (asked === 1)
        return `Ici, le dernier appel ${paid === 0 ? "n'a pas" : "a"} été suivi d'un paiement dans les 30 jours.`;
      const followed = paid === 0 ? "aucun n'a" : paid === 1 ? "1 a" : `${say.number(paid)} ont`;
      return `Ici, sur les ${say.number(asked)} derniers appels, ${followed} été ${paid > 1 ? "suivis" : "suivi"} d'un paiement dans les 30 jours.`;
    },
    noHistory: "Il n'y a pas encore d'appel précédent à comparer.",
    cap: (perDay, perWeek) =>
      `Jamais plus de ${say.count(perDay, "nouvel appel", "nouveaux appels")} par jour et ${perWeek} par semaine, les plus utiles d'abord.`,
    exit: "Ce n'est pas pour vous ? Le menu « Autre… » permet de le dire, ou de remettre à plus tard.",
  },
  script,
  mine: {
    title: (n) => (n === 0 ? "Mes appels" : `Mes appels (${n})`),
    none: "Aucun appel ne vous attend. Bonne journée !",
    line: (totals, days) =>
      totals.length === 0
        ? "rien à demander pour l'instant"
        : `${say.amounts(totals)}, ${days > 0 ? `jusqu'à ${say.count(days, "jour", "jours")} de retard` : "rien en retard"}`,
    since: (day, today) =>
      `proposé ${say.near(day, today) === "aujourd'hui" ? "aujourd'hui" : `le ${say.day(day, "long")}`}`,
    open: "Ouvrir un appel…",
  },
};
