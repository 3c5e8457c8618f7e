import type { Form, FormContext } from "#cards/card.ts";
import { choiceField, dayField, lineField, paragraphField } from "#cards/forms/field.ts";
import { COMMENT_LENGTH_MAX } from "#cards/forms/form-context.ts";
import type { Day } from "#domain/calendar.ts";
import { ENDINGS } from "#domain/end-of-road.ts";
import type { Words } from "#i18n/words.ts";

/** What these forms are about: the ask, or one of its letters. */
interface LetterSubject {
  readonly ask?: number | undefined;
  readonly letter?: number | undefined;
}

const NUMBER_LENGTH_MAX = 40;

/** One field: `reason`. */
export function refuseLetterForm(subject: LetterSubject, customer: string, words: Words): Form {
  const { refuse } = words.cards.letters.forms;
  return {
    ...frame("refuse-letter", refuse, subject, customer, words),
    fields: [paragraphField("reason", refuse.reason, COMMENT_LENGTH_MAX)],
  };
}

/** Fields: `number`, `day`, and `copy` where there is an address. */
export function postLetterForm(
  subject: LetterSubject,
  view: { readonly customer: string; readonly day: Day; readonly to: readonly string[] },
  words: Words,
): Form {
  const { post } = words.cards.letters.forms;
  const options = [
    { label: post.copyNo, value: "no" },
    { label: post.copyYes(view.to), value: "yes" },
  ];
  return {
    ...frame("post-letter", post, subject, view.customer, words),
    fields: [
      lineField("number", post.number, NUMBER_LENGTH_MAX, { hint: post.numberHint }),
      dayField("day", post.day, { value: view.day }),
      ...(view.to.length === 0 ? [] : [choiceField("copy", post.copy, options, { value: "no" })]),
    ],
  };
}

/** One field: `day`. */
export function receiveLetterForm(
  subject: LetterSubject,
  view: { readonly customer: string; readonly day: Day },
  words: Words,
): Form {
  const { receive } = words.cards.letters.forms;
  return {
    ...frame("receive-letter", receive, subject, view.customer, words),
    fields: [dayField("day", receive.day, { value: view.day })],
  };
}

/** Fields: `ending`, `until`, `comment` (D18). */
export function endOfRoadForm(
  subject: LetterSubject,
  view: { readonly customer: string; readonly day: Day },
  words: Words,
): Form {
  const { end } = words.cards.letters.forms;
  const options = ENDINGS.map((value) => ({ label: words.cards.letters.endings[value], value }));
  return {
    ...frame("end-of-road", end, subject, view.customer, words),
    fields: [
      choiceField("ending", end.ending, options),
      dayField("until", end.until, { value: view.day, hint: end.untilHint, optional: true }),
      paragraphField("comment", end.comment, COMMENT_LENGTH_MAX, { optional: true }),
    ],
  };
}

function frame(
  name: Form["name"],
  said: { readonly title: string; readonly submit: string },
  subject: LetterSubject,
  customer: string,
  words: Words,
): Omit<Form, "fields"> {
  const context: FormContext = {
    ...(subject.ask === undefined ? {} : { ask: subject.ask }),
    ...(subject.letter === undefined ? {} : { letter: subject.letter }),
  };
  const { cancel, forCustomer } = words.cards.forms;
  return { name, title: said.title, submit: said.submit, cancel, intro: forCustomer(customer), context };
}
