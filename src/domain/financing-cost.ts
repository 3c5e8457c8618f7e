/** Money that waits: so much, since so many days after its due date. */
export interface WaitingMoney {
  readonly minor: bigint;
  readonly daysLate: number;
}

/** What it costs to pay for somebody else's delay, in minor units of one currency. */
export interface FinancingCost {
  readonly late: bigint;
  /** Since each due date until today. */
  readonly soFar: bigint;
  /** For each further 30 days. */
  readonly perMonth: bigint;
}

const DAYS_OF_YEAR = 365n;
const MONTH_DAYS = 30n;
/** A rate is kept in percent; hundredths of a percent are exact. */
const PARTS_OF_RATE = 10_000n;

/** Simple interest on what is late, actual/365, half-up: what the company's money costs at a yearly rate in percent. */
export function financingCost(money: readonly WaitingMoney[], yearlyPercent: number): FinancingCost {
  const rate = BigInt(Math.round(yearlyPercent * 100));
  const late = money.reduce((total, { minor }) => total + minor, 0n);
  const minorDays = money.reduce((total, { minor, daysLate }) => total + minor * BigInt(daysLate), 0n);
  return { late, soFar: interest(minorDays, rate), perMonth: interest(late * MONTH_DAYS, rate) };
}

function interest(minorDays: bigint, rate: bigint): bigint {
  const divisor = DAYS_OF_YEAR * PARTS_OF_RATE;
  return (2n * minorDays * rate + divisor) / (2n * divisor);
}
