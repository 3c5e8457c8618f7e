import { addDays, dayIn, instantAt, isWorkingDay, type Day } from "#domain/calendar.ts";

/** The demo's product time: it stands still until it is moved, so that everything can be looked at in peace. */
export interface Time {
  readonly now: () => Date;
  /** Set while time is on its way. */
  moving(): { readonly from: Date; readonly to: Date } | null;
  /** Lives through every working day until then, moment by moment; to be called when no other move is on its way. */
  moveTo(to: Date, dayPlan?: readonly Moment[]): Promise<void>;
}

/** What happens in the company and at its customers while time goes by. */
export interface Happenings {
  /** Accounting exports what was booked until the evening before. */
  importMorning(day: Day): Promise<void>;
  /** People who are not played by hand answer their cards. */
  colleaguesAct(day: Day): Promise<void>;
  customersAct(day: Day): Promise<void>;
  /** One pass of the product over what is due, with its deliveries. */
  pass(): Promise<void>;
}

export interface Moment {
  readonly minutes: number;
  readonly does: "import" | "colleagues" | "customers" | "pass";
}

const at = (hours: number, minutes: number, does: Moment["does"]): Moment => ({ minutes: hours * 60 + minutes, does });

/** When something can be due: the ledger, digests, mail from nine, what waits ten minutes for an undo, the end of the day. */
const WORKING_DAY: readonly Moment[] = [
  at(7, 10, "import"),
  // Digests are decided a minute ahead, so that no delivery under way can bring a call card before them.
  at(8, 29, "pass"),
  at(8, 30, "pass"),
  at(9, 5, "pass"),
  at(10, 0, "colleagues"),
  at(10, 15, "pass"),
  at(14, 5, "customers"),
  at(14, 30, "pass"),
  at(17, 30, "pass"),
];

/** Product time as the parts of the demo read it. */
export interface Clock {
  readonly now: () => Date;
  set(to: Date): void;
}

/** The product's clock of the demo: it stands still until it is set. */
export function createClock(start: Date): Clock {
  let now = start;
  return {
    now: () => now,
    set(to) {
      now = to;
    },
  };
}

/** Weeks gone by quickly: after fourteen hours no digest is made up any more, and they would be the most work. */
export const PAST_DAY: readonly Moment[] = [
  at(7, 10, "import"),
  at(10, 0, "colleagues"),
  at(14, 5, "customers"),
  at(14, 30, "pass"),
];

/** Time that moves only when told to, and then through every moment on the way. */
export function createTime(clock: Clock, timeZone: string, happenings: Happenings): Time {
  const { now } = clock;
  let moving: { readonly from: Date; readonly to: Date } | null = null;
  return {
    now,
    moving: () => moving,
    async moveTo(to, dayPlan = WORKING_DAY) {
      if (moving !== null) throw new Error("Time is on its way already.");
      moving = { from: now(), to };
      try {
        for (let day = dayIn(now(), timeZone); day <= dayIn(to, timeZone); day = addDays(day, 1)) {
          for (const moment of isWorkingDay(day) ? dayPlan : []) {
            const instant = instantAt(day, moment.minutes, timeZone);
            if (instant <= now() || instant > to) continue;
            clock.set(instant);
            await live(happenings, moment, day);
          }
        }
        const isBetweenMoments = to > now();
        clock.set(to);
        if (isBetweenMoments) await happenings.pass();
      } finally {
        moving = null;
      }
    },
  };
}

async function live(happenings: Happenings, moment: Moment, day: Day): Promise<void> {
  switch (moment.does) {
    case "import":
      return happenings.importMorning(day);
    case "colleagues":
      return happenings.colleaguesAct(day);
    case "customers":
      return happenings.customersAct(day);
    case "pass":
      return happenings.pass();
    default:
      return moment.does satisfies never;
  }
}
