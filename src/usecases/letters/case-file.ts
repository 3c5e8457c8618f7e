import { daysBetween, dayIn } from "#domain/calendar.ts";
import { isNoInterest } from "#domain/late-interest.ts";
import type { Money } from "#domain/money.ts";
import { writeCsv } from "#exports/csv.ts";
import type { Cell, Table } from "#exports/table.ts";
import { packFiles, type PackedFile } from "#exports/zip.ts";
import type { CaseFileWords } from "#i18n/case-file/messages.ts";
import { caseFileWordsFor } from "#i18n/case-file/words.ts";
import { customerName } from "#store/card-facts.ts";
import { caseFacts, type CaseFacts } from "#store/case-file.ts";
import { documentBytes, documentHead } from "#store/documents.ts";
import { paidBy } from "#store/families.ts";
import { letterHeads, lettersTo } from "#store/letters.ts";
import { openItems, type OpenItem } from "#store/open-items.ts";
import { sentMailsTo } from "#store/sent-mails.ts";
import { timelinePage } from "#store/timeline.ts";
import { byCurrency, drawingFor, type Drawing } from "#usecases/delivery/drawing.ts";
import type { Context } from "#usecases/context.ts";
import { happeningsOf } from "#usecases/customers/happenings.ts";
import { interestOf, type InvoiceInterest } from "#usecases/letters/late-interest.ts";

/** More events than that is no case file any more. */
const EVENTS_MAX = 20_000;

/**
 * Everything that somebody who takes a case over needs, as one archive (D18): invoices with their interest, what happened in
 * order, promises, disputes, deliveries, mails as sent, replies, letters. Null = no such customer. Rights are the caller's.
 */
export async function caseFileOf(
  drawing: Drawing,
  code: string,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const customer = await customerName(db, code);
  if (customer === null) return null;
  const family = await paidBy(db, customer.code);
  const say = caseFileWordsFor(viewer.locale);
  const items = await openItems(db, context.today, family);
  const interest = await interestOf(context, { customer: customer.code }, context.today);
  const facts = await caseFacts(db, family);
  const csv = (given: Table) => writeCsv(given, viewer.locale);
  const files: readonly PackedFile[] = [
    { path: say.summaryFile, bytes: text(await summaryOf(drawing, customer, items, interest, say)) },
    { path: say.files.invoices, bytes: csv(invoiceTable(drawing, items, interest, say)) },
    { path: say.files.events, bytes: csv(await eventTable(drawing, family, say)) },
    { path: say.files.promises, bytes: csv(promiseTable(facts, say)) },
    { path: say.files.disputes, bytes: csv(disputeTable(drawing, facts, say)) },
    { path: say.files.deliveries, bytes: csv(deliveryTable(drawing, facts, say)) },
    ...(await mailFiles(drawing, family, say)),
    ...replyFiles(drawing, facts, say),
    ...(await letterFiles(drawing, family, say)),
  ];
  const name = say.fileName(customer.code.replace(/[^\w-]+/g, "-"), context.today);
  return { name, type: "application/zip", bytes: packFiles(files, context.now) };
}

/** The same from the command line: in the company's language, for whoever has the database at hand. */
export async function caseFileFor(context: Context, code: string): ReturnType<typeof caseFileOf> {
  const { locale, timeZone } = context;
  const asFinance = { id: 0, email: "", name: "Relais", roles: ["finance"], managerId: null } as const;
  const settings = { digestMinutes: 0, quietLine: false, thanks: false, chat: null, active: true } as const;
  const hours = { workFromMinutes: null, workUntilMinutes: null, alsaceMoselle: false } as const;
  return caseFileOf(drawingFor(context, { ...asFinance, ...settings, ...hours, locale, timeZone }), code);
}

async function summaryOf(
  { context }: Drawing,
  customer: { readonly code: string; readonly name: string },
  items: readonly OpenItem[],
  interest: readonly InvoiceInterest[],
  say: CaseFileWords,
): Promise<string> {
  const late = items.filter((item) => item.due < context.today);
  const heads = await letterHeads(
    context.store.db,
    items.slice(0, 1).map(({ id }) => id),
  );
  const owed: Money[] = [];
  let indemnity = 0n;
  for (const { invoice, found } of interest) {
    if (isNoInterest(found)) continue;
    owed.push({ minor: found.interest, currency: invoice.currency });
    indemnity += found.indemnity;
  }
  return say.summary({
    customer: customer.name,
    code: customer.code,
    siren: [...heads.values()].find(({ debtor }) => debtor.code === customer.code)?.debtor.siren ?? null,
    day: context.today,
    overdue: byCurrency(late.map(({ residual, currency }) => ({ minor: residual, currency }))),
    interest: byCurrency(owed),
    indemnity: indemnity === 0n ? null : { minor: indemnity, currency: "EUR" },
    invoices: late.length,
  });
}

