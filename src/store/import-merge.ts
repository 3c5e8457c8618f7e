import type { ImportTx } from "./import-incoming.ts";

/** One column of the merge; the SQL is written here in the store, never taken from a file. */
export interface MergedColumn {
  readonly to: string;
  /** An expression over `i`, the incoming row. */
  readonly from: string;
  /** The file's column it comes from: when the file lacks it, what is known stays. Null = written once, never changed. */
  readonly column: string | null;
}

export interface Merge {
  readonly into: string;
  /** What makes two rows the same one. */
  readonly key: string;
  readonly columns: readonly MergedColumn[];
  /** Further assignments of an update, over `t` (as known) and `excluded` (as in the file). */
  readonly also?: readonly string[];
  /** When else a known row is changed. */
  readonly orWhen?: string;
  /** What is noted in `touched`, over the row as it is now. */
  readonly touched: Readonly<Partial<Record<"id" | "customer" | "seller" | "kind" | "amount" | "currency", string>>>;
}

/** Inserts the rows of `incoming` that are new, updates those that differ, and notes both in `touched`. */
export async function merge(tx: ImportTx, present: ReadonlySet<string>, how: Merge): Promise<void> {
  const changing = how.columns.filter(({ column }) => column !== null && present.has(column)).map(({ to }) => to);
  const assignments = [...changing.map((to) => `${to} = excluded.${to}`), ...(how.also ?? [])];
  const onConflict =
    changing.length === 0
      ? "do nothing"
      : `do update set ${assignments.join(", ")}
         where row(${changing.map((to) => `t.${to}`).join(", ")})
           is distinct from row(${changing.map((to) => `excluded.${to}`).join(", ")}) or (${how.orWhen ?? "false"})`;
  const noted = Object.entries(how.touched);
  await tx.unsafe(`
    with merged as (
      insert into ${how.into} as t (${how.columns.map(({ to }) => to).join(", ")})
      select ${how.columns.map(({ from }) => from).join(", ")} from incoming i order by i.line
      on conflict ${how.key} ${onConflict}
      returning ${noted.map(([as, from]) => `t.${from} as ${as}`).join(", ")}, (t.xmax = 0) as inserted
    )
    insert into touched (${noted.map(([as]) => as).join(", ")}, inserted) select * from merged`);
}
