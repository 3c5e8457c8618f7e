import { decisionsCard, type DecisionLine } from "#cards/decisions.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { askById } from "#store/asks.ts";
import { ownershipOf } from "#store/people.ts";
import { decisionsWaiting, type WaitingDecision } from "#store/report-facts.ts";
import type { Context } from "#usecases/context.ts";
import { taskTitle } from "#cards/task.ts";
import { taskView } from "#usecases/asks/draw-task.ts";
import { type Drawing, drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { customersOfScope, maySeeScope } from "#usecases/reports/report-scope.ts";

/** What is answered in one sitting; the rest is counted and follows. */
const LINES_MAX = 10;

/** The decisions waiting in a scope that a person may take; all of them when nobody in particular asks. */
export async function decisionsFor(
  context: Context,
  scope: ReportScope,
  viewer: Person | null,
): Promise<readonly WaitingDecision[]> {
  const { db } = context.store;
  const whose = await customersOfScope(context, scope);
  if (whose === null) return [];
  const waiting = await decisionsWaiting(db, context.timeZone, whose);
  if (viewer === null) return waiting;
  const owners = await ownershipOf(db, [...new Set(waiting.map(({ customer }) => customer))]);
  return waiting.filter((one) => {
    const owner = owners.get(one.customer);
    return owner !== undefined && mayTouch(viewer, owner, actOf(one));
  });
}

/**
 * The decisions of a report as a list with its buttons, for whoever clicked: only what they may decide, whatever the scope
 * of the report. Nothing in it is a figure of somebody else.
 */
export async function drawDecisions(context: Context, viewer: Person, scope: ReportScope): Promise<Drawn | null> {
  if (!viewer.active) return null;
  const drawing = drawingFor(context, viewer);
  const waiting = await decisionsFor(context, scope, viewer);
  const lines: DecisionLine[] = [];
  for (const one of waiting.slice(0, LINES_MAX)) {
    const line = await lineOf(drawing, one);
    if (line !== null) lines.push(line);
  }
  const canGoBack = await maySeeScope(context, viewer, scope);
  const view = { scope: scopeKey(scope), canGoBack, lines, total: waiting.length, asOf: drawing.asOf };
  const customers = [...new Set(waiting.slice(0, LINES_MAX).map(({ customer }) => customer))];
  return { card: decisionsCard(view, drawing.words), customers };
}

function actOf({ is, holderId, holderRole }: WaitingDecision) {
  return is === "dispute"
    ? ({ do: "close-dispute", ownerId: holderId, ownerRole: holderRole } as const)
    : ({ do: "task", holderId, holderRole } as const);
}

async function lineOf(drawing: Drawing, waiting: WaitingDecision): Promise<DecisionLine | null> {
  const { id, name, since } = waiting;
  if (waiting.is === "dispute") {
    const amount = { minor: waiting.minor, currency: waiting.currency };
    return { is: "dispute", dispute: id, customer: name, amount, since };
  }
  if (waiting.kind === "call") return { is: "call", ask: id, customer: name, since };
  const ask = await askById(drawing.context.store.db, id);
  const view = ask === null ? null : await taskView(drawing, ask, waiting.kind, true);
  if (view === null) return null;
  const is = waiting.kind === "approve-promise" ? "promise" : "task";
  return { is, ask: id, title: taskTitle(view, drawing.words), since };
}
