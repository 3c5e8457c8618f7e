import type { ActionTable, CalendarAction } from "#chat/action-table.ts";
import { refuse, refusalSentence, show, type Asked } from "#chat/asked.ts";
import { missing } from "#chat/form-reply.ts";
import { textOf } from "#chat/form-values.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { linkCalendar, testCalendar, unlinkCalendar } from "#usecases/meetings/link-calendar.ts";
import { sayNothingSaid } from "#usecases/meetings/say-nothing-said.ts";

/** Each shows the calendar, or the meeting, as it is afterwards. */
export const CALENDAR: Pick<ActionTable, CalendarAction> = {
  "show-calendar": (asked) => show(asked, { show: "calendar" }),
  async "test-calendar"(asked) {
    await testCalendar(asked.context, asked.person);
    return show(asked, { show: "calendar" });
  },
  async "unlink-calendar"(asked) {
    await unlinkCalendar(asked.context, asked.person);
    return show(asked, { show: "calendar" });
  },
  async "nothing-said"(asked, { meeting }) {
    const said = await sayNothingSaid(asked.context, asked.person, { meeting });
    return said.ok ? show(asked, { show: "meeting-outcome", meeting }) : refuse(asked, said.refusal);
  },
};

/** `/agenda ADDRESS`; without one, the calendar as it stands. */
export async function calendarTyped(asked: Asked, address: string): Promise<Reply> {
  if (address !== "") {
    const linked = await linkCalendar(asked.context, asked.person, address);
    if (!linked.ok) return refuse(asked, linked.refusal);
  }
  return show(asked, { show: "calendar" });
}

/** The form of a calendar's address. */
export async function answerCalendar(asked: Asked, answer: FormAnswer): Promise<Reply> {
  const address = textOf(answer, "address");
  if (address === undefined) return missing(asked, "address");
  const linked = await linkCalendar(asked.context, asked.person, address);
  if (!linked.ok) return { is: "mend", fields: { address: refusalSentence(asked, linked.refusal) } };
  return show(asked, { show: "calendar" });
}
