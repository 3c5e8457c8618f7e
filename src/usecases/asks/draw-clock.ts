import { askHelpCard, askToldCard, nudgeCard, type HelpState, type WaitingAsk } from "#cards/clock.ts";
import { taskTitle } from "#cards/task.ts";
import { absentOn } from "#domain/absence.ts";
import { addWorkingDays, isDay, type Day } from "#domain/calendar.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { absencesSince } from "#store/absences.ts";
import { tellingsOf, toldOn, type Telling } from "#store/ask-clock.ts";
import { askById, type RecordedAsk } from "#store/asks.ts";
import { customerName } from "#store/card-facts.ts";
import { eventById, lastEventAbout } from "#store/events.ts";
import { ownershipOfCustomer, teamBelow } from "#store/people.ts";
import { askMoney } from "#usecases/asks/ask-money.ts";
import { drawAbsence } from "#usecases/people/draw-absence.ts";
import { taskView } from "#usecases/asks/draw-task.ts";
import { authorOf, colleagueOf, type Drawing, type Drawn, nameOf } from "#usecases/delivery/drawing.ts";

/** How long "leave it" leaves it, from the button. */
const LEFT_WORKING_DAYS = 2;
const NOBODY = { you: false, name: null } as const;

/** What the clock on people has to say, and who is absent. */
export async function drawOfClock(
  drawing: Drawing,
  showing: Extract<Showing, { show: "nudge" | "ask-help" | "ask-told" | "absence" }>,
): Promise<Drawn | null> {
  switch (showing.show) {
    case "nudge":
      return drawNudge(drawing, showing.day);
    case "ask-help":
      return drawAskHelp(drawing, showing.ask);
    case "ask-told":
      return drawAskTold(drawing, showing.ask);
    case "absence":
      return drawAbsence(drawing, showing.absence);
    default:
      return showing satisfies never;
  }
}

/** What the clock told a reader of on a day, as far as it still waits. */
async function drawNudge(drawing: Drawing, day: string): Promise<Drawn | null> {
  if (!isDay(day)) return null;
  const { viewer, context, words } = drawing;
  const { db } = context.store;
  const asks = [];
  for (const id of await toldOn(db, "nudge", day)) {
    const ask = await askById(db, id);
    if (ask !== null && isHeldBy(ask, viewer)) asks.push(ask);
  }
  const mine = await waitingOf(drawing, asks);
  const elsewhere = viewer.roles.includes("direction") ? await toldOn(db, "direction", day) : [];
  const others = [];
  for (const id of elsewhere) {
    const ask = await askById(db, id);
    const [waiting] = ask === null ? [] : await waitingOf(drawing, [ask]);
    if (ask === null || waiting === undefined || ask.holderRole === null) continue;
    others.push({ ...waiting, holder: words.common.roles[ask.holderRole] });
  }
  // With nothing left it says so where it stands; it is not posted then.
  const customers = asks.map(({ customer }) => customer);
  return { card: nudgeCard({ mine, others, asOf: drawing.asOf }, words), customers: [...new Set(customers)] };
}

/** An ask of the team that waits, to the manager who was told of it; null = none of theirs. */
async function drawAskHelp(drawing: Drawing, id: number): Promise<Drawn | null> {
  const found = await told(drawing, id);
  if (found === null) return null;
  const owner = await ownershipOfCustomer(drawing.context.store.db, found.ask.customer);
  const isTheirs = owner !== null && mayTouch(drawing.viewer, owner, "reassign");
  if (!isTheirs && found.telling?.toldId !== drawing.viewer.id) return null;
  const state = await helpState(drawing, found);
  return {
    card: askHelpCard({ waiting: found.waiting, state, asOf: drawing.asOf }, drawing.words),
    customers: [found.ask.customer],
  };
}

/** That the manager was told, to whoever holds the ask. */
async function drawAskTold(drawing: Drawing, id: number): Promise<Drawn | null> {
  const found = await told(drawing, id);
  if (found === null) return null;
  const { ask, telling, waiting } = found;
  const isOpen = ask.state === "open" && ask.holderId === drawing.viewer.id && telling !== null;
  const manager = isOpen ? await nameOf(drawing, telling.toldId) : null;
  return {
    card: askToldCard({ waiting, manager, asOf: drawing.asOf }, drawing.words),
    customers: [ask.customer],
  };
}

