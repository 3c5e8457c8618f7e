import { formalNoticeCard, type FormalNoticeView, type LetterView } from "#cards/formal-notice.ts";
import type { CustomerName } from "#cards/view.ts";
import { dayIn } from "#domain/calendar.ts";
import type { FormalNotice } from "#domain/formal-notice.ts";
import type { Ownership } from "#domain/permission.ts";
import { mayTouch } from "#domain/permission.ts";
import type { RecordedAsk } from "#store/asks.ts";
import { customerName } from "#store/card-facts.ts";
import { eventById, lastEventAbout } from "#store/events.ts";
import { letterHeads, lettersOfAsk, type RecordedLetter } from "#store/letters.ts";
import { colleagueOf, type Drawing, type Drawn, nameOf, undoable } from "#usecases/delivery/drawing.ts";
import { draftsOf } from "#usecases/letters/letter-drafts.ts";
import { whyWithdrawn } from "#usecases/asks/draw-task.ts";
import { isAboveLimit, letterLimit } from "#usecases/letters/letter-rights.ts";

/** The formal notice of an ask in its present state: what would leave, what was approved and where it stands. */
export async function drawFormalNotice(
  drawing: Drawing,
  ask: RecordedAsk,
  owner: Ownership,
  mayAnswer: boolean,
): Promise<Drawn | null> {
  const { db } = drawing.context.store;
  const customer = await customerName(db, ask.customer);
  if (customer === null) return null;
  const letters = await lettersOfAsk(db, ask.id);
  const view =
    letters.length > 0 && (ask.state === "open" || ask.outcome === "done")
      ? await approvedView(drawing, ask, customer, letters, mayTouch(drawing.viewer, owner, "approve-letter"))
      : await draftView(drawing, ask, customer, owner, mayAnswer);
  return { card: formalNoticeCard(view, drawing.words), customers: [ask.customer] };
}

async function approvedView(
  drawing: Drawing,
  ask: RecordedAsk,
  customer: CustomerName,
  letters: readonly RecordedLetter[],
  may: boolean,
): Promise<FormalNoticeView> {
  const [first] = letters;
  const approval = await lastEventAbout(drawing.context.store.db, "asks", ask.id, ["letter-approved"]);
  const by = first === undefined ? null : await nameOf(drawing, first.approvedBy);
  const views: LetterView[] = [];
  for (const letter of letters) views.push(await recordedView(drawing, letter));
  return {
    ...emptyView(drawing, ask, customer),
    state: "approved",
    letters: views,
    approved: first === undefined || by === null ? null : { by, on: dayIn(first.approvedAt, drawing.context.timeZone) },
    may: may ? "approve" : "look",
    undoEvent: await undoable(drawing, approval?.id ?? null),
  };
}

async function draftView(
  drawing: Drawing,
  ask: RecordedAsk,
  customer: CustomerName,
  owner: Ownership,
  mayAnswer: boolean,
): Promise<FormalNoticeView> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const empty = emptyView(drawing, ask, customer);
  if (ask.state !== "open") {
    const closing = ask.closedByEvent === null ? null : await eventById(db, ask.closedByEvent);
    const reason = closing?.data["reason"];
    const why = await whyWithdrawn(db, ask);
    return {
      ...empty,
      withdrawn: why === null ? null : { why, by: closing === null ? null : await colleagueOf(drawing, closing.actor) },
      state: ask.state === "withdrawn" ? "withdrawn" : "refused",
      refusal: {
        by: closing === null ? null : await nameOf(drawing, closing.actor),
        reason: typeof reason === "string" ? reason : null,
      },
      undoEvent: ask.state === "answered" ? await undoable(drawing, closing?.id ?? null) : null,
    };
  }
  const drafts = await draftsOf(db, context, ask);
  const above = isAboveLimit(drafts.notices, context.settings);
  const may = mayTouch(viewer, owner, above ? "approve-large-letter" : "approve-letter");
  return {
    ...empty,
    letters: drafts.notices.map(draftedView),
    refused: drafts.refused,
    seen: drafts.seen,
    may: !mayAnswer ? "look" : may ? "approve" : "pass",
    limit: above ? letterLimit(context.settings) : null,
  };
}

function emptyView({ context, asOf }: Drawing, ask: RecordedAsk, customer: CustomerName): FormalNoticeView {
  return {
    ask: ask.id,
    customer,
    state: "to-approve",
    letters: [],
    refused: [],
    computedOn: context.today,
    seen: "",
    approved: null,
    withdrawn: null,
    refusal: null,
    may: "look",
    limit: null,
    undoEvent: null,
    asOf,
  };
}

function draftedView(notice: FormalNotice): LetterView {
  const money = (minor: bigint) => ({ minor, currency: notice.currency });
  return {
    letter: null,
    seller: notice.seller.legalName,
    debtor: notice.debtor.legalName,
    invoices: notice.lines.length,
    residual: money(notice.residual),
    interest: money(notice.interest),
    indemnity: money(notice.indemnity),
    total: money(notice.total),
    answerBy: notice.answerBy,
    registered: null,
  };
}

async function recordedView({ context }: Drawing, letter: RecordedLetter): Promise<LetterView> {
  const { currency, lines } = letter;
  const heads = await letterHeads(
    context.store.db,
    lines.slice(0, 1).map(({ invoice }) => invoice),
  );
  const head = heads.get(lines[0]?.invoice ?? 0);
  const sum = (of: "residual" | "interest" | "indemnity") => ({
    minor: lines.reduce((total, line) => total + line[of], 0n),
    currency,
  });
  return {
    letter: letter.id,
    seller: head?.seller.legalName ?? letter.seller,
    debtor: head?.debtor.legalName ?? letter.debtor,
    invoices: lines.length,
    residual: sum("residual"),
    interest: sum("interest"),
    indemnity: sum("indemnity"),
    total: { minor: letter.total, currency },
    answerBy: letter.answerBy,
    registered:
      letter.registeredNumber === null || letter.postedOn === null
        ? null
        : { number: letter.registeredNumber, postedOn: letter.postedOn, receivedOn: letter.receivedOn },
  };
}
