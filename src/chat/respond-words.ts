import type { Action } from "#cards/action.ts";
import type { Card } from "#cards/card.ts";
import { actorOf, cardOf, refuse, refusalSentence, shownAfter, type Asked } from "#chat/asked.ts";
import type { Typed, TypedScope } from "#chat/commands.ts";
import type { Reply } from "#chat/reply.ts";
import { absenceTyped } from "#chat/respond-absence.ts";
import { respondToAction } from "#chat/respond-action.ts";
import { calendarTyped } from "#chat/respond-calendar.ts";
import { previewTyped, settingsTyped, startTyped } from "#chat/respond-control.ts";
import { respondToCash } from "#chat/respond-cash.ts";
import { roleChannelTyped } from "#chat/respond-role-channels.ts";
import { scenariosTyped } from "#chat/respond-scenarios.ts";
import { namedCurrency } from "#chat/typed-words.ts";
import type { NameCandidate } from "#domain/fuzzy-name.ts";
import { parseAmountAsTyped, type Money } from "#domain/money.ts";
import { impossibleDay } from "#domain/promise-words.ts";
import { scopeKey } from "#domain/report-scope.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import { wordsFor } from "#i18n/words.ts";
import { currencyOf } from "#usecases/customers/currency-of.ts";
import { findCustomer, findRep, findSeller } from "#usecases/customers/find-customer.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { findScope } from "#usecases/reports/report-scope.ts";

/** What was typed, as the same actions that buttons stand for; customers are found by name here. */
export async function respondToWords(asked: Asked, typed: Typed): Promise<Reply> {
  switch (typed.is) {
    case "portfolio":
      return showPortfolio(asked, typed.of);
    case "customer":
      return withCustomer(asked, typed.who, showing);
    case "promise":
      return promise(asked, typed);
    case "dispute":
      if (typed.who === "") return { is: "notice", text: chatWordsFor(asked.person.locale).disputeHint };
      return withCustomer(asked, typed.who, (customer) => ({
        do: "open-form",
        form: "dispute",
        customer: customer.code,
      }));
    case "factored":
      return respondToAction(asked, { do: "show-factored" });
    case "forecast": {
      const found = await findScope(asked.context, asked.person, typed.scope);
      if (!found.ok) return refuse(asked, found.refusal);
      return respondToAction(asked, { do: "show-forecast", scope: scopeKey(found.value) });
    }
    case "brief":
      return withCustomer(asked, typed.who, ({ code }) => ({ do: "show-brief", customer: code }));
    case "calendar":
      return calendarTyped(asked, typed.address);
    case "dso":
    case "balance": {
      const found = await findScope(asked.context, asked.person, typed.scope);
      if (!found.ok) return refuse(asked, found.refusal);
      return respondToAction(asked, { do: `show-${typed.is}`, scope: scopeKey(found.value) });
    }
    case "scenarios":
      return scenariosTyped(asked, typed.words, withCustomer);
    case "preview":
      return previewTyped(asked, typed.day);
    case "absence":
      return absenceTyped(asked, typed.words);
    case "my-data":
      return respondToAction(asked, { do: "show-my-data" });
    case "stops":
      if (typed.who !== "") return withCustomer(asked, typed.who, holding);
      return respondToAction(asked, { do: "show-stops" });
    case "effectiveness":
      return respondToAction(asked, { do: "show-effectiveness" });
    case "start":
      return startTyped(asked);
    case "finance-list":
      return respondToAction(asked, { do: "show-finance-list" });
    case "role-channel":
      return roleChannelTyped(asked, typed.role);
    case "role-channels":
      return respondToAction(asked, { do: "show-role-channels" });
    case "settings":
      return (await settingsTyped(asked)) ?? respondToAction(asked, { do: "open-form", form: "settings" });
    case "help":
      return respondToAction(asked, {
        do: "show-help",
        ...(typed.topic === "" ? {} : { topic: typed.topic.slice(0, 40) }),
      });
    case "cash":
      return respondToCash(asked, typed.cash);
    case "unknown":
      return { is: "notice", text: chatWordsFor(asked.person.locale).helpLine };
    default:
      return typed satisfies never;
  }
}

function holding({ code }: NameCandidate): Action {
  return { do: "open-form", form: "hold", customer: code };
}

