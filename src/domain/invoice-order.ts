/** Orders plain text by its code points, the same on every machine and in every language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order in which a reminder or an ask lists its invoices: the oldest due first, then by number. */
export function oldestFirst(a: Ordered, b: Ordered): number {
  return byText(a.due, b.due) || byText(a.number, b.number) || a.id - b.id;
}

interface Ordered {
  readonly id: number;
  readonly due: string;
  readonly number: string;
}
