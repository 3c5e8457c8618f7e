import { financeListCard, type FinanceLine } from "#cards/finance-list.ts";
import { taskTitle } from "#cards/task.ts";
import type { AskKind } from "#domain/ask.ts";
import { addDays, minDay } from "#domain/calendar.ts";
import { isUnreadTooLong, rankFinance, type FinanceItem, type FinanceSubject } from "#domain/finance-list.ts";
import type { Money } from "#domain/money.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import { askById } from "#store/asks.ts";
import {
  asksAboutReplies,
  asksFor,
  bouncedSince,
  lateOf,
  repliesToRead,
  unallocatedSince,
  type FinanceAskRow,
} from "#store/finance-facts.ts";
import { credits } from "#store/open-items.ts";
import { namesOfCustomers } from "#store/reminder-mail.ts";
import { standingHoldsPage } from "#store/stops.ts";
import { countUnowned } from "#store/unowned-customers.ts";
import { pauseLines } from "#usecases/stops/draw-stops.ts";
import { taskView } from "#usecases/asks/draw-task.ts";
import { byCurrency, type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";
import { letterAmount } from "#usecases/letters/letter-amount.ts";
import { contactsToFind } from "#usecases/dunning/missing-contacts.ts";
import { forgottenInvoices } from "#usecases/dunning/forgotten-invoices.ts";

const LINES_PER_PAGE = 8;
/** A refused address older than this has been looked at, or there is a task about it. */
const BOUNCES_DAYS_MAX = 30;

/** `/finances`: everything that waits for finance, the most urgent first, each with its button (D17). */
export async function drawFinanceList(drawing: Drawing, page = 0): Promise<Drawn | null> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  if (!mayTouch(viewer, THE_COMPANY, "see-finance-list")) return null;
  const items = await financeItems(drawing);
  const before = page * LINES_PER_PAGE;
  const holds = await standingHoldsPage(db, context.today, { from: 0, length: 1 });
  const view = {
    lines: await financeLines(drawing, items.slice(before, before + LINES_PER_PAGE)),
    // What stands on no page before: the rest is told by its kinds.
    rest: items.slice(before + LINES_PER_PAGE).map(({ subject }) => subject.is),
    total: items.length,
    page,
    unowned: await countUnowned(db),
    forgotten: items.filter(({ subject }) => subject.is === "forgotten").length,
    holds: holds.total,
    pauses: (await pauseLines(drawing)).length,
    asOf: drawing.asOf,
  };
  const customers = items.slice(before, before + LINES_PER_PAGE).flatMap(({ customer }) => customer?.code ?? []);
  return { card: financeListCard(view, drawing.words), customers: [...new Set(customers)] };
}

/** What waits for somebody of finance, ranked. A broken promise is the rep's on its day, and finance's from the next. */
export async function financeItems({ context, viewer }: Drawing): Promise<readonly FinanceItem[]> {
  const { db } = context.store;
  const { today, timeZone } = context;
  const asks = (await asksFor(db, viewer.id, viewer.roles)).filter(
    ({ kind, since }) => kind !== "read-reply" && (kind !== "broken-promise" || since < today),
  );
  const replies = await repliesToRead(db, timeZone);
  const asked = await asksAboutReplies(
    db,
    replies.map(({ reply }) => reply),
  );
  const withTask = new Set(asks.filter(({ kind }) => kind === "who-to-write-to").map(({ code }) => code));
  const bounces = (await bouncedSince(db, timeZone, addDays(today, -BOUNCES_DAYS_MAX))).filter(
    ({ code }) => !withTask.has(code),
  );
  const named = [...asks, ...replies, ...bounces].flatMap(({ code }) => code ?? []);
  const late = Map.groupBy(await lateOf(db, today, [...new Set(named)]), ({ code }) => code);
  const stake = (code: string | null): readonly Money[] => byCurrency(late.get(code ?? "") ?? []);
  return rankFinance(
    [
      ...asks.map(({ code, name, since, ...ask }) => ({
        subject: askSubject(ask),
        customer: { code, name },
        money: stake(code),
        since,
      })),
      ...replies.map(({ reply, code, name, since }) => ({
        subject: { is: "reply", reply, ask: asked.get(reply) ?? null } as const,
        customer: code === null || name === null ? null : { code, name },
        money: stake(code),
        since,
      })),
      // An address refused at a customer who owes nothing late changes nothing today.
      ...bounces
        .filter(({ code }) => late.has(code))
        .map(({ code, name, since }) => ({
          subject: { is: "bounce" } as const,
          customer: { code, name },
          money: stake(code),
          since,
        })),
      ...(await unallocatedItems({ context })),
      ...(await forgottenItems({ context })),
      ...(await missingContactItems({ context })),
    ],
    today,
  );
}

