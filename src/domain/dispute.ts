import type { Role } from "./person.ts";

export const DISPUTE_CATEGORIES = [
  "price",
  "quantity",
  "quality",
  "missing_order",
  "not_received",
  "duplicate",
  "terms",
  "entity",
  "retention",
  "other",
] as const;
export type DisputeCategory = (typeof DISPUTE_CATEGORIES)[number];

export const DISPUTE_OUTCOMES = ["ours", "theirs", "shared"] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** Who looks into a dispute and within how many working days, by what it is about. */
export const DISPUTE_ROUTES: Readonly<Record<DisputeCategory, { readonly role: Role; readonly workingDays: number }>> =
  {
    price: { role: "adv", workingDays: 5 },
    quantity: { role: "adv", workingDays: 5 },
    quality: { role: "project", workingDays: 10 },
    missing_order: { role: "adv", workingDays: 3 },
    not_received: { role: "adv", workingDays: 5 },
    duplicate: { role: "adv", workingDays: 3 },
    terms: { role: "finance", workingDays: 5 },
    entity: { role: "adv", workingDays: 5 },
    retention: { role: "finance", workingDays: 10 },
    other: { role: "finance", workingDays: 5 },
  };
