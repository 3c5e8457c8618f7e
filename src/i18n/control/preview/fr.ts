import type { HeldReason } from "#domain/dunning-plan.ts";
import { commonFr } from "#i18n/common/fr.ts";
import type { PreviewKind, PreviewWords } from "#i18n/control/preview/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

/** A line stays a line: the customer's card names them all. */
const NAMED_MAX = 4;

const REASONS: Readonly<Record<HeldReason, string>> = {
  "before-go-live": "Pas encore en service",
  paused: "Rappels suspendus",
  hold: "En pause, à la demande de l'équipe",
  promise: "Paiement promis",
  "awaiting-payments": "Promesse passée, paiements pas encore importés",
  dispute: "Litige en cours",
  "notified-factor": "Confié à l'affacturage",
  "direct-debit": "Prélèvement",
  insolvency: "Procédure collective",
  "company-paused": "Tous les rappels sont suspendus",
  "stale-data": "Données de comptabilité trop anciennes",
  "reply-waiting": "Réponse du client à lire",
  "in-credit": "Crédit à affecter",
  "below-threshold": "Sous le montant minimum",
  "no-contact": "Aucun contact à qui écrire",
  interval: "Un rappel est parti il y a peu",
  "awaiting-answer": "Le dernier rappel attend sa réponse",
  answered: "Le client a déjà répondu ou payé",
  "no-email-yet": "Aucun e-mail arrivé pour l'instant",
  "daily-cap": "Au-delà du nombre de rappels par jour",
  "ask-cap": "Au-delà du nombre d'appels par personne",
  "not-a-working-day": "Jour non ouvré",
};

const KINDS: Readonly<Record<PreviewKind, (holder: string) => string>> = {
  call: (holder) => `appel proposé à ${holder}`,
  "formal-notice": (holder) => `mise en demeure à approuver par ${holder}`,
  decision: (holder) => `suite à décider par ${holder}`,
  "in-credit": (holder) => `crédit à affecter par ${holder}`,
  "who-to-write-to": (holder) => `contact à trouver, demandé à ${holder}`,
};

export const previewFr: PreviewWords = {
  title: (day, today) => {
    const near = say.near(day, today);
    return near === "aujourd'hui" || near === "demain"
      ? `Aperçu pour ${near}, ${say.day(day, "long")}`
      : `Aperçu du ${say.day(day, "long")}`;
  },
  beforeGoLive: "Rien ne part avant la mise en service ; voici ce qui partirait si elle avait lieu ce jour-là.",
  leaving: (n, totals) =>
    n === 0
      ? "Aucun rappel ne part."
      : `${say.count(n, "rappel part", "rappels partent")}${totals.length === 0 ? "" : `, pour ${say.amounts(totals)}`}.`,
  asked: (n) => `${say.count(n, "demande", "demandes")} à l'équipe :`,
  held: (reasons) => (reasons === 0 ? "Rien n'est retenu." : "Ne reçoivent rien, et pourquoi :"),
  messagesTitle: (n) => say.count(n, "rappel", "rappels"),
  asksTitle: (n) => say.count(n, "demande à l'équipe", "demandes à l'équipe"),
  message: (step, total, invoices, seller) =>
    ` : ${commonFr.steps[step]}, ${say.money(total)} sur ${commonFr.invoices(invoices)}${seller === null ? "" : ` (${seller})`}`,
  because: (reached) => {
    const named = reached.slice(0, NAMED_MAX).map(({ number, daysOverdue }) => `${number} (${late(daysOverdue)})`);
    const others = reached.length - named.length;
    return `Parce que : ${say.list(others === 0 ? named : [...named, say.count(others, "autre", "autres")])}.`;
  },
  to: (addresses) => `À ${say.list(addresses)}.`,
  missing: (roles) => `Aucun contact connu pour : ${say.list(roles)}.`,
  ask: (kind, holder, totals, invoices) =>
    ` : ${KINDS[kind](holder)}${totals.length === 0 ? "" : `, ${say.amounts(totals)} sur ${commonFr.invoices(invoices)}`}`,
  heldInvoices: (totals, numbers, until) => {
    const others = numbers.length - NAMED_MAX;
    const named = others > 0 ? [...numbers.slice(0, NAMED_MAX), say.count(others, "autre", "autres")] : numbers;
    return ` : ${say.amounts(totals)}, ${say.list(named)}${until === null ? "" : `, jusqu'au ${say.day(until, "long")}`}`;
  },
  reason: (reason, invoices, customers, totals) =>
    `${REASONS[reason]} : ${commonFr.invoices(invoices)} chez ${say.count(customers, "client", "clients")}, ${say.amounts(totals)}`,
  see: "Voir",
  seeAll: (n) => `Tout voir (${say.number(n)})`,
  open: "La fiche",
  back: "Retour à l'aperçu",
};

function late(days: number): string {
  if (days < 0) return `${say.count(-days, "jour", "jours")} avant la date`;
  return days === 0 ? "prévue ce jour-là" : `${say.count(days, "jour", "jours")} de retard`;
}
