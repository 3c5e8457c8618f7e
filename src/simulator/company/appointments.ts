import type { Day } from "#domain/calendar.ts";

/** A line of somebody's calendar, at times of the company's zone. */
export interface Appointment {
  readonly who: string;
  readonly on: Day;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** Addresses of guests. */
  readonly guests?: readonly string[];
  /** Comes back every week. */
  readonly isWeekly?: boolean;
}

/** Calendars of which only what is with customers is any of Relais' business: an owner by key, and what stands in it. */
export const APPOINTMENTS: readonly Appointment[] = [
  { who: "claire", on: "2026-11-23", from: "0900", to: "0930", title: "Point d'équipe Ouest", isWeekly: true },
  { who: "claire", on: "2026-11-24", from: "1230", to: "1330", title: "Dentiste" },
  {
    who: "claire",
    on: "2026-11-24",
    from: "1500",
    to: "1600",
    title: "Tarifs 2027",
    guests: ["sonia.perrin@garnier.example"],
  },
  { who: "claire", on: "2026-11-25", from: "1100", to: "1200", title: "Visite Sodial" },
  { who: "claire", on: "2026-12-03", from: "1500", to: "1600", title: "Batival, chantier de Vern" },
  {
    who: "emily",
    on: "2026-11-24",
    from: "1500",
    to: "1545",
    title: "Winter collection",
    guests: ["sarah.whitfield@northgate-interiors.example"],
  },
];
