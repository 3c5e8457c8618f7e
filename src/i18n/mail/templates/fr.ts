import type { TemplateWords } from "#i18n/mail/templates/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");
/** A sentence names no more invoices than that. */
const NUMBERS_MAX = 4;

export const templatesFr: TemplateWords = {
  places: {
    number: (f) => f.oldest.number,
    numbers: (f) => {
      const numbers = f.invoices.map(({ number }) => number);
      const [first = ""] = numbers;
      if (numbers.length === 1) return `la facture ${first}`;
      const more = numbers.length - NUMBERS_MAX;
      const named = numbers.slice(0, NUMBERS_MAX);
      return `les factures ${say.list(more > 0 ? [...named, say.count(more, "autre", "autres")] : numbers)}`;
    },
    count: (f) => say.count(f.late === 0 ? f.invoices.length : f.late, "facture", "factures"),
    amount: (f) => say.money(f.net),
    due: (f) => say.day(f.oldest.due, "long"),
    issued: (f) => say.day(f.oldest.issued, "full"),
    late: (f) => say.count(Math.max(0, f.oldest.daysLate), "jour", "jours"),
    seller: (f) => f.seller,
    rep: (f) => f.rep ?? f.signer,
    signer: (f) => f.signer,
    answerBy: (f) => say.day(f.answerBy, "long"),
    lastMessage: (f) =>
      f.lastWrittenOn === null ? "nos échanges" : `notre message du ${say.day(f.lastWrittenOn, "short")}`,
  },
  shipped: {
    "pre-due": {
      subject: "À venir chez {{societe}} : {{nombre}}, {{montant}}",
      body: `{{bonjour}}

Un mot d'avance : voici ce qui est prévu prochainement, à partir du {{echeance}}.

{{tableau}}

S'il vous manque quelque chose (une copie, un numéro de commande, un détail), répondez simplement à ce message : nous nous en occupons.

Si tout est déjà en route chez vous, il n'y a rien de plus à faire. Bonne journée !`,
    },
    first: {
      subject: "{{nombre}} chez {{societe}} : un petit rappel",
      body: `{{bonjour}}

Sauf erreur de notre part, un règlement prévu pour le {{echeance}} ne nous est pas encore parvenu : {{montant}} au total ({{nombre}}). Un oubli, cela arrive.

{{tableau}}

Votre paiement est peut-être déjà parti : dans ce cas, merci, et ne tenez pas compte de ce message. Sinon, pouvez-vous nous dire pour quand il est prévu ?

S'il vous manque quelque chose (une copie, un numéro de commande, un détail), répondez simplement à ce message : nous nous en occupons. {{commercial}} peut aussi vous répondre.`,
    },
    second: {
      subject: "{{nombre}} en attente, {{montant}} : où en est le règlement ?",
      body: `{{bonjour}}

Nous revenons vers vous après {{dernier-message}} : {{montant}} restent en attente, et la facture {{facture}} a maintenant {{retard}} de retard.

{{tableau}}

Pouvez-vous régler cette somme dans les prochains jours, ou nous donner une date ferme ? Une ligne en réponse suffit.

Si quelque chose bloque (un désaccord, une validation, un document manquant), dites-le-nous : nous préférons le savoir et chercher la solution avec vous. {{commercial}} reste aussi à votre écoute.`,
    },
    last: {
      subject: "Dernier rappel amiable : {{montant}} en attente chez {{societe}}",
      body: `{{bonjour}}

Malgré {{dernier-message}}, {{montant}} restent en attente : la facture {{facture}} a maintenant {{retard}} de retard. Ce message est notre dernier rappel amiable.

{{tableau}}

Nous comptons sur votre règlement, ou sur une date ferme, d'ici au {{reponse-avant}}. Sans nouvelle de votre part à ce moment-là, la suite passerait par une mise en demeure ; nous préférerions de loin nous entendre avec vous avant.

Si un point vous pose problème, ou si le moment est difficile pour vous, répondez à ce message : une solution se trouve plus simplement maintenant.`,
    },
    "formal-notice": {
      subject: "Mise en demeure : {{montant}} en attente chez {{societe}}",
      body: `{{bonjour}}

Vous trouverez ci-joint la mise en demeure que nous vous adressons aussi par courrier recommandé, au sujet de {{montant}} restés sans règlement.

{{tableau}}

La lettre indique le délai et la suite prévue. Si un paiement est en route, ou si un point reste à régler entre nous, répondez dès maintenant à ce message : il est lu par une personne.`,
    },
    "thank-you": {
      subject: "Merci : votre règlement est bien arrivé",
      body: `{{bonjour}}

Votre règlement de {{montant}} nous est bien parvenu, pour {{factures}}. Merci !

Vous n'avez rien de plus à faire. Si une question reste ouverte, répondez simplement à ce message.

Bonne journée, et à bientôt.`,
    },
  },
};
