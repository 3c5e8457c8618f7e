import type { ScriptMoment, ScriptTexts, SixReplies } from "#i18n/cards/calls/script.ts";

const NOT_RECEIVED = ['"I never got the invoice."', '"I am sending it again right away. To which address?"'] as const;
const PAID = [
  '"It is already paid."',
  '"Thank you! On which date and from which bank, so that our accounting finds it?"',
] as const;
const SIGNATURE = [
  '"The invoice is waiting for a signature."',
  '"Who signs, and on which day? I will call just after."',
] as const;
const MISTAKE = [
  '"There is a mistake on the invoice."',
  '"On which line, and for how much? We check, and the rest can be paid."',
] as const;
const NOT_ME = ['"I am not the one who pays."', '"Who takes care of it, and how can I reach them?"'] as const;

/** The same six as ever, but for what one answers when money is short. */
function replies(shortOfCash: string): SixReplies {
  return [NOT_RECEIVED, PAID, SIGNATURE, ['"Cash is tight."', shortOfCash], MISTAKE, NOT_ME];
}

export const SCRIPT_EN: Readonly<Record<ScriptMoment, ScriptTexts>> = {
  upcoming: {
    opening: "I wanted to make sure that everything is in order for our next invoice.",
    questions: [
      "Has the invoice arrived?",
      "Is it approved, or does it lack a signature or an order number?",
      "Is the payment planned for the date on it?",
    ],
    close: '"Perfect, everything is ready then. Thank you, and have a good day!"',
    replies: replies('"Thank you for saying so early: which date would be safe? Paying in two parts is possible too."'),
  },
  late: {
    opening: "is anything missing for you to settle our invoices?",
    questions: [
      "Have the invoices arrived, and are they approved?",
      "Is there anything for us to put right?",
      "On which day does the payment leave, and for how much?",
    ],
    close: '"So I note this amount for that day. Thank you, and have a good day!"',
    replies: replies('"Which date is safe? Part of it now and the rest later is possible too."'),
  },
  last: {
    opening: "how do our invoices stand with you? I would rather ask you in person.",
    questions: [
      "What holds the payment back today?",
      "Who decides on your side, and may I speak with them together with you?",
      "Which date is certain, and what amount can leave this week?",
    ],
    close: '"I note this amount and this date, and confirm them in writing. Thank you for being frank."',
    replies: replies('"A first payment this week would help a lot. How much, and on which dates the rest?"'),
  },
  "before-letter": {
    opening: "I would like us to find a way to settle our invoices before this goes any further.",
    questions: [
      "Is there a disagreement that we have not understood?",
      "Would instalments in writing let you settle everything?",
      "What first payment can leave within eight days?",
    ],
    close: '"I pass this on to our accounting today. They come back to you in writing."',
    replies: replies('"Suggest dates and amounts: I pass them on to our accounting today."'),
  },
  broken: {
    opening: "what is in the way on your side?",
    questions: [
      "Has the payment left since, even in part?",
      "What has changed since we last spoke?",
      "Which new date is certain, and for how much?",
    ],
    close: '"I note this new date. If it moves, a short message from you is enough."',
    replies: replies('"It happens. How much is safe right now, and which date for the rest?"'),
  },
};
