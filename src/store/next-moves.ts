import { sql } from "drizzle-orm";

import type { AskKind } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { InvoiceUnderWay } from "#domain/next-move.ts";
import type { Role } from "#domain/person.ts";
import type { FiguresScope } from "#store/figures.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** An overdue invoice with what is under way about it, but for dunning's own next step. */
export interface OverdueUnderWay extends Omit<InvoiceUnderWay, "nextStep"> {
  readonly id: number;
  readonly customer: string;
  readonly name: string;
  readonly currency: Currency;
}

interface Row extends Omit<OverdueUnderWay, "dispute" | "ask" | "reply" | "hold" | "promise"> {
  readonly disputeOn: Day | null;
  readonly disputeHolder: number | null;
  readonly disputeRole: Role | null;
  readonly askKind: AskKind | null;
  readonly askOn: Day | null;
  readonly askHolder: number | null;
  readonly askRole: Role | null;
  readonly replyOn: Day | null;
  readonly replyHolder: number | null;
  readonly replyRole: Role | null;
  readonly holdFrom: Day | null;
  readonly holdUntil: Day | null;
  readonly promiseDue: Day | null;
  readonly promiseGiven: Day | null;
  readonly promiseGrace: Day | null;
  readonly promiseAwaits: boolean | null;
}

/** The overdue invoices of a scope on a day with all that decides who makes the next move, in one statement. */
export async function overdueUnderWay(
  db: Db,
  today: Day,
  timeZone: string,
  { customers, seller }: FiguresScope,
): Promise<readonly OverdueUnderWay[]> {
  const rows = (await db.execute(sql`
    with late as materialized (
      select i.id, i.customer_code, i.issue_date, i.due_date, i.currency, i.factoring, i.payment_means, i.seller_code,
        c.name, coalesce(c.payer_code, c.code) as payer_code, c.insolvency_date,
        o.residual, o.disputed, o.suspended, o.unjudged
      from open_items(${today}::date, ${customers === null ? sql`null::text[]` : textArray(customers)}) o
      join invoices i on i.id = o.invoice_id join customers c on c.code = i.customer_code
      where i.due_date < ${today}::date and ${seller === null ? sql`true` : sql`i.seller_code = ${seller}`}
    ), waiting_replies as materialized (
      select distinct on (payer) coalesce(c.payer_code, c.code) as payer, (y.received_at at time zone ${timeZone})::date as day,
        k.holder_id, k.holder_role
      from replies y join customers c on c.code = y.customer_code
      left join asks k on k.kind = 'read-reply' and k.about = y.id and k.state = 'open'
      where y.kind = 'human' and y.state = 'waiting' order by payer, y.received_at
    ), open_asks as materialized (
      select k.id, k.kind, k.customer_code, k.holder_id, k.holder_role, (k.opened_at at time zone ${timeZone})::date as day,
        l.invoice_id, exists (select 1 from ask_lines n where n.ask_id = k.id) as has_lines
      from asks k left join ask_lines l on l.ask_id = k.id where k.state = 'open'
    ), standing as materialized (
      select h.id, h.customer_code, h.invoice_id, h.from_on, h.until_on from holds h
      where h.undone_at is null and h.ended_on is null and h.from_on <= ${today}::date
        and coalesce(h.until_on >= ${today}::date, true)
    )
    select late.id, late.customer_code as customer, late.name, late.currency, late.issue_date as issued, late.due_date as due,
      late.residual, late.disputed, late.suspended, late.unjudged, late.factoring, late.payment_means as means,
      exists (select 1 from allocations a
        where a.invoice_id = late.id and a.amount < 0 and a.date <= ${today}::date) as "debitReturned",
      greatest(late.insolvency_date, p.insolvency_date) as "insolvencyDate",
      case when s.went_live_on <= ${today}::date then s.went_live_on end as "wentLiveOn",
      d.opened_on as "disputeOn", d.owner_id as "disputeHolder", d.owner_role as "disputeRole",
      k.kind as "askKind", k.day as "askOn", k.holder_id as "askHolder", k.holder_role as "askRole",
      y.day as "replyOn", y.holder_id as "replyHolder", y.holder_role as "replyRole",
      h.from_on as "holdFrom", h.until_on as "holdUntil",
      b.due_on as "promiseDue", b.given_on as "promiseGiven", b.grace_until as "promiseGrace", b.awaits as "promiseAwaits"
    from late
    join sellers s on s.code = late.seller_code
    join customers p on p.code = late.payer_code
    left join waiting_replies y on y.payer = late.payer_code
    left join lateral (
      select d.opened_on, d.owner_id, d.owner_role from disputes d
      where d.invoice_id = late.id and d.closed_on is null and d.undone_at is null order by d.opened_on, d.id limit 1
    ) d on true
    left join lateral (
      select k.* from open_asks k
      where k.invoice_id = late.id or (not k.has_lines and k.customer_code = late.payer_code and k.kind <> 'read-reply')
      order by k.day, k.id limit 1
    ) k on true
    left join lateral (
      select h.from_on, h.until_on from standing h
      where h.customer_code in (late.customer_code, late.payer_code) and (h.invoice_id is null or h.invoice_id = late.id)
      order by h.until_on desc nulls first, h.id limit 1
    ) h on true
    left join lateral (
      select b.due_on, b.given_on, b.grace_until, b.awaits_finance_until >= ${today}::date as awaits
      from promise_lines l join promises b on b.id = l.promise_id
      where l.invoice_id = late.id and l.released_on is null and b.undone_at is null and b.state = 'live'
      order by b.due_on, b.id limit 1
    ) b on true
    order by late.due_date, late.id`)) as unknown as readonly Row[];
  return rows.map(underWay);
}

function underWay(row: Row): OverdueUnderWay {
  const { disputeOn, askKind, askOn, replyOn, holdFrom, promiseDue, promiseGiven, promiseGrace } = row;
  return {
    id: row.id,
    customer: row.customer,
    name: row.name,
    currency: row.currency,
    issued: row.issued,
    due: row.due,
    residual: row.residual,
    disputed: row.disputed,
    suspended: row.suspended,
    unjudged: row.unjudged,
    factoring: row.factoring,
    means: row.means,
    debitReturned: row.debitReturned,
    insolvencyDate: row.insolvencyDate,
    wentLiveOn: row.wentLiveOn,
    dispute:
      disputeOn === null ? null : { holderId: row.disputeHolder, holderRole: row.disputeRole, openedOn: disputeOn },
    ask:
      askKind === null || askOn === null
        ? null
        : { holderId: row.askHolder, holderRole: row.askRole, kind: askKind, openedOn: askOn },
    reply: replyOn === null ? null : { holderId: row.replyHolder, holderRole: row.replyRole, receivedOn: replyOn },
    hold: holdFrom === null ? null : { from: holdFrom, until: row.holdUntil },
    promise:
      promiseDue === null || promiseGiven === null || promiseGrace === null
        ? null
        : {
            due: promiseDue,
            givenOn: promiseGiven,
            graceUntil: promiseGrace,
            awaitsFinance: row.promiseAwaits === true,
          },
  };
}
