import type { ActionTable, LookingAction } from "#chat/action-table.ts";
import { cardOf, refuse, show, type Asked } from "#chat/asked.ts";
import type { Reply } from "#chat/reply.ts";
import type { Showing } from "#domain/showing.ts";
import type { Drawn } from "#usecases/delivery/drawing.ts";
import type { Result } from "#usecases/result.ts";
import { showBrief } from "#usecases/meetings/draw-brief.ts";
import { showWholeReply } from "#usecases/replies/draw-reply.ts";
import { offerMyData, showMyData } from "#usecases/people/my-data.ts";
import { showAsk, showCalls, showScript, showWhyMe } from "#usecases/asks/show-calls.ts";
import { showCustomer } from "#usecases/customers/show-customer.ts";
import { showForecast } from "#usecases/reports/show-forecast.ts";
import {
  showCaseFile,
  showDocument,
  showLetter,
  showSentMail,
  type DocumentReader,
  type OfferedDocument,
} from "#usecases/letters/show-document.ts";
import { showHelp } from "#usecases/people/show-help.ts";
import { showBalance, showDso } from "#usecases/reports/show-kpis.ts";
import { defaultScope, showPortfolio } from "#usecases/customers/show-portfolio.ts";
import { showReminder } from "#usecases/dunning/show-reminder.ts";
import { showScore } from "#usecases/customers/show-score.ts";
import { showTimeline } from "#usecases/customers/show-timeline.ts";
import { showWelcome } from "#usecases/people/show-welcome.ts";

/** Buttons that only show something. A customer, a portfolio, an ask go on to follow the truth; the rest are pages. */
export const LOOKS: Pick<ActionTable, LookingAction> = {
  "show-portfolio": async (asked, { scope, page }) => {
    const { context, person } = asked;
    const whole = scope ?? defaultScope(person);
    // In the home (a tab in Slack, a card in Teams), "my customers" and its refresh are the home itself.
    const isHome = asked.place === "home" || asked.standing?.show === "home";
    if (isHome && page === undefined && whole === defaultScope(person)) return show(asked, { show: "home" });
    const found = await showPortfolio(context, person, { scope: whole, page });
    return look(asked, found, { show: "portfolio", scope: whole }, page);
  },
  "show-customer": async (asked, { customer, page }) => {
    const found = await showCustomer(asked.context, asked.person, { customer, page });
    return look(asked, found, { show: "customer", customer }, page);
  },
  "show-ask": async (asked, { ask }) =>
    look(asked, await showAsk(asked.context, asked.person, { ask }), { show: "ask", ask }),
  "show-calls": async (asked, { page }) => look(asked, await showCalls(asked.context, asked.person, { page }), null),
  "show-script": async (asked, { ask }) => look(asked, await showScript(asked.context, asked.person, { ask }), null),
  "why-me": async (asked, { ask }) => look(asked, await showWhyMe(asked.context, asked.person, { ask }), null),
  "show-timeline": async (asked, { customer, invoice, page }) =>
    look(asked, await showTimeline(asked.context, asked.person, { customer, invoice, page }), null),
  "show-reminder": async (asked, { customer, seller }) =>
    look(asked, await showReminder(asked.context, asked.person, { customer, seller }), null),
  "show-forecast": async (asked, { scope, currency, in: place, page }) =>
    look(asked, await showForecast(asked.context, asked.person, { scope, currency, in: place, page }), null),
  "show-cash-report": async (asked, { scope }) => show(asked, { show: "cash", scope, on: asked.context.today }),
  "show-decisions": async (asked, { scope }) => aside(asked, await show(asked, { show: "decisions", scope })),
  "show-dispute": async (asked, { dispute }) => show(asked, { show: "dispute", dispute }),
  "show-score": async (asked, { customer }) =>
    look(asked, await showScore(asked.context, asked.person, { customer }), null),
  "show-subscriptions": async (asked) => aside(asked, await show(asked, { show: "subscriptions" })),
  "show-welcome": async (asked, { part }) =>
    look(asked, await showWelcome(asked.context, asked.person, { part }), null),
  "show-dso": async (asked, { scope }) => look(asked, await showDso(asked.context, asked.person, { scope }), null),
  "show-balance": async (asked, { scope }) =>
    look(asked, await showBalance(asked.context, asked.person, { scope }), null),
  "show-brief": async (asked, { customer }) =>
    look(asked, await showBrief(asked.context, asked.person, { customer }), { show: "brief", customer }),
  "show-letter": async (asked, { ask, at }) =>
    hand(asked, await showLetter(asked.context, readerOf(asked), { ask, at })),
  "show-document": async (asked, { document }) =>
    hand(asked, await showDocument(asked.context, readerOf(asked), { document })),
  "show-mail": async (asked, { reminder }) =>
    look(asked, await showSentMail(asked.context, asked.person, { reminder }), null),
  "show-reply": async (asked, { reply }) =>
    look(asked, await showWholeReply(asked.context, asked.person, { reply }), null),
  "show-case-file": async (asked, { customer }) =>
    hand(asked, await showCaseFile(asked.context, readerOf(asked), { customer })),
  "show-my-data": async (asked) => look(asked, await showMyData(asked.context, asked.person), null),
  "show-my-data-file": async (asked) => {
    const takesFiles = asked.here?.chat.sendFile !== undefined;
    const offered = await offerMyData(asked.context, asked.person, { takesFiles });
    return offered.is === "file" ? offered : cardOf(asked, offered.drawn, null);
  },
  "show-help": async (asked, { topic }) => look(asked, await showHelp(asked.context, asked.person, { topic }), null),
};

/** In a channel, what answers one person never takes the place of what all read. */
function aside(asked: Asked, reply: Reply): Reply {
  return reply.is === "card" && asked.place === "channel" ? { ...reply, how: "new" } : reply;
}

function readerOf(asked: Asked): DocumentReader {
  return { viewer: asked.person, takesFiles: asked.here?.chat.sendFile !== undefined };
}

/** The file itself, or a card with the link to it. */
function hand(asked: Asked, offered: Result<OfferedDocument>): Promise<Reply> | Reply {
  if (!offered.ok) return refuse(asked, offered.refusal);
  return offered.value.is === "file" ? offered.value : cardOf(asked, offered.value.drawn, null);
}

/** A further page stands where the first stood, but is not drawn again by itself. */
async function look(asked: Asked, found: Result<Drawn>, showing: Showing | null, pageNumber?: number): Promise<Reply> {
  if (!found.ok) return refuse(asked, found.refusal);
  return cardOf(asked, found.value, showing, pageNumber === undefined);
}