/** The lines of a list or of the morning's digest. */
export async function financeLines(drawing: Drawing, items: readonly FinanceItem[]): Promise<readonly FinanceLine[]> {
  const lines: FinanceLine[] = [];
  for (const item of items) {
    const { subject, customer, since } = item;
    const late = isUnreadTooLong(item, drawing.context.today);
    const money = await moneyOf(drawing, item);
    lines.push({ subject, title: await titleOf(drawing, item), customer, money, since, late });
  }
  return lines;
}

/** What a line is about: of a formal notice what its letter claims, which may be a part of what is late. */
async function moneyOf({ context }: Drawing, { subject, money }: FinanceItem): Promise<readonly Money[]> {
  if (subject.is !== "task" || subject.kind !== "formal-notice") return money;
  const claimed = await letterAmount(context, subject.ask);
  return claimed.length === 0 ? money : claimed;
}

/** A task's own title names the customer; null = the line names it. */
async function titleOf(drawing: Drawing, { subject, customer }: FinanceItem): Promise<string | null> {
  if (subject.is === "missing-contact" && customer !== null) {
    return drawing.words.control.finances.missingContact(customer.name, subject.roles);
  }
  return subject.is === "task" ? askTitle(drawing, subject.ask, subject.kind) : null;
}

/** A task in one line, which names its customer; null = a call, or a reply to read. */
export async function askTitle(drawing: Drawing, id: number, kind: AskKind): Promise<string | null> {
  if (kind === "call" || kind === "read-reply") return null;
  const ask = await askById(drawing.context.store.db, id);
  const view = ask === null ? null : await taskView(drawing, ask, kind, true);
  return view === null ? null : taskTitle(view, drawing.words);
}

function askSubject({
  ask,
  kind,
  holderId,
  isGiven,
}: Pick<FinanceAskRow, "ask" | "kind" | "holderId" | "isGiven">): FinanceSubject {
  if (kind !== "call") return { is: "task", ask, kind };
  if (holderId !== null) return { is: "call", ask };
  return { is: isGiven ? "given-back" : "taken-up", ask };
}

async function unallocatedItems({ context }: Pick<Drawing, "context">): Promise<readonly FinanceItem[]> {
  const { db } = context.store;
  const unused = Map.groupBy(await credits(db, context.today), ({ customer }) => customer);
  const owned = [...unused].filter(([, rows]) => rows.some(({ unallocated }) => unallocated < 0n));
  const since = await unallocatedSince(
    db,
    owned.map(([code]) => code),
  );
  return since.map(({ code, name, since: day }) => ({
    subject: { is: "unallocated" },
    customer: { code, name },
    money: byCurrency((unused.get(code) ?? []).map(({ unallocated, currency }) => ({ minor: -unallocated, currency }))),
    since: minDay(day, context.today),
  }));
}

async function missingContactItems({ context }: Pick<Drawing, "context">): Promise<readonly FinanceItem[]> {
  const missing = await contactsToFind(context);
  const names = await namesOfCustomers(
    context.store.db,
    missing.map(({ payer }) => payer),
  );
  return missing.map(({ payer, roles, invoices }) => ({
    subject: { is: "missing-contact", roles },
    customer: { code: payer, name: names.get(payer) ?? payer },
    money: byCurrency(invoices.map(({ residual, currency }) => ({ minor: residual, currency }))),
    since: addDays(invoices.map(({ due }) => due).reduce(minDay), 1),
  }));
}

async function forgottenItems({ context }: Pick<Drawing, "context">): Promise<readonly FinanceItem[]> {
  const byCustomer = Map.groupBy(await forgottenInvoices(context), ({ customer }) => customer);
  return [...byCustomer].map(([code, invoices]) => ({
    subject: { is: "forgotten" },
    customer: { code, name: invoices[0]?.name ?? code },
    money: byCurrency(invoices.map(({ residual, currency }) => ({ minor: residual, currency }))),
    since: addDays(invoices.map(({ due }) => due).reduce(minDay), 1),
  }));
}
