import type { Finding } from "#domain/scenario-lint.ts";
import { commonFr } from "#i18n/common/fr.ts";
import type { FindingWords } from "#i18n/scenarios/messages.ts";
import { scenarioName } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");
const { steps, atRole } = commonFr;

export const RECIPIENTS_FR = {
  billing: "comptabilité du client",
  signatory: "signataire",
  purchasing: "achats",
  other: "autre contact",
  rep: "commerce",
  "project-manager": "suivi de projet",
  collector: "suivi des paiements",
  direction: "direction",
} as const;

const FINDINGS: FindingWords = {
  "no-steps": () => "aucune étape n'est prévue.",
  "threat-too-early": ({ offset, earliest }) =>
    `menace trop tôt : les mots d'une mise en demeure à J+${offset} ; jamais avant J+${earliest}.`,
  "threat-without-email": () => "menace sans prévenir : aucun rappel par e-mail ne précède la mise en demeure.",
  "call-without-email": () => "appel sans prévenir : aucun rappel par e-mail ne le précède.",
  "not-ascending": ({ before }) => `les jours ne se suivent pas : cette étape vient après « ${steps[before]} ».`,
  "step-twice": () => "cette étape est prévue deux fois.",
  "level-falls": ({ before }) => `les étapes ne se suivent pas : celle-ci vient avant « ${steps[before]} ».`,
  "tone-falls": ({ before }) => `plus douce que « ${steps[before]} », qui la précède.`,
  "too-near": ({ before, days, interval }) =>
    `trop près de « ${steps[before]} » : ${say.count(days, "jour", "jours")} d'écart, pour ${interval} au moins entre deux rappels.`,
  "wrong-channel": ({ channel }) =>
    ({
      email: "cette étape ne se fait pas par e-mail.",
      call: "cette étape ne se fait pas par téléphone.",
      letter: "une lettre est réservée à la mise en demeure.",
    })[channel],
  "pre-due-late": () => "un rappel avant la date ne peut pas venir après elle.",
  "not-late-yet": () => "cette étape suppose un retard : son jour vient après l'échéance.",
  "machine-cannot": () => "une personne est à nommer : un appel ou une lettre ne part pas tout seul.",
  "unknown-template": ({ template }) => `le texte « ${template ?? ""} » n'existe pas.`,
  "missing-role": ({ role }) =>
    `personne n'est ${atRole[role]} pour l'instant${role === "finance" ? "." : " : la comptabilité répondra."}`,
  "missing-contact": ({ role, customers }) =>
    role === "billing"
      ? `${say.count(customers, "client n'a", "clients n'ont")} aucun contact avec une adresse e-mail.`
      : `${say.count(customers, "client n'a", "clients n'ont")} personne pour « ${RECIPIENTS_FR[role]} ».`,
  "name-not-usable": () => "le nom s'écrit en minuscules, chiffres et tirets, 40 caractères au plus.",
  "name-twice": () => "ce nom est pris deux fois dans le fichier.",
  "unknown-placeholder": ({ typed }) => `« ${typed} » n'est pas un champ connu.`,
  "no-number": () => "le numéro de facture manque : {{facture}} ou {{tableau}}.",
  "no-due-date": () => "la date d'échéance manque : {{echeance}} ou {{tableau}}.",
  "no-table": () => "le tableau des factures manque : {{tableau}}.",
  "table-in-subject": () => "le tableau ne tient pas dans un objet.",
  "text-missing": () => "l'objet ou le texte est vide.",
};

/** A finding as one sentence, after the place it is about. */
export function findingFr(finding: Finding): string {
  // Each sentence takes the finding of its own fault: the table's type says so, TypeScript cannot follow it here.
  const tell = FINDINGS[finding.fault] as (finding: Finding) => string;
  const isText = finding.scenario === null;
  const place = [
    isText ? `Texte « ${finding.template ?? ""} »` : `« ${scenarioName(finding.scenario, "fr")} »`,
    ...(finding.step === null ? [] : [steps[finding.step]]),
  ];
  return `${place.join(", ")} : ${tell(finding)}`;
}
