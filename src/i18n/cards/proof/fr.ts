import { LATER_DAYS, FOLLOWED_DAYS, type ProofFigure, type Side } from "#domain/proof.ts";
import type { ProofWords } from "#i18n/cards/proof/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");
const number = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

export const proofFr: ProofWords = {
  title: "Ce qui a changé depuis la mise en service",
  nothingLive: "Relais n'est pas encore en service : il n'y a rien à comparer pour l'instant.",
  seller: (name, wentLiveOn) => `${name}, en service depuis le ${say.day(wentLiveOn, "full")}`,
  figure: {
    "cash-at-30": "Encaissé 30 jours après l'échéance",
    "days-late": "Retard médian des paiements",
    "dispute-days": "Âge médian des litiges à leur clôture",
    "days-to-outcome": "Temps médian entre une demande d'appel et sa réponse",
  },
  sides: (figure, before, after) =>
    `${value(figure, before)} avant, ${value(figure, after)} depuis (${cases(before, after)}).`,
  only: (figure, after) => `${value(figure, after)} depuis (${say.count(after.cases, "cas", "cas")}).`,
  difference: (figure, difference, interval) =>
    `Écart : ${change(figure, difference)}${interval === null ? "" : `, entre ${signed.format(interval[0])} et ${signed.format(interval[1])}`}.`,
  range: (figure, [low, high]) => `Entre ${number.format(low)} et ${unit(figure, high)}.`,
  verdict: {
    "proven-better": "Amélioration établie.",
    "proven-worse": "Recul établi.",
    "not-proven": "Pas encore prouvé : l'écart peut être dû au hasard.",
    "too-few": "Trop peu de cas ou de clients pour conclure.",
    "no-before": "Rien à comparer avant la mise en service.",
  },
  noHistory:
    "Les fichiers d'avant la mise en service ne contiennent presque que des factures ouvertes : les paiements d'avant ne peuvent pas servir de comparaison.",
  basis: (comparedFrom, wentLiveOn, knownUntil) =>
    `Avant : du ${say.day(comparedFrom, "full")} au ${say.day(wentLiveOn, "full")}. Depuis : paiements connus jusqu'au ${say.day(knownUntil, "full")}.`,
  caveat:
    "Deux périodes ne se ressemblent jamais tout à fait : la saison, les commandes et la conjoncture comptent aussi. Un écart établi ne dit pas à lui seul d'où il vient.",
  sure: "Les fourchettes sont sûres à 95 %. Les clients y sont tirés au sort, pour qu'un gros client ne décide pas seul.",
  others: (n) => `${say.count(n, "autre société", "autres sociétés")} : « cash preuve société » et son nom.`,
};

function value(figure: ProofFigure, side: Side): string {
  if (side.value === null) return "rien";
  if (figure === "days-late" && side.value >= LATER_DAYS) return `plus de ${FOLLOWED_DAYS} jours`;
  return unit(figure, side.value);
}

function unit(figure: ProofFigure, amount: number): string {
  if (figure === "cash-at-30") return formatPercent(amount, "fr");
  return `${number.format(amount)} ${Math.abs(amount) < 2 ? "jour" : "jours"}`;
}

function change(figure: ProofFigure, difference: number): string {
  const noun = figure === "cash-at-30" ? "point" : "jour";
  return `${signed.format(difference)} ${noun}${Math.abs(difference) < 2 ? "" : "s"}`;
}

function cases(before: Side, after: Side): string {
  return `${number.format(before.cases)} et ${number.format(after.cases)} cas`;
}