function invoiceTable(
  { context }: Drawing,
  items: readonly OpenItem[],
  interest: readonly InvoiceInterest[],
  { columns }: CaseFileWords,
): Table {
  const found = new Map(interest.map((each) => [each.invoice.id, each.found]));
  const rows = items.map((item): readonly Cell[] => {
    const own = found.get(item.id);
    const owed = own === undefined || isNoInterest(own) ? null : own;
    const money = (minor: bigint, currency = item.currency): Cell => ({ is: "amount", money: { minor, currency } });
    return [
      cell(item.number),
      { is: "day", day: item.issued },
      { is: "day", day: item.due },
      money(item.amount),
      money(item.residual),
      cell(item.currency),
      { is: "number", number: Math.max(0, daysBetween(item.due, context.today)), decimals: 0 },
      money(item.disputed),
      money(item.promised),
      owed === null ? { is: "nothing" } : money(owed.interest),
      owed === null ? { is: "nothing" } : money(owed.indemnity, "EUR"),
    ];
  });
  const { number, issued, due, amount, residual, currency, daysLate, disputed, promised } = columns;
  const labels = [number, issued, due, amount, residual, currency, daysLate, disputed, promised];
  return table(labels.concat(columns.interest, columns.indemnity), rows);
}

/** Oldest first: a story is read forwards. */
async function eventTable(drawing: Drawing, family: readonly string[], say: CaseFileWords): Promise<Table> {
  const { context, words, viewer } = drawing;
  const { columns } = say;
  const page = { from: 0, length: EVENTS_MAX };
  const found = await timelinePage(context.store.db, family, null, context, page);
  const told = await happeningsOf(drawing, found.rows.toReversed());
  const rows = told.map(({ at, happening, who, undone }): readonly Cell[] => [
    { is: "day", day: dayIn(at, viewer.timeZone) },
    cell(words.cards.timeline.tell(happening) + (undone ? say.undone : "")),
    cell(who),
  ]);
  return table([columns.day, columns.what, columns.who], rows);
}

function promiseTable({ promises }: CaseFacts, { columns, promiseStates }: CaseFileWords): Table {
  const rows = promises.map(({ givenOn, dueOn, amount, currency, state, invoices, comment }): readonly Cell[] => [
    { is: "day", day: givenOn },
    { is: "day", day: dueOn },
    { is: "amount", money: { minor: amount, currency } },
    cell(currency),
    cell(promiseStates[state]),
    cell(invoices),
    cell(comment),
  ]);
  const { day, due, amount, currency, state, invoices, comment } = columns;
  return table([day, due, amount, currency, state, invoices, comment], rows);
}

function disputeTable({ words }: Drawing, { disputes }: CaseFacts, { columns }: CaseFileWords): Table {
  const rows = disputes.map((dispute): readonly Cell[] => [
    cell(dispute.invoice),
    cell(words.common.categories[dispute.category]),
    { is: "amount", money: { minor: dispute.amount, currency: dispute.currency } },
    cell(dispute.currency),
    { is: "day", day: dispute.openedOn },
    dispute.closedOn === null ? { is: "nothing" } : { is: "day", day: dispute.closedOn },
    cell(dispute.outcome === null ? null : words.common.disputeOutcomes[dispute.outcome]),
    cell(dispute.comment),
  ]);
  const { number, category, amount, currency, day, closed, outcome, comment } = columns;
  return table([number, category, amount, currency, day, closed, outcome, comment], rows);
}

function deliveryTable({ viewer }: Drawing, { deliveries }: CaseFacts, { columns }: CaseFileWords): Table {
  const rows = deliveries.map((mail): readonly Cell[] => [
    { is: "day", day: mail.sentAt === null ? mail.plannedOn : dayIn(mail.sentAt, viewer.timeZone) },
    cell(mail.step),
    cell(mail.state),
    cell(mail.to.join(", ")),
    cell(mail.messageId),
    cell(mail.because),
  ]);
  const { day, step, state, to, messageId, because } = columns;
  return table([day, step, state, to, messageId, because], rows);
}

async function mailFiles(
  { context, viewer }: Drawing,
  family: readonly string[],
  say: CaseFileWords,
): Promise<readonly PackedFile[]> {
  const mails = await sentMailsTo(context.store.db, family);
  return mails.map((mail) => {
    const day = dayIn(mail.sentAt, viewer.timeZone);
    const head = say.mailHead(mail.subject, mail.to, mail.sentAt.toISOString());
    return { path: `${say.files.mails}/${day}-${mail.step}-${mail.id}.txt`, bytes: text(head + mail.text) };
  });
}

function replyFiles({ viewer }: Drawing, { replies }: CaseFacts, say: CaseFileWords): readonly PackedFile[] {
  return replies.map((reply) => {
    const day = dayIn(reply.receivedAt, viewer.timeZone);
    const head = say.replyHead(reply.subject, reply.from, reply.receivedAt.toISOString());
    return { path: `${say.files.replies}/${day}-${reply.kind}-${reply.id}.txt`, bytes: text(head + reply.text) };
  });
}

async function letterFiles(
  { context }: Drawing,
  family: readonly string[],
  say: CaseFileWords,
): Promise<readonly PackedFile[]> {
  const files: PackedFile[] = [];
  for (const letter of await lettersTo(context.store.db, family)) {
    const head = await documentHead(context.store.db, letter.document);
    const bytes = await documentBytes(context.store.db, letter.document);
    if (head !== null && bytes !== null) files.push({ path: `${say.files.letters}/${letter.id}-${head.name}`, bytes });
  }
  return files;
}

function table(labels: readonly string[], rows: Table["rows"]): Table {
  return { name: "1", columns: labels.map((label) => ({ label, width: label.length })), rows };
}

function cell(value: string | null): Cell {
  return value === null || value === "" ? { is: "nothing" } : { is: "text", text: value };
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
