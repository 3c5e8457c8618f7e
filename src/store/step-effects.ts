import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { StepSends } from "#domain/effectiveness.ts";
import type { Locale } from "#domain/person.ts";
import type { StepName } from "#domain/scenario.ts";
import { reminderFlags } from "#store/schema/control.ts";
import type { Db } from "#store/store.ts";

/** The mails that left by a day, by step, language and wording: in the order of the steps' first mail. */
export async function stepSends(
  db: Db,
  { today, timeZone, withinDays }: { readonly today: Day; readonly timeZone: string; readonly withinDays: number },
): Promise<readonly StepSends[]> {
  const rows = (await db.execute(sql`
    with mails as (
      select r.id, r.step, r.language, t.name, t.version, (r.sent_at at time zone ${timeZone})::date as day
      from reminders r left join mail_templates t on t.id = r.template_id
      where r.state = 'sent' and (r.sent_at at time zone ${timeZone})::date <= ${today}::date
    ), fates as (
      select m.*, m.day + ${withinDays}::int <= ${today}::date as judged,
        coalesce((select bool_and(coalesce(i.settled_on <= m.day + ${withinDays}::int, false))
          from reminder_lines l join invoices i on i.id = l.invoice_id where l.reminder_id = m.id and l.advanced), false) as paid,
        exists (select 1 from reminder_flags f where f.reminder_id = m.id) as flagged
      from mails m
    )
    select step, language, name, version, count(*)::int as sent, (count(*) filter (where judged))::int as judged,
      (count(*) filter (where judged and paid))::int as paid, (count(*) filter (where flagged))::int as flagged
    from fates group by step, language, name, version
    order by language desc, name nulls first, version, step`)) as unknown as readonly Row[];
  return rows.map(({ name, version, ...row }) => ({
    ...row,
    template: name === null || version === null ? null : { name, version },
  }));
}

interface Row extends Omit<StepSends, "template" | "step" | "language"> {
  readonly step: StepName;
  readonly language: Locale;
  readonly name: string | null;
  readonly version: number | null;
}

/** Keeps that a colleague heard so; false when they had said it before. */
export async function insertFlag(
  tx: Db,
  flag: { readonly reminderId: number; readonly personId: number; readonly comment: string | null; readonly at: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(reminderFlags)
    .values(flag)
    .onConflictDoNothing()
    .returning({ id: reminderFlags.personId });
  return rows.length > 0;
}

/** Who heard that a reminder was badly received, the first first. */
export async function flagsOf(db: Db, reminder: number): Promise<readonly string[]> {
  const rows = await db.execute<{ name: string }>(sql`
    select p.name from reminder_flags f join people p on p.id = f.person_id where f.reminder_id = ${reminder} order by f.at, p.id`);
  return [...rows].map(({ name }) => name);
}
