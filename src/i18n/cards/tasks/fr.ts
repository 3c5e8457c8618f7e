import type { TaskWithdrawal } from "#domain/ask.ts";
import type { TaskWords } from "#i18n/cards/tasks/messages.ts";
import { commonFr } from "#i18n/common/fr.ts";
import { lettersFr } from "#i18n/cards/letters/fr.ts";
import { of } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const notedBy = (by: string | null): string => (by === null ? "" : ` (noté par ${by})`);

const WITHDRAWN: Readonly<Record<TaskWithdrawal, (customer: string, by: string | null) => string>> = {
  paid: (customer) => `${customer} a tout réglé : plus rien à faire ici. Bonne nouvelle !`,
  promised: (customer, by) => `${customer} a promis de payer${notedBy(by)} : plus rien à faire ici pour l'instant.`,
  disputed: (customer, by) =>
    `Le montant est contesté par ${customer}${notedBy(by)} et quelqu'un s'en occupe : plus rien à faire ici pour l'instant.`,
  stopped: (customer, by) =>
    `Les rappels à ${customer} sont en pause${notedBy(by)} : plus rien à faire ici pour l'instant.`,
  reassigned: (customer) => `Une autre personne s'occupe maintenant ${of(customer)} : plus rien à faire ici.`,
  "taken-back": (customer, by) =>
    `${customer} : la demande a été annulée${by === null ? "" : ` par ${by}`}, plus rien à faire ici.`,
  "promise-over": (customer) => `${customer} : la promesse n'a plus cours, plus rien à faire ici.`,
};

