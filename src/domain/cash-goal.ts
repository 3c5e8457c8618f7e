/** What a goal of cash to collect counts by: the ISO week or the calendar month of the payment day. */
export const GOAL_PERIODS = ["week", "month"] as const;
export type GoalPeriod = (typeof GOAL_PERIODS)[number];
