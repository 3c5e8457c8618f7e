import { partsOf, type Day } from "#domain/calendar.ts";
import type { GoalPeriod } from "#domain/cash-goal.ts";
import { wholeUnits, type Money } from "#domain/money.ts";
import type { DoneInWeek, ReportWords } from "#i18n/cards/report/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

/** Above it a percentage says nothing more. */
const FAR_OFF_PERCENT = 200;
const PER: Readonly<Record<GoalPeriod, string>> = { week: "a week", month: "a month" };

/** Read in a minute: no cents. */
const money = (amount: Money) => say.money(wholeUnits(amount));
const amounts = (all: readonly Money[]) => say.amounts(all.map(wholeUnits));

export const reportEn: ReportWords = {
  title: (week, scope) => `Week ${week} at a glance, ${scope}`,
  summary: (week, scope, collected, overdue) =>
    `Week ${week} at a glance, ${scope}: ${received(collected)}, ${
      overdue.length === 0 ? "nothing late" : `${amounts(overdue)} late`
    }`,
  intro: (monday, friday) =>
    `From ${firstDay(monday, friday)} to ${say.day(friday, "short")}: one minute to read, fifteen to talk it over.`,
  amount: money,
  nothing: "Nothing to come in and nothing collected here for now.",
  collected: (goal, before) =>
    ` collected${goal === null ? "" : ` against a goal of ${money(goal)}`} (week ${before.week}: ${money(before.amount)}).`,
  monthGoal: (month, isOver, collected, goal, percent) =>
    `${monthName(month)}${isOver ? ", closed" : " so far"}: ${money(collected)} collected against a goal of ${money(goal)} (${formatPercent(percent, "en")}).`,
  overdue: "Late: ",
  change: (now, before) => {
    const less = wholeUnits(before).minor - wholeUnits(now).minor;
    if (less === 0n) return ", as the week before.";
    const by = money({ minor: less > 0n ? less : -less, currency: now.currency });
    return `, ${by} ${less > 0n ? "less" : "more"}.`;
  },
  dso: "Days to collect (DSO, 90 days): ",
  days: (days) => say.count(days, "day", "days"),
  dsoChange: (now, before) => {
    if (now === before) return ", as the week before.";
    return `, ${Math.abs(now - before)} ${now < before ? "fewer" : "more"}.`;
  },
  dsoTrend: (days) => `DSO of the last eight weeks: ${days.map((one) => one ?? "–").join(", ")} days.`,
  otherCurrencies: (n) => `and ${say.count(n, "other currency", "other currencies")}: /balance shows them all.`,
  charts: {
    aged: (currency) => `Money to come in, by age${currency === null ? "" : ` (${currency})`}`,
    agedSeries: "To come in",
    buckets: {
      notDue: "not late",
      "1-30": "1 to 30 days",
      "31-60": "31 to 60 days",
      "61-90": "61 to 90 days",
      "90+": "over 90 days",
    },
    point: (label, said) => `${label}: ${said}`,
    overdue: (currency) => `Late, over eight weeks${currency === null ? "" : ` (${currency})`}`,
    week: (week) => `W${week}`,
    trend: (first, last) =>
      `From ${money(first.amount)} in week ${first.week} to ${money(last.amount)} in week ${last.week}.`,
  },
  blocked: (customers, sums) =>
    `To unblock together: ${say.count(customers, "customer", "customers")}, ${amounts(sums)}`,
  nothingBlocked: "Nothing to unblock: everything late is being dealt with.",
  blockedItem: (amount, what, who, since, today) =>
    `: ${money(amount)}, ${what} (${who}, since ${sinceDay(since, today)})`,
  moves: {
    "answer-dispute": "a dispute to settle",
    call: "a call to make",
    task: "a decision to take",
    "read-reply": "the customer's reply to read",
    "approve-promise": "a promise to approve",
    "broken-promise": "a promise not kept, to follow up",
    "import-payments": "payments to import",
    "collect-debit": "a direct debit to present",
    "declare-claim": "a claim to declare",
    nothing: "nothing planned",
  },
  you: "you",
  others: (n) => (n === 1 ? "and 1 other" : `and ${say.number(n)} others`),
  promised: (week, promises, sums, named) =>
    `Promised for week ${week}, ${amounts(sums)} (${say.count(promises, "payment", "payments")}): ${named.join("; ")}.`,
  promisedItem: (customer, missing, due) => `${customer}, ${money(missing)} on ${say.day(due, "long")}`,
  broken: (promises, sums, named) =>
    `Promised, not in yet, ${amounts(sums)} (${say.count(promises, "payment", "payments")}): ${named.join("; ")}.`,
  brokenItem: (customer, missing, due) => `${customer}, ${money(missing)} expected on ${say.day(due, "long")}`,
  expected: (week, expected, promised) =>
    `Expected in week ${week}: ${money(expected)}${
      promised.minor === 0n ? "" : `, ${money(promised)} of it promised`
    }.`,
  missed: (week, percent) => {
    if (percent === 0) return ` Week ${week} brought in what was forecast.`;
    if (percent <= -100) return ` The money forecast for week ${week} did not come in.`;
    if (percent > FAR_OFF_PERCENT) return ` Week ${week} brought in far more than forecast.`;
    return ` Week ${week} brought in ${formatPercent(Math.abs(percent), "en")} ${percent > 0 ? "more" : "less"} than forecast.`;
  },
  thanks: (whom, done, followed) => {
    const actions = actionsDone(done);
    const thanks = { person: "Thank you", team: "Thanks to the team", all: "Thanks to everybody" }[whom];
    if (followed.length === 0) return `${thanks}: ${actions}.`;
    if (actions === "") return `${thanks}: ${amounts(followed)} received after a call.`;
    return `${thanks}: ${actions}, followed by ${amounts(followed)} received.`;
  },
  asked: (calls, minutes) =>
    `Asked of the team: ${say.count(calls, "new call", "new calls")}, about ${say.count(minutes, "minute", "minutes")} in all.`,
  figuresOf: (day, time, today) =>
    `Figures of ${say.day(day, "long")}. As of ${time}, ${say.day(today, "long")}, for what there is to unblock and decide.`,
  decisions: (n) => `Decisions (${say.number(n)})`,
  see: "See the report",
  decide: {
    title: (n) => (n === 1 ? "1 decision awaits your view" : `${say.number(n)} decisions await your view`),
    none: "No decision awaits your view here: the others are in your colleagues' hands.",
    menu: "Answer…",
    open: "Open",
    dispute: (customer, amount) => `${customer} disputes ${say.money(amount)}`,
    call: (customer) => `${customer}: a call nobody has taken yet`,
    since: (day, today) => `since ${sinceDay(day, today)}`,
    back: "Back to the report",
  },
  goals: {
    title: (scope) => `Cash goals, ${scope}`,
    none: "No goal is set, so the weekly report does not mention one.",
    periods: { week: "A week", month: "A month" },
    noted: (period, amount, scope) =>
      `Noted: ${say.money(amount)} to collect ${PER[period]} for ${scope}. The weekly report takes it into account.`,
    removed: (period, scope) => `Noted: ${scope}, no more goal ${PER[period]}.`,
    how: "To change it: /cash goal 300000 month, or /cash goal 75000 week team. 0 removes it.",
  },
};

/** "23 to 27 November", "30 November to 4 December". */
function firstDay(monday: Day, friday: Day): string {
  const [, month, number] = partsOf(monday);
  return partsOf(friday)[1] === month ? String(number) : say.day(monday, "short");
}

function received(collected: Parameters<ReportWords["summary"]>[2]): string {
  return collected.length === 0 ? "nothing collected" : `${amounts(collected)} collected`;
}

function monthName(day: Parameters<ReportWords["monthGoal"]>[0]): string {
  return say.day(day, "short").split(" ")[1] ?? "";
}

function sinceDay(day: Parameters<ReportWords["blockedItem"]>[3], today: typeof day): string {
  const near = say.near(day, today);
  return near === "yesterday" ? near : say.day(day, "short");
}

function actionsDone({ calls, promises, disputesSolved }: DoneInWeek): string {
  return say.list(
    [
      calls === 0 ? "" : say.count(calls, "call", "calls"),
      promises === 0 ? "" : say.count(promises, "promise noted", "promises noted"),
      disputesSolved === 0 ? "" : say.count(disputesSolved, "dispute settled", "disputes settled"),
    ].filter((one) => one !== ""),
  );
}
