import { isDay } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import { readScopeKey } from "#domain/report-scope.ts";
import type { Showing } from "#domain/showing.ts";
import type { Context } from "#usecases/context.ts";
import { drawAsk } from "#usecases/asks/draw-ask.ts";
import { drawCashReport } from "#usecases/reports/draw-cash-report.ts";
import { drawBrief, drawMeetingBrief, drawMeetingOutcome } from "#usecases/meetings/draw-brief.ts";
import { drawCalendar, drawCalendarTrouble } from "#usecases/meetings/draw-calendar.ts";
import { drawOfClock } from "#usecases/asks/draw-clock.ts";
import { drawDigest } from "#usecases/reports/draw-digest.ts";
import { drawOfControl, isOfControl } from "#usecases/reports/draw-control.ts";
import { drawDispute } from "#usecases/disputes/draw-dispute.ts";
import { drawPromise } from "#usecases/promises/draw-promise.ts";
import { drawReply } from "#usecases/replies/draw-reply.ts";
import { drawRoleChannelNotice, drawRoleChannels } from "#usecases/channels/draw-role-channels.ts";
import { drawOfScenarios } from "#usecases/scenarios/draw-scenarios.ts";
import {
  drawChannelGuests,
  drawSubscription,
  drawSubscriptionNotice,
  drawSubscriptions,
} from "#usecases/channels/draw-subscription.ts";
import { drawTrouble } from "#usecases/delivery/draw-trouble.ts";
import { drawDecisions } from "#usecases/asks/decisions.ts";
import { drawingFor, type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";
import { drawWelcome } from "#usecases/people/show-welcome.ts";
import { drawContacts } from "#usecases/customers/show-contacts.ts";
import { drawCustomer } from "#usecases/customers/show-customer.ts";
import { drawHome, showPortfolio } from "#usecases/customers/show-portfolio.ts";
import { drawThanks } from "#usecases/reports/thank-people.ts";

export type { Drawn } from "#usecases/delivery/drawing.ts";

/**
 * Draws what is to be shown from the present truth, by the reader's rights and in their language. Every way to a reader
 * goes through here: delivery, refresh, the answer to a click. Null = nothing to show (any more), or not to this person.
 */
export async function drawShowing(context: Context, showing: Showing, viewer: Person): Promise<Drawn | null> {
  if (!viewer.active) return null;
  const drawing = drawingFor(context, viewer);
  if (showing.show === "role-task") return drawShowing(context, showing.of, viewer);
  if (isOfControl(showing)) return drawOfControl(drawing, showing);
  switch (showing.show) {
    case "digest":
      return isDay(showing.day) ? drawDigest(drawing, showing.day) : null;
    case "thanks":
      return isDay(showing.day) ? drawThanks(drawing, showing.day) : null;
    case "ask":
      return drawAsk(drawing, showing.ask);
    case "nudge":
    case "ask-help":
    case "ask-told":
    case "absence":
      return drawOfClock(drawing, showing);
    case "customer":
      return drawCustomer(drawing, showing.customer);
    case "portfolio":
      return drawPortfolio(drawing, showing.scope);
    case "promise":
      return drawPromise(drawing, showing.promise);
    case "dispute":
      return drawDispute(drawing, showing.dispute);
    case "reply":
      return drawReply(drawing, showing.reply);
    case "cash":
      return drawCash(drawing, showing);
    case "decisions":
      return drawDecisionsOf(drawing, showing.scope);
    case "contacts":
      return drawContacts(drawing, showing.customer);
    case "scenarios":
    case "scenario":
    case "scenario-package":
    case "scenario-proposal":
      return drawOfScenarios(drawing, showing);
    case "welcome":
      return drawWelcome(drawing, showing.part);
    case "admin-trouble":
      return drawTrouble(drawing);
    case "home":
      return drawHome(drawing);
    case "subscription":
    case "subscriptions":
    case "subscription-notice":
    case "channel-guests":
    case "role-channels":
    case "role-channel-notice":
      return drawOfChannels(drawing, showing);
    case "calendar":
    case "calendar-trouble":
    case "brief":
    case "meeting-brief":
    case "meeting-outcome":
      return drawOfMeetings(drawing, showing);
    case "cash-report":
    case "redraw":
    case "reminder":
    case "invoice-copy":
    case "letter-copy":
    case "thank-you":
    case "look-up":
      // A card elsewhere, mail to a customer, or only a question: nothing of its own to show in a chat.
      return null;
    default:
      return showing satisfies never;
  }
}

/** Asked for by a person, it stays as of its day; a button draws it anew. */
async function drawCash(
  { context, viewer }: Drawing,
  { scope: key, on }: Extract<Showing, { show: "cash" }>,
): Promise<Drawn | null> {
  const scope = readScopeKey(key);
  if (scope === null || !isDay(on)) return null;
  const { locale, timeZone } = viewer;
  const drawn = await drawCashReport(context, { scope, on, locale, timeZone, audience: { is: "person", viewer } });
  return drawn === null ? null : { ...drawn, customers: [] };
}

async function drawOfChannels(
  drawing: Drawing,
  showing: Extract<
    Showing,
    { show: `subscription${string}` | "channel-guests" | "role-channels" | "role-channel-notice" }
  >,
): Promise<Drawn | null> {
  switch (showing.show) {
    case "subscription":
      return drawSubscription(drawing, showing.subscription);
    case "subscriptions":
      return drawSubscriptions(drawing);
    case "subscription-notice":
      return drawSubscriptionNotice(drawing, showing.subscription, showing.because);
    case "channel-guests":
      return drawChannelGuests(drawing, showing.channel, showing.asker);
    case "role-channels":
      return drawRoleChannels(drawing);
    case "role-channel-notice":
      return drawRoleChannelNotice(drawing, showing.role, showing.because);
    default:
      return showing satisfies never;
  }
}

async function drawOfMeetings(
  drawing: Drawing,
  showing: Extract<Showing, { show: "calendar" | "calendar-trouble" | "brief" | "meeting-brief" | "meeting-outcome" }>,
): Promise<Drawn | null> {
  switch (showing.show) {
    case "calendar":
      return drawCalendar(drawing);
    case "calendar-trouble":
      return drawCalendarTrouble(drawing);
    case "brief":
      return drawBrief(drawing, showing.customer, null);
    case "meeting-brief":
      return drawMeetingBrief(drawing, showing.meeting);
    case "meeting-outcome":
      return drawMeetingOutcome(drawing, showing.meeting);
    default:
      return showing satisfies never;
  }
}

async function drawDecisionsOf({ context, viewer }: Drawing, key: string): Promise<Drawn | null> {
  const scope = readScopeKey(key);
  return scope === null ? null : drawDecisions(context, viewer, scope);
}

async function drawPortfolio({ context, viewer }: Drawing, scope: string): Promise<Drawn | null> {
  const shown = await showPortfolio(context, viewer, { scope });
  return shown.ok ? shown.value : null;
}
