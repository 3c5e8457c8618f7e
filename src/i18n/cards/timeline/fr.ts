import type { Outcome, TaskKind } from "#domain/ask.ts";
import { tellCompanyFr } from "#i18n/cards/timeline/company-fr.ts";
import type { Happening, Recorded, TimelineWords } from "#i18n/cards/timeline/messages.ts";
import { lettersFr } from "#i18n/cards/letters/fr.ts";
import { commonFr } from "#i18n/common/fr.ts";
import { sayIn } from "#i18n/say.ts";
import { scenariosFr } from "#i18n/scenarios/fr.ts";

const say = sayIn("fr");

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  promise: "paiement promis",
  dispute: "litige",
  "no-answer": "pas de réponse",
  "not-received": "facture non reçue",
  "already-paid": "déjà payé",
  "other-contact": "autre contact",
  "not-mine": "autre personne en charge",
  "visit-planned": "visite prévue",
  later: "remis à plus tard",
  done: "fait",
  approved: "accord donné",
  refused: "accord non donné",
};

const TASKS: Readonly<Record<TaskKind, string>> = {
  "formal-notice": "mise en demeure à approuver",
  decision: "suite à décider",
  "end-of-road": "suite à mettre en route",
  "check-payment": "paiement à retrouver",
  "approve-promise": "promesse à valider",
  "broken-promise": "promesse non tenue",
  "who-to-write-to": "contact à trouver",
  "assign-owner": "responsable à trouver",
  "in-credit": "crédit à rapprocher",
  "read-reply": "réponse à lire",
  "unknown-send": "e-mail à vérifier",
  "urgent-block": "pause urgente à confirmer",
  "contact-proposed": "nouveau contact à valider",
  "circuit-changed": "circuit de facturation à reprendre",
  "vip-proposed": "compte à suivre de près, à valider",
  "paid-to-us": "paiement à reverser au factor",
  "insurer-declaration": "déclaration à l'assureur-crédit",
};

const FATES = {
  sent: "",
  bounced: ", adresse refusée",
  unknown: ", arrivée incertaine",
  dropped: ", non envoyé",
} as const;

const PROMISES = {
  given: "promesse",
  moved: "promesse déplacée",
  cancelled: "promesse annulée",
  approved: "promesse acceptée",
  refused: "promesse non acceptée",
  kept: "promesse tenue",
  "partly-kept": "promesse tenue en partie",
  broken: "promesse non tenue",
} as const;

const CONTACTS = {
  added: "nouveau contact",
  changed: "contact corrigé",
  stopped: "contact retiré",
  proposed: "contact suggéré",
  agreed: "contact suggéré, repris",
  declined: "contact suggéré, non repris",
} as const;

const VIP = {
  proposed: "demande de suivi sans e-mail automatique",
  agreed: "suivi sans e-mail automatique : d'accord",
  declined: "suivi sans e-mail automatique : pas d'accord",
} as const;

export const timelineFr: TimelineWords = {
  title: (customer, invoice) =>
    invoice === null ? `Historique : ${customer}` : `Historique : ${customer}, facture ${invoice}`,
  next: "Ensuite",
  nothingNext: "Rien de prévu.",
  nextStep: (step, day, today) => `${say.capital(say.near(day, today))} : ${commonFr.steps[step]}`,
  nextPromise: (amount, due) => `${say.capital(say.day(due, "long"))} : ${say.money(amount)} promis`,
  nextAnswer: (invoice, by) => `${say.capital(say.day(by, "long"))} : réponse sur le litige de ${invoice}`,
  nextHoldEnds: (day) => `${say.capital(say.day(day, "long"))} : fin de la pause`,
  past: "Jusqu'ici",
  empty: "Rien ne s'est encore passé.",
  entry: (day, what, who) => `${day} : ${what}${who === null ? "" : ` (${who})`}`,
  tell,
  undone: " (annulé)",
  open: "Ouvrir",
};

