/** How a rep sees a customer who pays late (D15); finance confirms what follows from it. */
export const PAYER_PROFILES = ["passing-difficulty", "slow-by-habit", "often-disputes", "bad-payer"] as const;
export type PayerProfile = (typeof PAYER_PROFILES)[number];

export const PROPOSAL_STATES = ["open", "confirmed", "refused"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
