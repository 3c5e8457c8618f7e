import type { Card, Control } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { PayerProfile, ProposalState } from "#domain/payer-profile.ts";
import type { Words } from "#i18n/words.ts";

/** A rep's view of how a customer pays, for finance to follow or not (D15). */
export interface ScenarioProposalView {
  readonly proposal: number;
  readonly customer: CustomerName;
  readonly profile: PayerProfile;
  readonly scenario: string;
  readonly isSofter: boolean;
  readonly proposedBy: string | null;
  readonly state: ProposalState;
  readonly decidedBy: string | null;
  readonly mayDecide: boolean;
  readonly asOf: AsOf;
}

/** To finance with its two buttons; to the rep, that it was passed on; to both, what became of it. */
export function scenarioProposalCard(view: ScenarioProposalView, words: Words): Card {
  const say = words.scenarios.proposal;
  const { name } = view.customer;
  const title = say.title(name);
  const open = view.state === "open";
  const asks = open && view.mayDecide;
  const lines = asks
    ? [say.text(view.proposedBy, view.profile, view.scenario), view.isSofter ? say.softer : say.firmer]
    : [closedText(view, words)];
  return {
    name: "scenario-proposal",
    summary: asks ? title : (lines[0] ?? title),
    parts: [
      ...(asks ? [{ is: "heading", text: title } as const] : []),
      ...lines.map((text) => ({ is: "text", text }) as const),
      { is: "controls", controls: controls(view, asks, words) },
      asOfPart(view.asOf, words),
    ],
  };
}

function closedText(view: ScenarioProposalView, words: Words): string {
  const say = words.scenarios.proposal;
  const { name } = view.customer;
  switch (view.state) {
    case "open":
      return say.waits(name);
    case "confirmed":
      return say.confirmed(name, view.scenario, view.decidedBy);
    case "refused":
      return say.refused(name, view.decidedBy);
    default:
      return view.state satisfies never;
  }
}

function controls(view: ScenarioProposalView, asks: boolean, words: Words): readonly Control[] {
  const say = words.scenarios.proposal;
  const { proposal, customer } = view;
  const open = {
    is: "button",
    label: say.openCustomer,
    action: { do: "show-customer", customer: customer.code },
  } as const;
  if (!asks) return [open];
  return [
    { is: "button", label: say.confirm, action: { do: "confirm-profile", proposal }, look: "primary" },
    { is: "button", label: say.refuse, action: { do: "refuse-profile", proposal } },
    open,
  ];
}