function tell(happening: Happening): string {
  switch (happening.is) {
    case "reminder":
      return `${commonFr.steps[happening.step]} par e-mail${FATES[happening.fate]}, ${commonFr.invoices(happening.invoices)}`;
    case "reply":
      return `réponse de ${happening.from} : « ${happening.text} »`;
    case "reply-closed":
      return {
        "dealt-with": "réponse traitée",
        "carry-on": "réponse lue, les rappels continuent",
        waiting: "réponse à lire",
      }[happening.how];
    case "call-opened":
      return happening.holder === null ? "appel proposé" : `appel proposé à ${happening.holder}`;
    case "ask-passed":
      return `${happening.isCall ? "appel confié" : "tâche confiée"} ${heldBy(happening.to)}`;
    case "ask-left":
      return `${happening.isCall ? "appel laissé" : "tâche laissée"} en attente${happening.until === null ? "" : ` jusqu'au ${say.day(happening.until, "short")}`}`;
    case "ask-joined":
      return `${commonFr.invoices(happening.invoices)} de plus dans ${happening.isCall ? "l'appel proposé" : "la tâche ouverte"}`;
    case "call-answered":
      return `appel : ${OUTCOMES[happening.outcome]}`;
    case "call-withdrawn":
      return happening.why === "paid" ? "appel retiré, c'est réglé" : "appel retiré";
    case "task":
      return `${{ opened: "tâche", answered: "tâche faite", withdrawn: "tâche retirée" }[happening.state]} : ${TASKS[happening.kind]}`;
    case "promise":
      return `${PROMISES[happening.what]} : ${say.money(happening.amount)} pour le ${say.day(happening.due, "short")}`;
    case "dispute-opened":
      return `litige : ${say.money(happening.amount)} sur ${happening.invoice}, ${commonFr.categories[happening.category]}`;
    case "dispute-closed":
      return `litige clos : ${say.money(happening.amount)} sur ${happening.invoice}${
        happening.outcome === null ? "" : `, ${commonFr.disputeOutcomes[happening.outcome]}`
      }`;
    case "hold":
      return happening.what === "ended"
        ? "fin de la pause"
        : `pause : ${commonFr.holdReasons[happening.reason]}${happening.until === null ? "" : `, jusqu'au ${say.day(happening.until, "short")}`}`;
    case "letter":
      return tellLetter(happening);
    case "road-ended":
      return `suite décidée : ${lettersFr.endings[happening.ending].toLocaleLowerCase("fr")}${happening.comment === null ? "" : ` (${happening.comment})`}`;
    case "thanked":
      return "mot de remerciement envoyé";
    case "badly-received":
      return `rappel mal reçu${happening.comment === null ? "" : ` : « ${happening.comment} »`}`;
    case "scenario":
      return happening.scenario === null
        ? "retour au scénario habituel"
        : `scénario choisi : « ${scenariosFr.name(happening.scenario)} »`;
    case "profile":
      return tellProfile(happening);
    case "copy":
      return `copie ${happening.of === "invoice" ? "de la facture" : "de la mise en demeure"} par e-mail${FATES[happening.fate]}`;
    case "published":
    case "all-paused":
    case "all-reminders":
      return tellCompanyFr(happening);
    default:
      return tellRecorded(happening);
  }
}

function heldBy(to: Extract<Happening, { is: "ask-passed" }>["to"]): string {
  if (to === null) return "à une autre personne";
  return "role" in to ? commonFr.atRole[to.role] : `à ${to.name}`;
}

function tellProfile({ what, profile, scenario }: Extract<Happening, { is: "profile" }>): string {
  const seen = scenariosFr.profiles[profile];
  return {
    proposed: `profil de paiement suggéré : ${seen}, scénario « ${scenariosFr.name(scenario)} »`,
    confirmed: `profil de paiement confirmé : ${seen}, scénario « ${scenariosFr.name(scenario)} »`,
    refused: `profil de paiement non suivi : ${seen}, le scénario ne change pas`,
  }[what];
}

function tellLetter(letter: Extract<Happening, { is: "letter" }>): string {
  switch (letter.what) {
    case "approved":
      return `mise en demeure approuvée${letter.total === null ? "" : ` : ${say.money(letter.total)}`}`;
    case "voided":
      return `pas de mise en demeure${letter.reason === null ? "" : ` : ${letter.reason}`}`;
    case "posted":
      return `mise en demeure postée${letter.day === null ? "" : ` le ${say.day(letter.day, "short")}`}, recommandé ${letter.number ?? ""}`;
    case "received":
      return `mise en demeure reçue${letter.day === null ? "" : ` le ${say.day(letter.day, "short")}`}`;
  }
}

function tellRecorded(happening: Recorded): string {
  switch (happening.is) {
    case "payment":
      return `${happening.returned ? "paiement revenu" : "paiement reçu"} : ${say.money(happening.amount)}${
        happening.invoice === null ? ", à affecter" : ` sur ${happening.invoice}`
      }`;
    case "issued":
      return `facture ${happening.invoice} : ${say.money(happening.amount)}, attendue le ${say.day(happening.due, "short")}`;
    case "credit-note":
      return `avoir ${happening.invoice} : ${say.money(happening.amount)}`;
    case "contact":
      return `${CONTACTS[happening.what]}${happening.name === null ? "" : ` : ${happening.name}`}`;
    case "circuit":
      return tellCircuit(happening);
    case "circuit-seen-to":
      return "circuit de facturation reporté pour la prochaine facture";
    case "vip":
      return `${VIP[happening.what]}${happening.why === null ? "" : ` : « ${happening.why} »`}`;
    case "owner":
      return happening.name === null ? "client sans suivi" : `client confié à ${happening.name}`;
    case "comment":
      return `« ${happening.text} »`;
  }
}

function tellCircuit({
  what,
  portal,
  wantsOrderNumber,
  cutOffDay,
  note,
}: Extract<Happening, { is: "circuit" }>): string {
  const facts = [
    ...(portal === null ? [] : [`portail ${portal}`]),
    wantsOrderNumber ? "numéro de commande demandé" : "sans numéro de commande",
    ...(cutOffDay === null ? [] : [`à déposer au plus tard le ${cutOffDay === 1 ? "1er" : cutOffDay} du mois`]),
    ...(note === null ? [] : [`« ${note} »`]),
  ];
  return `circuit de facturation ${what === "learnt" ? "noté" : "changé"} : ${facts.join(", ")}`;
}
