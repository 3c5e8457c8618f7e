import type { Debtor, DunningFacts, Holder } from "./dunning-facts.ts";
import type { HumanStep } from "./dunning-group.ts";
import type { HeldBack, PlannedAsk } from "./dunning-plan.ts";
import { isCollectedForFactor } from "./invoice.ts";
import { byText, oldestFirst } from "./invoice-order.ts";
import { digitsOf } from "./money.ts";
import { levelOf, type Step } from "./scenario.ts";

/** The steps for people of one payer, over all its groups. */
export interface PayerSteps {
  readonly debtor: Debtor;
  readonly steps: readonly (HumanStep & Pick<PlannedAsk, "held">)[];
  /** Everything of the payer that is overdue and free to be chased, in main units: only to rank by. */
  readonly chaseable: number;
}

/** An amount in main units of its currency, to rank by and never to show. */
export function mainUnits(minor: bigint, currency: string): number {
  return Number(minor) / 10 ** digitsOf(currency);
}

/**
 * Gathers the steps into at most one ask per payer and kind. A person gets so many new calls a day and a week, those first
 * where a call is worth most: chaseable amount x the share of past calls that a payment followed (E5). What we collect for
 * a factor who is not announced goes before all else (P10). The rest waits.
 */
export function planAsks(
  facts: DunningFacts,
  payers: readonly PayerSteps[],
): { readonly asks: readonly PlannedAsk[]; readonly heldBack: readonly HeldBack[] } {
  const room = new Map(facts.askLoads.map((load) => [load.person, roomLeft(facts, load.onDay, load.inWeek)]));
  const ranked = payers.toSorted(
    (a, b) =>
      Number(asksForFactor(b)) - Number(asksForFactor(a)) ||
      worth(b) - worth(a) ||
      byText(a.debtor.code, b.debtor.code),
  );
  const asks: PlannedAsk[] = [];
  const heldBack: HeldBack[] = [];
  for (const ask of ranked.flatMap((payer) => asksOf(facts, payer))) {
    const left = isCapped(ask) ? (room.get(ask.holder.person) ?? roomLeft(facts, 0, 0)) : null;
    if (left !== null && left <= 0) {
      heldBack.push(
        ...ask.lines.map(({ invoice }) => ({ payer: ask.payer, invoice, reason: "ask-cap" as const, until: null })),
      );
      continue;
    }
    if (left !== null && isCapped(ask)) room.set(ask.holder.person, left - 1);
    asks.push(ask);
  }
  return { asks, heldBack };
}

/** A call about an invoice we collect for a factor: confidential or by mandate. */
function asksForFactor({ steps }: PayerSteps): boolean {
  return steps.some((step) => kindOf(step) === "call" && isCollectedForFactor(step.line.invoice.factoring));
}

function worth(payer: PayerSteps): number {
  return payer.chaseable * payer.debtor.callShare;
}

function roomLeft(facts: DunningFacts, onDay: number, inWeek: number): number {
  return Math.min(facts.settings.askCapPerDay - onDay, facts.settings.askCapPerWeek - inWeek);
}

type Capped = PlannedAsk & { readonly holder: Extract<Holder, { person: number }> };

/** New calls count; what joins an open card costs nobody another call, and roles have no cap. */
function isCapped(ask: PlannedAsk): ask is Capped {
  return ask.kind === "call" && !ask.joins && "person" in ask.holder;
}

function asksOf(facts: DunningFacts, { debtor, steps }: PayerSteps): readonly PlannedAsk[] {
  const byKind = Map.groupBy(steps, (step) => `${kindOf(step)} ${step.held ?? ""}`);
  return [...byKind.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const kind = kindOf(first);
    // What a task was about may last; whoever answered it is left in peace for a while.
    if (first.task !== "step" && debtor.closedAsks.includes(kind)) return [];
    const highest = same
      .map(({ step }) => step)
      .toSorted((a, b) => levelOf(a.name) - levelOf(b.name))
      .at(-1);
    return highest === undefined
      ? []
      : [
          {
            kind,
            reason: kind !== "call" ? null : first.line.invoice.keyAccount ? "key-account" : "unanswered",
            payer: debtor.code,
            holder: holderOf(kind, highest, first.line.invoice.keyAccount, debtor),
            step: highest.name,
            joins: debtor.openAsks.includes(kind),
            lines: same.map(({ line }) => line).toSorted((a, b) => oldestFirst(a.invoice, b.invoice)),
            held: first.held,
          } satisfies PlannedAsk,
        ];
  });
}

/** Every step of a key account is its owner's task; else a formal notice and a decision are finance's. */
function kindOf({ line, step, task }: HumanStep): PlannedAsk["kind"] {
  if (task !== "step") return task;
  if (line.invoice.keyAccount) return "call";
  if (step.name === "formal-notice" || step.name === "decision") return step.name;
  return "call";
}

/** A key account and a missing address are the owner's; a step is whoever's it names. */
function holderOf(kind: PlannedAsk["kind"], { actor }: Step, keyAccount: boolean, debtor: Debtor): Holder {
  if (kind === "who-to-write-to" || (kind === "call" && keyAccount)) return debtor.owner;
  if (kind === "in-credit") return { role: "finance" };
  switch (actor) {
    case "system":
      return kind === "call" ? debtor.owner : { role: "finance" };
    case "rep":
      return debtor.owner;
    case "manager":
      return debtor.manager;
    case "project":
      return debtor.projectManager;
    default:
      return { role: actor };
  }
}