interface Told {
  readonly ask: RecordedAsk;
  readonly waiting: WaitingAsk;
  /** Null = the clock started anew since, or nobody was told. */
  readonly telling: Telling | null;
}

async function told(drawing: Drawing, id: number): Promise<Told | null> {
  const { db } = drawing.context.store;
  const ask = await askById(db, id);
  const waiting = ask === null ? null : await waitingOne(drawing, ask);
  if (ask === null || waiting === null) return null;
  const since = ask.leftUntil ?? ask.clockFrom;
  const telling = (await tellingsOf(db, id)).find((one) => one.stage === "manager" && one.since === since) ?? null;
  return { ask, waiting, telling };
}

async function helpState(drawing: Drawing, { ask, telling }: Told): Promise<HelpState> {
  const { db } = drawing.context.store;
  if (ask.state === "withdrawn") return { is: "withdrawn" };
  if (ask.state === "answered") {
    const closing = ask.closedByEvent === null ? null : await eventById(db, ask.closedByEvent);
    return { is: "answered", by: closing === null ? NOBODY : await authorOf(drawing, closing.actor) };
  }
  const last = await lastEventAbout(db, "asks", ask.id, ["ask-reassigned", "ask-left"]);
  const by = last === null ? NOBODY : await authorOf(drawing, last.actor);
  if (ask.holderRole !== null) return { is: "given-back", by };
  if (ask.leftUntil !== null && ask.leftUntil > drawing.context.today) {
    return { is: "left", by: await colleagueOf(drawing, last?.actor ?? null), until: ask.leftUntil };
  }
  const holder = (await nameOf(drawing, ask.holderId)) ?? "";
  if (telling === null) {
    if (ask.holderId === drawing.viewer.id) return { is: "taken-by-you" };
    const isOwn = last !== null && by.name === holder;
    return isOwn ? { is: "taken", holder } : { is: "given", by, holder };
  }
  const team = ask.kind === "call" ? await teamFor(drawing, ask) : null;
  const leave: Day = addWorkingDays(drawing.context.today, LEFT_WORKING_DAYS);
  return { is: "open", holder, team, leaveUntil: leave };
}

/** Who of the reader's team could call instead: there today, and not whoever holds it. */
async function teamFor({ context, viewer }: Drawing, ask: RecordedAsk): Promise<readonly Person[]> {
  const { db } = context.store;
  const team = (await teamBelow(db, viewer.id)).filter(({ active, id }) => active && id !== ask.holderId);
  const absences = await absencesSince(
    db,
    team.map(({ id }) => id),
    context.today,
  );
  return team.filter(
    ({ id }) =>
      absentOn(
        absences.filter(({ personId }) => personId === id),
        context.today,
      ) === null,
  );
}

function isHeldBy(ask: RecordedAsk, { id, roles }: Person): boolean {
  return ask.holderId === id || (ask.holderRole !== null && roles.includes(ask.holderRole));
}

/** Those of the asks that are still open. */
async function waitingOf(drawing: Drawing, asks: readonly RecordedAsk[]): Promise<readonly WaitingAsk[]> {
  const waiting: WaitingAsk[] = [];
  for (const ask of asks) {
    const one = ask.state === "open" ? await waitingOne(drawing, ask) : null;
    if (one !== null) waiting.push(one);
  }
  return waiting;
}

async function waitingOne(drawing: Drawing, ask: RecordedAsk): Promise<WaitingAsk | null> {
  const { context, words } = drawing;
  const customer = await customerName(context.store.db, ask.customer);
  if (customer === null) return null;
  const task = ask.kind === "call" ? null : await taskView(drawing, ask, ask.kind, false);
  return {
    ask: ask.id,
    customer: customer.name,
    totals: ask.kind === "call" ? (await askMoney(context, ask)).totals : [],
    task: task === null ? null : taskTitle(task, words),
    since: ask.clockFrom,
    today: context.today,
  };
}
