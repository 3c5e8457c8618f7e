import type { ScriptMoment, ScriptTexts, SixReplies } from "#i18n/cards/calls/script.ts";

const NOT_RECEIVED = ['"I never got the invoice."', '"I am sending it again right away. To which address?"'] as const;
const PAID = [
  '"It is already paid."',
  '"Thank you! On which date and from which bank, so that our finance team can find it?"',
] as const;
const SIGNATURE = [
  '"The invoice is waiting for a signature."',
  '"Who signs, and on which day? I will call just after."',
] as const;
const MISTAKE = [
  '"There is a mistake on the invoice."',
  '"On which line, and for how much? We will check, and the rest can be paid."',
] as const;
const NOT_ME = [
  '"I am not the one who deals with payments."',
  '"Who takes care of it, and how can I reach them?"',
] as const;

/** The same six as ever, but for what one answers when money is short. */
function replies(shortOfCash: string): SixReplies {
  return [NOT_RECEIVED, PAID, SIGNATURE, ['"Cash is tight."', shortOfCash], MISTAKE, NOT_ME];
}

export const SCRIPT_EN: Readonly<Record<ScriptMoment, ScriptTexts>> = {
  upcoming: {
    opening: "I wanted to make sure that everything is in order for our next invoice.",
    questions: [
      "Has the invoice arrived?",
      "Is it approved, or is a signature or an order number missing?",
      "Is the payment planned for the due date?",
    ],
    close: '"Perfect, so everything is ready. Thank you, and have a good day!"',
    replies: replies('"Thank you for saying so early: which date would be safe? Paying in two parts is possible too."'),
  },
  late: {
    opening: "is anything missing for you to settle our invoices?",
    questions: [
      "Have the invoices arrived, and have they been approved?",
      "Is there anything for us to put right?",
      "Which day will the payment go out, and for how much?",
    ],
    close: '"So I have noted this amount for that day. Thank you, and have a good day!"',
    replies: replies('"Which date is safe? Part of it now and the rest later is possible too."'),
  },
  last: {
    opening: "how do our invoices stand with you? I would rather ask you directly.",
    questions: [
      "What is holding the payment up?",
      "Who decides on your side, and could the three of us speak?",
      "Which date is certain, and how much could go out this week?",
    ],
    close: '"I will note this amount and this date, and confirm them in writing. Thank you for being frank."',
    replies: replies('"A first payment this week would help a lot. How much, and when would the rest follow?"'),
  },
  "before-letter": {
    opening: "I would like us to find a way to settle our invoices before this goes any further.",
    questions: [
      "Is there a disagreement that we have not understood?",
      "Would instalments in writing let you settle everything?",
      "What first payment could go out within eight days?",
    ],
    close: '"I will pass this on to our finance team today. They will come back to you in writing."',
    replies: replies('"Suggest dates and amounts: I will pass them on to our finance team today."'),
  },
  broken: {
    opening: "what is in the way on your side?",
    questions: [
      "Has the payment gone out since, even in part?",
      "What has changed since we last spoke?",
      "Which new date is certain, and for how much?",
    ],
    close: '"I have noted this new date. If it moves, a short message from you is enough."',
    replies: replies('"It happens. How much is safe right now, and which date for the rest?"'),
  },
};
