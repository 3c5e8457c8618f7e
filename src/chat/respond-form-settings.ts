import { refusalSentence, type Asked } from "#chat/asked.ts";
import { choiceOf, textOf } from "#chat/form-values.ts";
import { missing } from "#chat/form-reply.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { LOCALES, type Person } from "#domain/person.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import { changeSettings } from "#usecases/people/change-settings.ts";
import { linkCalendar } from "#usecases/meetings/link-calendar.ts";

type OwnHours = Pick<Person, "workFromMinutes" | "workUntilMinutes">;

const MINUTES_MAX = 1_439;

/** `/reglages`: what a person chooses for themselves. The confirmation is in the language just chosen. */
export async function answerSettings(asked: Asked, answer: FormAnswer): Promise<Reply> {
  const locale = choiceOf(answer, "locale", LOCALES);
  if (locale === undefined) return missing(asked, "locale");
  const digestMinutes = Number(textOf(answer, "digest"));
  if (!Number.isInteger(digestMinutes) || digestMinutes < 0 || digestMinutes > MINUTES_MAX)
    return missing(asked, "digest");
  const quiet = choiceOf(answer, "quiet", ["yes", "no"]);
  const thanks = choiceOf(answer, "thanks", ["yes", "no"]);
  const chat = choiceOf(answer, "chat", ["slack", "teams", "email", "any"]);
  const hours = workingHours(asked, answer);
  if (hours === null) return missing(asked, "until");
  const region = choiceOf(answer, "region", ["metropole", "alsace-moselle"]);
  await changeSettings(asked.context, asked.person, {
    locale,
    digestMinutes,
    ...(quiet === undefined ? {} : { quietLine: quiet === "yes" }),
    ...(thanks === undefined ? {} : { thanks: thanks === "yes" }),
    ...hours,
    ...(region === undefined ? {} : { alsaceMoselle: region === "alsace-moselle" }),
    ...(chat === undefined ? {} : { chat: chat === "any" ? null : chat }),
  });
  const calendar = textOf(answer, "calendar");
  const linked = calendar === undefined ? null : await linkCalendar(asked.context, asked.person, calendar);
  if (linked?.ok === false) return { is: "mend", fields: { calendar: refusalSentence(asked, linked.refusal) } };
  return { is: "notice", text: chatWordsFor(locale).settingsSaved };
}

/** Their own when either end is; null for a day that would end before it begins. */
function workingHours({ context }: Asked, answer: FormAnswer): Partial<OwnHours> | null {
  const [from, until] = [textOf(answer, "from"), textOf(answer, "until")];
  if (from === undefined || until === undefined) return {};
  if (from === "company" && until === "company") return { workFromMinutes: null, workUntilMinutes: null };
  const { settings } = context;
  const workFromMinutes = from === "company" ? settings.workFromMinutes : Number(from);
  const workUntilMinutes = until === "company" ? settings.workUntilMinutes : Number(until);
  const areMinutes = [workFromMinutes, workUntilMinutes].every((minutes) => minutes >= 0 && minutes <= MINUTES_MAX);
  const isDay =
    areMinutes && Number.isInteger(workFromMinutes + workUntilMinutes) && workFromMinutes < workUntilMinutes;
  return isDay ? { workFromMinutes, workUntilMinutes } : null;
}
