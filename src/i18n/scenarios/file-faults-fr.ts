import type { Expected, FileFault } from "#domain/scenario-file-fault.ts";

const EXPECTED: Readonly<Record<Expected, string>> = {
  number: "un nombre",
  "whole-number": "un nombre entier",
  text: "un texte",
  list: "une liste",
  "yes-no": "true ou false",
  fields: "une suite de champs",
};

const HOW = {
  twice: "le même champ y est écrit deux fois.",
  tab: "les retraits s'écrivent avec des espaces, pas avec des tabulations.",
  alignment: "cette ligne n'est pas alignée avec celles de sa liste.",
  other: "la ponctuation du fichier (deux-points, tirets, guillemets) s'arrête de se lire ici.",
} as const;

/** What keeps a file of scenarios from being read, as one sentence. */
export function fileFaultFr(fault: FileFault): string {
  switch (fault.fault) {
    case "not-yaml":
      return HOW[fault.how];
    case "empty":
      return "le fichier commence par « scenarios: » ou « templates: ».";
    case "missing":
      return `« ${fault.field} » manque ici.`;
    case "not-a":
      return `« ${fault.field} » attend ${EXPECTED[fault.expected]}${fault.typed === null ? "" : `, et non « ${fault.typed} »`}.`;
    case "not-one-of":
      return `« ${fault.field} » ne connaît pas « ${fault.typed ?? ""} » ; au choix : ${fault.values.join(", ")}.`;
    case "unknown-field":
      return `« ${fault.field} » n'est pas un champ connu.`;
    case "too-large":
      return `« ${fault.field} » ${{ number: "va jusqu'à", text: "tient en", list: "compte au plus" }[fault.of]} ${fault.bound}${fault.of === "text" ? " caractères" : ""}.`;
    case "too-small":
      return fault.of === "number" ? `« ${fault.field} » commence à ${fault.bound}.` : `« ${fault.field} » est vide.`;
    default:
      return fault satisfies never;
  }
}