function showing(customer: NameCandidate): Action {
  return { do: "show-customer", customer: customer.code };
}

async function showPortfolio(asked: Asked, of: TypedScope): Promise<Reply> {
  if (of.is === "usual") return respondToAction(asked, { do: "show-portfolio" });
  if (of.is !== "rep" && of.is !== "seller") return respondToAction(asked, { do: "show-portfolio", scope: of.is });
  const found = await (of.is === "rep" ? findRep : findSeller)(asked.context, of.who);
  const words = chatWordsFor(asked.person.locale);
  if (found.is === "none") return { is: "notice", text: words.nobodyCalled(of.who) };
  if (found.is === "several") {
    return {
      is: "notice",
      text: words.severalCalled(
        of.who,
        found.matches.map(({ name }) => name),
      ),
    };
  }
  return respondToAction(asked, { do: "show-portfolio", scope: `${of.is}:${found.candidate.code}` });
}

/** `/promesse garnier vendredi 12400`; what is missing is asked for in the form. */
async function promise(asked: Asked, { said, text }: Extract<Typed, { is: "promise" }>): Promise<Reply> {
  const { context, person } = asked;
  const { who, day, amountText } = said;
  if (text === "") return { is: "notice", text: chatWordsFor(person.locale).promiseHint };
  if (day === "ambiguous") return refuse(asked, { why: "date-ambiguous", typed: text });
  if (day === null) {
    const meant = impossibleDay(text);
    if (meant !== null) return refuse(asked, { why: "date-not-understood", typed: meant });
    if (amountText !== null) return refuse(asked, { why: "date-not-understood", typed: text });
    return withCustomer(asked, who, ({ code }) => ({ do: "open-form", form: "promise", customer: code }));
  }
  const found = await findCustomer(context, person, who);
  if (found.is !== "one") return notOne(asked, who, found.is === "none" ? [] : found.matches, null);
  const customer = found.candidate.code;
  const amount = amountText === null ? undefined : await amountOf(asked, customer, amountText);
  if (amount === null) return refuse(asked, { why: "amount-not-understood", typed: amountText ?? "" });
  return shownAfter(asked, await givePromise(context, actorOf(asked), { customer, due: day, amount }));
}

/** An amount is in the customer's own currency unless it names another. */
async function amountOf(asked: Asked, customer: string, typed: string): Promise<Money | null> {
  const currency = namedCurrency(typed) ?? (await currencyOf(asked.context, customer));
  const minor = parseAmountAsTyped(typed, currency, asked.person.locale);
  return minor === null ? null : { minor, currency };
}

/** Finds the one customer meant, or offers the few it may be. */
async function withCustomer(asked: Asked, who: string, action: (customer: NameCandidate) => Action): Promise<Reply> {
  if (who === "") return { is: "notice", text: chatWordsFor(asked.person.locale).helpLine };
  const found = await findCustomer(asked.context, asked.person, who);
  if (found.is === "one") return respondToAction(asked, action(found.candidate));
  return notOne(asked, who, found.is === "none" ? [] : found.matches, action);
}

async function notOne(
  asked: Asked,
  typed: string,
  matches: readonly NameCandidate[],
  action: ((customer: NameCandidate) => Action) | null,
): Promise<Reply> {
  if (matches.length === 0) return refuse(asked, { why: "unknown-customer", typed });
  const names = matches.map(({ name, code }) => (isTwice(matches, name) ? `${name} (${code})` : name));
  const refusal = { why: "several-customers", typed, names } as const;
  if (action === null) return refuse(asked, refusal);
  const text = refusalSentence(asked, refusal);
  const options = matches.map((customer, index) => ({
    label: names[index] ?? customer.code,
    action: action(customer),
  }));
  const label = wordsFor(asked.person.locale).common.buttons.openCustomer;
  const card: Card = {
    name: "several-customers",
    summary: text,
    parts: [
      { is: "text", text },
      { is: "controls", controls: [{ is: "menu", label, options }] },
    ],
  };
  return cardOf(asked, { card, customers: [] }, null);
}

function isTwice(matches: readonly NameCandidate[], name: string): boolean {
  return matches.filter((match) => match.name === name).length > 1;
}
