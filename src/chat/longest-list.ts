/**
 * Where the last entry of the longest run of entries stands: what to leave out first when a card is too long for its chat.
 * Null when it has no entries.
 */
export function endOfLongestList(drawn: readonly { readonly isEntry: boolean }[]): number | null {
  let best: { readonly end: number; readonly length: number } | null = null;
  let length = 0;
  for (const [index, one] of drawn.entries()) {
    length = one.isEntry ? length + 1 : 0;
    if (length > (best?.length ?? 0)) best = { end: index, length };
  }
  return best?.end ?? null;
}
