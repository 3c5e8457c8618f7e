import { isDay } from "#domain/calendar.ts";
import type { Showing } from "#domain/showing.ts";
import { drawCompanySettings } from "#usecases/company/company-settings.ts";
import { drawEvening } from "#usecases/dunning/draw-evening.ts";
import { drawFinanceList } from "#usecases/reports/finance-list.ts";
import { drawStart } from "#usecases/dunning/draw-start.ts";
import { drawStops } from "#usecases/stops/draw-stops.ts";
import type { Drawing, Drawn } from "#usecases/delivery/drawing.ts";

const SHOWN = ["stops", "company-settings", "finance-list", "start", "evening"] as const;
type ControlShowing = Extract<Showing, { show: (typeof SHOWN)[number] }>;

/** Whether a showing is one of finance's own cards, which this file draws. */
export function isOfControl(showing: Showing): showing is ControlShowing {
  return SHOWN.some((show) => show === showing.show);
}

/** What finance keeps dunning in hand with. */
export async function drawOfControl(drawing: Drawing, showing: ControlShowing): Promise<Drawn | null> {
  switch (showing.show) {
    case "stops":
      return drawStops(drawing);
    case "company-settings":
      return drawCompanySettings(drawing);
    case "finance-list":
      return drawFinanceList(drawing);
    case "start":
      return drawStart(drawing);
    case "evening":
      return isDay(showing.day) ? drawEvening(drawing, showing.day) : null;
    default:
      return showing satisfies never;
  }
}
