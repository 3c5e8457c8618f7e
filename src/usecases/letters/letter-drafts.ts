import { createHash } from "node:crypto";

import {
  composeNotice,
  isNoLetter,
  noticeFingerprint,
  type FormalNotice,
  type LetterInvoice,
  type NoLetter,
} from "#domain/formal-notice.ts";
import { knownLateRates } from "#domain/late-rates.ts";
import type { RecordedAsk } from "#store/asks.ts";
import { paidBy } from "#store/families.ts";
import { holdsOf } from "#store/holds.ts";
import { lateFacts, type LateFacts } from "#store/late-interest.ts";
import { isReplyWaiting, letterHeads, type LetterHead } from "#store/letters.ts";
import { openItems, type OpenItem } from "#store/open-items.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

/** The letters an ask would make today: one per seller, invoiced customer and currency; and what stands against others. */
export interface LetterDrafts {
  readonly notices: readonly FormalNotice[];
  readonly refused: readonly { readonly debtor: string; readonly invoices: number; readonly why: NoLetter }[];
  /** Short enough for a button; another one when an invoice or an amount of a letter is another. */
  readonly seen: string;
}

const SEEN_LENGTH = 12;

/** Composes the letters of an ask from the present truth, in the same order every time. */
export async function draftsOf(db: Db, context: Context, ask: RecordedAsk): Promise<LetterDrafts> {
  const ids = ask.lines.map((line) => line.invoice);
  const family = await paidBy(db, ask.customer);
  const items = new Map((await openItems(db, context.today, family)).map((item) => [item.id, item]));
  const heads = await letterHeads(db, ids);
  const holds = await holdsOf(db, [...family, ask.customer], context.today);
  const replyWaiting = await isReplyWaiting(db, family);
  const isHeld = (facts: LateFacts) =>
    holds.some((hold) =>
      hold.invoice === null ? [facts.customer, ask.customer].includes(hold.customer) : hold.invoice === facts.id,
    );
  const facts = await lateFacts(db, ids, context.today);
  const groups = Map.groupBy(facts, ({ seller, customer, currency }) => JSON.stringify([seller, customer, currency]));
  const choices = { rates: knownLateRates(context.settings.lateRates), answerDays: context.settings.letterAnswerDays };
  const notices: FormalNotice[] = [];
  const refused: { debtor: string; invoices: number; why: NoLetter }[] = [];
  for (const key of [...groups.keys()].toSorted()) {
    const group = groups.get(key) ?? [];
    const [first] = group;
    const head = first === undefined ? undefined : heads.get(first.id);
    if (first === undefined || head === undefined) continue;
    const invoices = group.map((invoice) => letterInvoice(invoice, items.get(invoice.id), heads, isHeld(invoice)));
    const { seller, debtor } = head;
    const found = composeNotice(
      { seller, debtor, currency: first.currency, replyWaiting, invoices },
      context.today,
      choices,
    );
    if (isNoLetter(found)) refused.push({ debtor: debtor.legalName, invoices: group.length, why: found });
    else notices.push(found);
  }
  return { notices, refused, seen: shortened(noticeFingerprint(notices)) };
}

function letterInvoice(
  facts: LateFacts,
  item: OpenItem | undefined,
  heads: ReadonlyMap<number, LetterHead>,
  held: boolean,
): LetterInvoice {
  return {
    ...facts,
    residual: item?.residual ?? 0n,
    disputed: item?.disputed ?? 0n,
    promised: item?.promised ?? 0n,
    factoring: heads.get(facts.id)?.factoring ?? "none",
    held,
  };
}

function shortened(fingerprint: string): string {
  return createHash("sha256").update(fingerprint).digest("hex").slice(0, SEEN_LENGTH);
}
