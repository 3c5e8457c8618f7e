import type { Menu } from "#cards/card.ts";
import type { PromiseDay } from "#domain/promise-days.ts";
import type { Words } from "#i18n/words.ts";

/** What the date is for: a new promise of a customer (perhaps in answer to an ask or a mail), or a promise to move. */
export interface PromiseMenuSubject {
  readonly customer: string;
  readonly ask?: number;
  readonly reply?: number;
  /** Set: the promise whose date changes. */
  readonly promise?: number;
}

/** The menu that makes a promise two taps: Friday, end of month, in 15 days with their dates; a form only for "other". */
export function promiseMenu(
  subject: PromiseMenuSubject,
  days: readonly PromiseDay[],
  label: string,
  words: Words,
): Menu {
  const { customer, ask, reply, promise } = subject;
  const about = { ...(ask === undefined ? {} : { ask }), ...(reply === undefined ? {} : { reply }) };
  return {
    is: "menu",
    label,
    options: [
      ...days.map(({ name, day }) => ({
        label: words.common.promiseDays[name](day),
        action:
          promise === undefined
            ? ({ do: "give-promise", customer, ...about, due: day } as const)
            : ({ do: "move-promise", promise, due: day } as const),
      })),
      {
        label: words.common.promiseDays.other,
        action: { do: "open-form", form: "promise", customer, ...about, ...(promise === undefined ? {} : { promise }) },
      },
    ],
  };
}
