import { actorOf, refuse, type Asked } from "#chat/asked.ts";
import { answered, missing } from "#chat/form-reply.ts";
import { choiceOf, dayOf, idOf, textOf } from "#chat/form-values.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { ENDINGS } from "#domain/end-of-road.ts";
import { endRoad } from "#usecases/stops/end-road.ts";
import { postLetter, receiveLetter } from "#usecases/letters/post-letter.ts";
import { refuseLetter } from "#usecases/letters/refuse-letter.ts";

/** The forms of formal notices and of the end of the road. */
export const LETTER_FORMS = {
  "refuse-letter": async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const ask = idOf(answer, "ask");
    if (ask === undefined) return refuse(asked, { why: "gone" });
    const refusing = { ask, reason: textOf(answer, "reason") ?? "" };
    return answered(asked, await refuseLetter(asked.context, actorOf(asked), refusing), { "text-missing": "reason" });
  },

  "post-letter": async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const letter = idOf(answer, "letter");
    const postedOn = dayOf(answer, "day");
    if (letter === undefined) return refuse(asked, { why: "gone" });
    if (postedOn === undefined) return missing(asked, "day");
    const posting = {
      letter,
      number: textOf(answer, "number") ?? "",
      postedOn,
      copy: textOf(answer, "copy") === "yes",
    };
    const result = await postLetter(asked.context, actorOf(asked), posting);
    return answered(asked, result, { "number-missing": "number", "date-too-far": "day", "date-in-past": "day" });
  },

  "receive-letter": async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const letter = idOf(answer, "letter");
    const receivedOn = dayOf(answer, "day");
    if (letter === undefined) return refuse(asked, { why: "gone" });
    if (receivedOn === undefined) return missing(asked, "day");
    const result = await receiveLetter(asked.context, actorOf(asked), { letter, receivedOn });
    return answered(asked, result, { "before-posting": "day", "date-too-far": "day" });
  },

  "end-of-road": async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const ask = idOf(answer, "ask");
    const ending = choiceOf(answer, "ending", ENDINGS);
    if (ask === undefined) return refuse(asked, { why: "gone" });
    if (ending === undefined) return missing(asked, "ending");
    const ended = { ask, ending, comment: textOf(answer, "comment"), until: dayOf(answer, "until") };
    return answered(asked, await endRoad(asked.context, actorOf(asked), ended), { "date-in-past": "until" });
  },
};
