import { wrongUse, type Command } from "#cli/command.ts";
import { dayTyped, optionsOf } from "#cli/options.ts";
import { isNoInterest } from "#domain/late-interest.ts";
import { rateText } from "#domain/late-rates.ts";
import { sum, toDecimal, type Money } from "#domain/money.ts";
import { NO_LETTER_EN } from "#i18n/refusals/no-letter-en.ts";
import { interestOf, type InvoiceInterest } from "#usecases/letters/late-interest.ts";

const OPTIONS = { invoice: { type: "string" }, customer: { type: "string" }, until: { type: "string" } } as const;
const TAKES = "interest takes --invoice NUMBER or --customer CODE, and --until DAY.";

/** `interest`: the legal late interest and the fixed indemnity of an invoice or of a customer, with how it was computed. */
export const interestCommand: Command = {
  name: "interest",
  usage: "--invoice NUMBER | --customer CODE [--until DAY]",
  does: "legal late interest and the EUR 40 indemnity up to a day (today by default), half-year by half-year",
  async run(args, env) {
    const context = await env.context();
    const { values } = optionsOf({ args: [...args], options: OPTIONS }, TAKES);
    const { invoice, customer } = values;
    const until = dayTyped(values.until, context.today);
    if ((invoice === undefined) === (customer === undefined)) {
      throw wrongUse("interest takes either --invoice NUMBER or --customer CODE.");
    }
    const found = await interestOf(context, invoice === undefined ? { customer: customer ?? "" } : { invoice }, until);
    if (found.length === 0) {
      throw wrongUse(
        invoice === undefined ? `Nothing of ${customer} was late on ${until}.` : `No invoice is numbered ${invoice}.`,
      );
    }
    env.answer({ until, invoices: found.map(plain), totals: totalsOf(found) }, found.flatMap(linesOf));
    const refused = found.filter(({ found: each }) => isNoInterest(each)).length;
    if (refused === 0) return 0;
    return refused < found.length ? 1 : 2;
  },
};

/** One invoice as a program reads it: amounts as decimal strings, rates in percent. */
function plain({ invoice, found }: InvoiceInterest) {
  const { number, seller, customer, currency, due } = invoice;
  const head = { number, seller, customer, currency, due };
  if (isNoInterest(found)) return { ...head, refused: found.because, sentence: sentenceOf(found) };
  return {
    ...head,
    days: found.days,
    interest: toDecimal({ minor: found.interest, currency }),
    indemnity: toDecimal({ minor: found.indemnity, currency: "EUR" }),
    segments: found.segments.map(({ after, to, days, rate, interest }) => ({
      after,
      to,
      days,
      rate: rateText(rate),
      interest: toDecimal({ minor: interest, currency }),
    })),
  };
}

function totalsOf(all: readonly InvoiceInterest[]) {
  const owed = all.flatMap(({ invoice, found }) => (isNoInterest(found) ? [] : [{ invoice, found }]));
  const interest = Map.groupBy(owed, ({ invoice }) => invoice.currency);
  const moneyOf = (minor: bigint, currency: string): Money => ({ minor, currency });
  return {
    interest: Object.fromEntries(
      [...interest].map(([currency, each]) => [
        currency,
        toDecimal(
          sum(
            each.map(({ found }) => moneyOf(found.interest, currency)),
            currency,
          ),
        ),
      ]),
    ),
    indemnity: toDecimal(
      sum(
        owed.map(({ found }) => moneyOf(found.indemnity, "EUR")),
        "EUR",
      ),
    ),
  };
}

function linesOf({ invoice, found }: InvoiceInterest): readonly string[] {
  const head = `${invoice.number} (${invoice.customer}), due ${invoice.due}`;
  if (isNoInterest(found)) return [`${head}: none. ${sentenceOf(found)}`];
  const { currency } = invoice;
  return [
    `${head}: ${toDecimal({ minor: found.interest, currency })} ${currency}, and ${toDecimal({ minor: found.indemnity, currency: "EUR" })} EUR`,
    ...found.segments.map(
      ({ after, to, days, rate, interest }) =>
        `  after ${after} to ${to}: ${days} days at ${rateText(rate)} % = ${toDecimal({ minor: interest, currency })}`,
    ),
  ];
}

function sentenceOf(why: Extract<InvoiceInterest["found"], { because: unknown }>): string {
  return NO_LETTER_EN[why.because](why as never);
}
