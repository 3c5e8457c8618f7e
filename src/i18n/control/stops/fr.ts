import { commonFr } from "#i18n/common/fr.ts";
import type { PauseFacts, StopsWords } from "#i18n/control/stops/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const stopsFr: StopsWords = {
  title: "Rappels suspendus",
  none: "Rien n'est suspendu : tous les rappels suivent leur cours.",
  pauses: "Suspendus pour tous, une société ou un segment :",
  pause: (facts) => say.capital(told(facts)),
  paused: (facts) => `Rappels suspendus, ${told(facts)}.`,
  bySetting: "suspension dans les réglages de l'entreprise",
  holds: (n) => `En pause chez ${say.count(n, "client", "clients")} :`,
  hold: (reason, invoice, until, by) =>
    ` : ${commonFr.holdReasons[reason]}${invoice === null ? "" : `, facture ${invoice}`}${
      until === null ? ", jusqu'à nouvel avis" : `, jusqu'au ${say.day(until, "long")}`
    }${by === null ? "" : ` (${by})`}`,
  open: "La fiche",
  suspend: "Suspendre…",
  resume: "Reprendre",
  resumeConfirm: {
    title: "Reprendre les rappels ?",
    text: "Chaque facture reprend à son rappel suivant, sans en sauter.",
    yes: "Reprendre",
    no: "Pas maintenant",
  },
  form: {
    title: "Suspendre les rappels",
    submit: "Suspendre",
    scope: "Pour qui",
    company: "Toute l'entreprise",
    seller: (name) => `Société ${name}`,
    segment: (name) => `Segment ${name}`,
    until: "Jusqu'au (compris)",
    untilHint: "Sans date, jusqu'à ce que quelqu'un les reprenne.",
    reason: "Pourquoi",
    reasonHint: "Se lit dans l'aperçu et sur les fiches des clients.",
  },
};

function told({ scope, name, from, until, reason, by }: PauseFacts): string {
  const whose = { company: "toute l'entreprise", seller: `société ${name}`, segment: `segment ${name}` }[scope];
  const start = from === null ? "" : ` à partir du ${say.day(from, "long")}`;
  const end = until === null ? " jusqu'à nouvel avis" : ` jusqu'au ${say.day(until, "long")}`;
  const only = from !== null && from === until ? ` le ${say.day(from, "long")}` : `${start}${end}`;
  return `${whose},${only}${reason === null ? "" : ` : ${reason}`}${by === null ? "" : ` (${by})`}`;
}
