import { daysBetween } from "#domain/calendar.ts";
import type { FormalNotice, LetterParty } from "#domain/formal-notice.ts";
import { rateText } from "#domain/late-rates.ts";
import { formatMoneyExact } from "#i18n/format.ts";
import { withFrenchSpaces } from "#i18n/french-spaces.ts";
import type { LetterText } from "#i18n/letters/letter-text.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

/** Which wording a kept letter was made with; goes up with every change of the text below or of the layout. */
export const FORMAL_NOTICE_VERSION = "mise-en-demeure-3";

/** Who approved it, by name; null = nobody yet, and the letter says so. */
export interface Approval {
  readonly name: string;
}

/**
 * The formal notice in French (C. civ. 1344, C. com. L441-10 and D441-5), whatever the reader's language: letters are
 * French law. No bank details (a new IBAN is never announced in a reminder), nothing that looks like a bailiff's act.
 */
export function formalNoticeText(notice: FormalNotice, approved: Approval | null): LetterText {
  const euros = (minor: bigint) => formatMoneyExact({ minor, currency: notice.currency }, "fr");
  const { seller, debtor, lines } = notice;
  const text: LetterText = {
    title: `Mise en demeure ${debtor.legalName}`,
    sender: addressOf(seller),
    carriage: "Lettre recommandée avec avis de réception",
    recipient: addressOf(debtor),
    placeAndDate: `${seller.city ?? ""}, le ${dated(notice.computedOn)}`,
    references: [`Nos références : compte ${debtor.code}`],
    object: `Objet : mise en demeure de payer ${euros(notice.total)}`,
    salutation: "Madame, Monsieur,",
    before: [
      `Malgré nos rappels, ${lines.length === 1 ? "la facture ci-dessous reste impayée" : `les ${say.count(lines.length, "facture", "factures")} ci-dessous restent impayées`} à ce jour.`,
      `Par la présente, ${named(seller)} met en demeure ${named(debtor)}, au sens de l'article 1344 du Code civil, de payer la somme de ${euros(notice.total)} au plus tard le ${dated(notice.answerBy)}, soit dans un délai de ${daysBetween(notice.computedOn, notice.answerBy)} jours à compter de la date de cette lettre.`,
    ],
    table: {
      head: ["Facture", "Date", "Date d'échéance", "Reste dû TTC", "Pénalités", "Indemnité"],
      widths: [24, 14, 15, 18, 15, 14],
      figuresFrom: 3,
      rows: lines.map((line) => [
        line.number,
        shortDay(line.issued),
        shortDay(line.due),
        euros(line.residual),
        euros(line.interest),
        euros(line.indemnity),
      ]),
      total: ["Total", "", "", euros(notice.residual), euros(notice.interest), euros(notice.indemnity)],
      goesOn: "Suite page suivante",
    },
    after: [
      `Total à payer : ${euros(notice.total)}.`,
      penalties(notice),
      "Indemnité : 40 € par facture en retard pour frais de recouvrement (articles L. 441-10 et D. 441-5 du Code de commerce), sans TVA.",
      "À défaut de paiement dans ce délai, nous pourrons saisir la juridiction compétente sans autre avis et demander, outre les sommes ci-dessus, les pénalités qui auront couru jusqu'au paiement et les frais de procédure.",
      "Si une facture est contestée, nous vous demandons de nous en donner le motif par écrit dans le même délai. Si votre paiement a été fait entre-temps, cette lettre est sans objet pour son montant.",
    ],
    closing: "Nous vous prions d'agréer, Madame, Monsieur, l'expression de nos salutations distinguées.",
    signature: [`Pour ${seller.legalName}`, approved?.name ?? "(signature après approbation)"],
    mentions: mentionsOf(seller),
    page: (number, of) => `Page ${number} sur ${of}`,
    draft: approved === null ? "PROJET : lettre non approuvée" : null,
  };
  return withFrenchSpaces(text);
}

function penalties(notice: FormalNotice): string {
  const rates = say.list(notice.rates.map((rate) => `${rateText(rate).replace(".", ",")} %`));
  const source = notice.isContractRate
    ? "selon nos conditions de règlement"
    : "soit le taux de refinancement de la Banque centrale européenne du semestre, majoré de 10 points";
  return `Pénalités de retard (article L. 441-10 du Code de commerce) : arrêtées au ${dated(notice.computedOn)}, calculées en jours réels sur 365 depuis le lendemain de la date d'échéance, sur le montant restant dû toutes taxes comprises, au taux annuel de ${rates}, ${source}. Elles courent jusqu'au paiement complet.`;
}

function addressOf({ legalName, address, postalCode, city }: LetterParty): readonly string[] {
  const street = (address ?? "")
    .split(/\n|\|/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return [legalName, ...street, `${postalCode ?? ""} ${(city ?? "").toLocaleUpperCase("fr")}`.trim()];
}

function named(party: LetterParty): string {
  return `${party.legalName} (SIREN ${sirenOf(party)})`;
}

function mentionsOf(seller: FormalNotice["seller"]): string {
  return [seller.legalName, `SIREN ${sirenOf(seller)}`, seller.mentions]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}

/** "123 456 789": as registers print it. */
function sirenOf({ siren }: LetterParty): string {
  const digits = (siren ?? "").replace(/\s/g, "").slice(0, 9);
  return digits.replace(/(\d{3})(?=\d)/g, "$1 ");
}

function dated(day: FormalNotice["computedOn"]): string {
  return `${say.day(day, "short")} ${day.slice(0, 4)}`;
}

function shortDay(day: FormalNotice["computedOn"]): string {
  return day.split("-").toReversed().join("/");
}