export const tasksFr: TaskWords = {
  facts: (totals, invoices, days) =>
    `${say.amounts(totals)} sur ${say.count(invoices, "facture", "factures")}${
      days > 0 ? `, jusqu'à ${say.count(days, "jour", "jours")} de retard` : ""
    }.`,
  formalNotice: {
    title: lettersFr.title,
  },
  decision: {
    title: (customer) => `${customer} : la suite à décider`,
    text: "Deux mois après la date prévue, la suite se choisit à plusieurs : échéancier, tiers, ou patience.",
    decide: "Décider la suite",
  },
  endOfRoad: {
    title: (customer, ending) =>
      `${customer} : ${lettersFr.endings[ending].toLocaleLowerCase("fr")}, à mettre en route`,
    text: "C'est décidé ; plus aucun rappel ne part pour ces factures. Le dossier est prêt à transmettre.",
    done: "C'est en route",
  },
  checkPayment: {
    title: (customer) => `${customer} indique avoir payé`,
    text: (by, until) =>
      `${by === null ? "Le client" : by} signale un paiement déjà fait.${until === null ? "" : ` Aucun rappel jusqu'au ${say.day(until, "long")} : le temps de le retrouver.`}`,
    done: "C'est vérifié",
  },
  approvePromise: {
    title: (customer) => `${customer} : une promesse à valider`,
    text: (amount, due, author) =>
      `${say.money(amount)} pour le ${say.day(due, "full")}${author === null ? "" : `, noté par ${author}`}.`,
    meanwhile: (until) => `En attendant votre avis, aucun rappel jusqu'au ${say.day(until, "long")}.`,
    approve: "D'accord",
    refuse: "Pas d'accord",
    approved: (customer, due, by) =>
      `Accord donné pour ${customer}${by === null ? "" : `, par ${by}`}${
        due === null ? "." : ` : on attend le ${say.day(due, "long")}.`
      }`,
    refusedAs: (customer, by) =>
      `La date ${of(customer)} n'est pas retenue${by === null ? "" : ` (${by})`} ; les rappels reprennent leur cours.`,
  },
  brokenPromise: {
    title: (customer) => `${customer} : le paiement promis n'est pas arrivé`,
    text: (missing, due, author) =>
      `${say.money(missing)} étaient prévus le ${say.day(due, "long")}.${author === null ? "" : ` ${author} a reçu la carte en premier.`}`,
    done: "C'est vu",
  },
  whoToWriteTo: {
    title: (customer) => `À qui écrire chez ${customer} ?`,
    text: "Aucune adresse ne fonctionne pour l'instant : les e-mails attendent un bon contact.",
    others: (names) => `En attendant, les e-mails partent à ${say.list(names)}.`,
    stopped: (name, email, because, since) =>
      `${name}${email === null || email === name ? "" : ` (${email})`} : ${because}${since === null ? "" : `, depuis le ${say.day(since, "long")}`}.`,
    call: (contact) => `Pour demander une adresse : ${contact}.`,
    give: "Nouveau contact",
  },
  assignOwner: {
    title: (customer) => `Qui suit ${customer} ?`,
    text: (by) =>
      by === null ? "Personne n'est en charge de ce client." : `${by} indique que ce n'est pas son client.`,
    assign: "Confier à…",
  },
  inCredit: {
    title: (customer) => `${customer} : un crédit à affecter`,
    text: (credit) =>
      `${say.amounts(credit)} restent à affecter, autant ou plus que ce qui est en retard : aucun rappel ne part.`,
    done: "C'est fait",
  },
  unknownSend: {
    title: (customer) => `${customer} : un e-mail à vérifier`,
    text: (step, day, to) =>
      `${step === null ? "Un e-mail" : say.capital(commonFr.steps[step])}${day === null ? "" : ` du ${say.day(day, "short")}`}${
        to.length === 0 ? "" : `, à ${say.list(to)}`
      } : le serveur n'a pas dit s'il l'avait pris. Rien n'est renvoyé sans vous.`,
    done: "C'est vérifié",
  },
  reply: {
    title: (customer) => (customer === null ? "Une réponse à lire" : `${customer} a répondu`),
    from: (email, day, time) => `${email}, le ${say.day(day, "long")} à ${time}`,
    takenOver: (from) =>
      from === null
        ? "Cette réponse attendait encore : la comptabilité prend le relais."
        : `${from} n'a pas encore pu s'occuper de cette réponse : la comptabilité prend le relais.`,
    waits: "Aucun rappel ne part tant que cette réponse est à lire.",
    unmatched: "Cette adresse n'est connue chez aucun client.",
    dealtWith: "C'est traité",
    carryOn: "On continue",
    more: (n) => `… et ${say.count(n, "ligne", "lignes")} de plus.`,
    attachments: (names) => `Avec ${say.list(names)}.`,
    whole: "Lire en entier",
    wholeTitle: (customer, subject) => (customer === null ? subject : `${customer} : ${subject}`),
    promiseRead: (due, amount) =>
      `On y lit une promesse : ${amount === null ? "tout ce qui est en retard" : say.money(amount)}, ${
        due === null ? "un jour à préciser" : `pour le ${say.day(due, "long")}`
      }.`,
    disputeRead: (category, amount, invoices) =>
      `On y lit un litige : ${[
        category,
        ...(amount === null ? [] : [say.money(amount)]),
        ...(invoices.length === 0 ? [] : [`${invoices.length === 1 ? "facture" : "factures"} ${say.list(invoices)}`]),
      ].join(", ")}.`,
    nothingYet: "Rien n'est noté sans votre accord.",
    confirmPromise: "Oui, noter la promesse",
    confirmDispute: "Oui, noter le litige",
    confirmBoth: "Oui, noter les deux",
    fillPromise: "Préciser la promesse…",
    fillDispute: "Préciser le litige…",
    complaintTitle: (customer) =>
      customer === null ? "Une adresse ne veut plus d'e-mails" : `${customer} : une adresse ne veut plus d'e-mails`,
    complaint: (addresses) =>
      `Nos e-mails y ont été signalés comme indésirables. Plus rien n'est envoyé ${
        addresses.length === 0 ? "à cette adresse" : `à ${say.list(addresses)}`
      }.`,
    closedDealtWith: (customer, by) => `Réponse ${of(customer)} : traitée${by === null ? "" : ` par ${by}`}.`,
    closedCarryOn: (customer, by) =>
      `Réponse ${of(customer)} : lue${by === null ? "" : ` par ${by}`}, les rappels suivent leur cours.`,
  },
  closed: (customer, by) => `${customer} : c'est fait${by === null ? "" : `, par ${by}`}. Merci !`,
  withdrawn: (customer, why, by) => WITHDRAWN[why](customer, by),
  openCustomer: "La fiche du client",
};
