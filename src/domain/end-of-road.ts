import type { Role } from "./person.ts";

/** What can be decided once every reminder stayed without effect (D18). */
export const ENDINGS = ["litigation", "agency", "insurer", "factor", "doubtful", "write-off", "wait"] as const;
export type RoadEnding = (typeof ENDINGS)[number];

/** Who sees to what was decided: money given up is management's to confirm, everything else finance's. */
export const ENDING_OWNERS: Readonly<Record<RoadEnding, Role>> = {
  litigation: "direction",
  agency: "finance",
  insurer: "finance",
  factor: "finance",
  doubtful: "finance",
  "write-off": "direction",
  wait: "finance",
};
