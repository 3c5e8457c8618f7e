import type { MailWords, ReminderFacts } from "#i18n/mail/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const SOMETHING_MISSING =
  "S'il vous manque quelque chose (une copie, un numéro de commande, un détail), répondez simplement à ce message : nous nous en occupons.";

const factures = (n: number) => say.count(n, "facture", "factures");
const jours = (n: number) => say.count(n, "jour", "jours");
const alone = (facts: ReminderFacts) => facts.invoices.length === 1;

export const mailFr: MailWords = {
  greeting: (name) => (name === null ? "Bonjour," : `Bonjour ${name},`),
  signOff: "Bien à vous,",
  steps: {
    "pre-due": {
      subject: (f) =>
        alone(f)
          ? `Facture ${f.oldest.number}, prévue pour le ${say.day(f.oldest.due, "short")}`
          : `Vos ${factures(f.invoices.length)} à venir chez ${f.seller}`,
      before: (f) => [
        alone(f)
          ? `Un mot d'avance : le règlement de la facture ci-dessous est prévu pour le ${say.day(f.oldest.due, "long")}.`
          : `Un mot d'avance : les ${factures(f.invoices.length)} ci-dessous arrivent bientôt à leur date de règlement, la première le ${say.day(f.oldest.due, "long")}.`,
      ],
      after: () => [
        SOMETHING_MISSING,
        "Si tout est déjà en route chez vous, il n'y a rien de plus à faire. Bonne journée !",
      ],
    },
    first: {
      subject: (f) =>
        alone(f)
          ? `Facture ${f.oldest.number} du ${say.day(f.oldest.issued, "short")} : un petit rappel`
          : `Vos ${factures(f.invoices.length)} chez ${f.seller} : un petit rappel`,
      before: (f) => [
        (f.missedPromise === null
          ? "Sauf erreur de notre part, nous n'avons pas encore reçu"
          : "Il nous manque encore") +
          (f.late <= 1
            ? ` le règlement de la facture ${f.oldest.number}, prévu pour le ${say.day(f.oldest.due, "long")}.`
            : ` le règlement de ${factures(f.late)} ; celui de la plus ancienne était prévu pour le ${say.day(f.oldest.due, "long")}.`) +
          (f.missedPromise === null && !f.debitsOnly ? " Un oubli, cela arrive." : ""),
      ],
      after: (f) => [
        ...(f.debitsOnly
          ? []
          : [
              "Votre paiement est peut-être déjà parti : dans ce cas, merci, et ne tenez pas compte de ce message. Sinon, pouvez-vous nous dire pour quand il est prévu ?",
            ]),
        SOMETHING_MISSING + (f.rep === null ? "" : ` ${f.rep}, qui vous suit chez nous, peut aussi vous répondre.`),
      ],
    },
    second: {
      subject: (f) =>
        alone(f)
          ? `Facture ${f.oldest.number} : où en est son règlement ?`
          : `${factures(f.invoices.length)} en attente, ${say.money(f.net)} : où en est leur règlement ?`,
      before: (f) => [
        (f.lastWrittenOn === null
          ? "Nous vous écrivons au sujet de votre compte : "
          : `Nous revenons vers vous après notre message du ${say.day(f.lastWrittenOn, "short")} : `) +
          (f.late <= 1
            ? `la facture ${f.oldest.number} n'est pas réglée et a maintenant ${jours(f.oldest.daysLate)} de retard.`
            : `${factures(f.late)} ne sont pas réglées, et la plus ancienne a maintenant ${jours(f.oldest.daysLate)} de retard.`),
      ],
      after: (f) => [
        `Pouvez-vous ${f.late <= 1 ? "la" : "les"} régler dans les prochains jours, ou nous donner une date ferme ? Une ligne en réponse suffit.`,
        "Si quelque chose bloque (un désaccord, une validation, un document manquant), dites-le-nous : nous préférons le savoir et chercher la solution avec vous." +
          (f.rep === null ? "" : ` ${f.rep}, qui vous suit chez nous, reste aussi à votre écoute.`),
      ],
    },
    last: {
      subject: (f) => `Dernier rappel amiable : ${say.money(f.net)} en attente chez ${f.seller}`,
      before: (f) => [
        (f.lastWrittenOn === null ? "À ce jour, " : "Malgré nos messages, ") +
          (f.late <= 1
            ? `la facture ${f.oldest.number} n'est toujours pas réglée : elle a maintenant ${jours(f.oldest.daysLate)} de retard.`
            : `${factures(f.late)} ne sont toujours pas réglées : la plus ancienne a maintenant ${jours(f.oldest.daysLate)} de retard.`) +
          " Ce message est notre dernier rappel amiable.",
      ],
      after: (f) => [
        `Nous comptons sur votre règlement, ou sur une date ferme, d'ici au ${say.day(f.answerBy, "long")}. Sans nouvelle de votre part à ce moment-là, ${f.noticeFollows ? "la suite passerait par une mise en demeure" : "nous aurions à décider d'une suite"} ; nous préférerions de loin nous entendre avec vous avant.`,
        "Si un point vous pose problème, ou si le moment est difficile pour vous, répondez à ce message : une solution se trouve plus simplement maintenant." +
          (f.rep === null ? "" : ` Vous pouvez aussi en parler à ${f.rep}, qui vous suit chez nous.`),
      ],
    },
  },
  missedPromise: (promise) =>
    `Vous nous aviez annoncé ${say.money(promise.amount)} pour le ${say.day(promise.dueOn, "long")} ; sauf erreur de notre part, ` +
    (promise.partly ? "nous n'en avons reçu qu'une partie." : "ce règlement ne nous est pas encore parvenu."),
  returnedDebits: (numbers, isFirst) => {
    if (numbers.length === 1) {
      return isFirst
        ? `Le prélèvement de la facture ${say.list(numbers)} nous est revenu. Aucun virement n'est attendu pour elle : dites-nous seulement quand nous pouvons le présenter de nouveau.`
        : `Le prélèvement de la facture ${say.list(numbers)} nous était revenu : dites-nous quand nous pouvons le présenter de nouveau, ou comment vous préférez la régler.`;
    }
    return isFirst
      ? `Les prélèvements des factures ${say.list(numbers)} nous sont revenus. Aucun virement n'est attendu pour elles : dites-nous seulement quand nous pouvons les présenter de nouveau.`
      : `Les prélèvements des factures ${say.list(numbers)} nous étaient revenus : dites-nous quand nous pouvons les présenter de nouveau, ou comment vous préférez les régler.`;
  },
  upcoming: (n) =>
    n === 1
      ? "Pour que vous ayez la vue complète, le tableau comprend aussi 1 facture qui n'est pas encore à régler."
      : `Pour que vous ayez la vue complète, le tableau comprend aussi ${factures(n)} qui ne sont pas encore à régler.`,
  listAttached: (shown, all) =>
    `Le tableau montre les ${shown} plus anciennes ; la liste complète des ${factures(all)} est jointe à ce message.`,
  table: {
    number: "Facture",
    issued: "Date",
    due: "Pour le",
    late: "Retard",
    residual: "Reste dû",
    lateCell: (days) => (days > 0 ? jours(days) : "à venir"),
    total: "Total",
    setAside: "Montants contestés ou promis, mis de côté",
    credit: "Avoirs et règlements à déduire",
    net: "Reste à régler",
  },
  list: {
    fileName: (day) => `factures-en-attente-${day}.csv`,
    columns: ["Facture", "Client", "Date", "À régler le", "Jours de retard", "Reste dû", "Devise"],
    separator: ";",
    decimalSign: ",",
  },
  copy: {
    subject: ({ invoice }) => `Facture ${invoice.number} : votre copie`,
    before: ({ invoice, rep }) => [
      `${rep === null ? "Comme convenu" : `Comme vu avec ${rep}`}, voici de nouveau la facture ${invoice.number} du ${say.day(invoice.issued, "full")}. Il reste ${say.money(invoice.residual)} à régler.`,
    ],
    link: (number) => `Ouvrir la facture ${number}`,
    after: () => [
      "S'il vous faut aussi un numéro de commande ou un autre document pour la traiter, répondez à ce message : nous nous en occupons. Bonne journée !",
    ],
  },
};
