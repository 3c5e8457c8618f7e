import { eq } from "drizzle-orm";

import type { PayerProfile, ProposalState } from "#domain/payer-profile.ts";
import { scenarioProposals } from "#store/schema/scenarios.ts";
import type { Db } from "#store/store.ts";

export interface ScenarioProposal {
  readonly id: number;
  /** The paying customer. */
  readonly customerCode: string;
  readonly profile: PayerProfile;
  readonly scenario: string;
  readonly proposedBy: number;
  readonly state: ProposalState;
}

/** Keeps a proposed change of scenario; gives its id. */
export async function insertProposal(
  tx: Db,
  proposal: Omit<ScenarioProposal, "id" | "state">,
  now: Date,
): Promise<number> {
  const [row] = await tx
    .insert(scenarioProposals)
    .values({ ...proposal, proposedAt: now })
    .returning({ id: scenarioProposals.id });
  if (row === undefined) throw new Error("The proposal was not written.");
  return row.id;
}

/** Null when there is none. */
export async function proposalById(db: Db, id: number): Promise<ScenarioProposal | null> {
  const [row] = await db.select().from(scenarioProposals).where(eq(scenarioProposals.id, id));
  return row ?? null;
}

/** Sets what became of a proposal. */
export async function setProposalState(tx: Db, id: number, state: ProposalState): Promise<void> {
  await tx.update(scenarioProposals).set({ state }).where(eq(scenarioProposals.id, id));
}
