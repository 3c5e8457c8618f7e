import type { TemplateWords } from "#i18n/mail/templates/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");
/** A sentence names no more invoices than that. */
const NUMBERS_MAX = 4;

export const templatesEn: TemplateWords = {
  places: {
    number: (f) => f.oldest.number,
    numbers: (f) => {
      const numbers = f.invoices.map(({ number }) => number);
      const [first = ""] = numbers;
      if (numbers.length === 1) return `invoice ${first}`;
      const more = numbers.length - NUMBERS_MAX;
      const named = numbers.slice(0, NUMBERS_MAX);
      return `invoices ${say.list(more > 0 ? [...named, `${say.number(more)} more`] : numbers)}`;
    },
    count: (f) => say.count(f.late === 0 ? f.invoices.length : f.late, "invoice", "invoices"),
    amount: (f) => say.money(f.net),
    due: (f) => say.day(f.oldest.due, "long"),
    issued: (f) => say.day(f.oldest.issued, "full"),
    late: (f) => say.count(Math.max(0, f.oldest.daysLate), "day", "days"),
    seller: (f) => f.seller,
    rep: (f) => f.rep ?? f.signer,
    signer: (f) => f.signer,
    answerBy: (f) => say.day(f.answerBy, "long"),
    lastMessage: (f) =>
      f.lastWrittenOn === null ? "our earlier messages" : `our message of ${say.day(f.lastWrittenOn, "short")}`,
  },
  shipped: {
    "pre-due": {
      subject: "Due soon with {{seller}}: {{count}}, {{amount}}",
      body: `{{greeting}}

A quick word in advance: here is what is due soon, from {{due}} on.

{{table}}

If anything is missing (a copy, an order number, a detail), just reply to this message and we will see to it.

If everything is already under way on your side, there is nothing more to do. Have a good day!`,
    },
    first: {
      subject: "{{count}} from {{seller}}: a quick reminder",
      body: `{{greeting}}

Unless we are mistaken, a payment due on {{due}} has not reached us yet: {{amount}} in all ({{count}}). These things easily slip through.

{{table}}

Your payment may already be on its way: if so, thank you, and please disregard this message. Otherwise, could you tell us when to expect it?

If anything is missing (a copy, an order number, a detail), just reply to this message and we will see to it. {{rep}} will be happy to help too.`,
    },
    second: {
      subject: "{{count}} outstanding, {{amount}}: when may we expect payment?",
      body: `{{greeting}}

We are coming back to you after {{last-message}}: {{amount}} is still outstanding, and invoice {{invoice}} is now {{late}} late.

{{table}}

Could you settle this in the next few days, or give us a firm date? One line in reply is enough.

If something stands in the way (a disagreement, an approval, a missing document), please tell us: we would rather know, and find a solution with you. {{rep}} is there to help as well.`,
    },
    last: {
      subject: "Last friendly reminder: {{amount}} outstanding with {{seller}}",
      body: `{{greeting}}

Despite {{last-message}}, {{amount}} is still outstanding: invoice {{invoice}} is now {{late}} late. This message is our last friendly reminder.

{{table}}

We are counting on your payment, or on a firm date, by {{answer-by}}. Without word from you by then, the next step would be a formal notice; we would much rather come to an understanding with you before that.

If something is in question, or if times are hard for you, please reply to this message: a solution is easier to find now.`,
    },
    "formal-notice": {
      subject: "Formal notice: {{amount}} outstanding with {{seller}}",
      body: `{{greeting}}

Please find attached the formal notice that we are also sending you by registered post, about {{amount}} that remains unpaid.

{{table}}

The letter says by when, and what would follow. If a payment is on its way, or if something is still open between us, please reply to this message now: a person reads it.`,
    },
    "thank-you": {
      subject: "Thank you: your payment has arrived",
      body: `{{greeting}}

Your payment of {{amount}} has reached us, for {{invoices}}. Thank you!

There is nothing more to do. If a question is still open, just reply to this message.

Have a good day, and see you soon.`,
    },
  },
};
