import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Proof } from "#domain/proof.ts";
import type { ProofWords } from "#i18n/cards/proof/messages.ts";
import type { Words } from "#i18n/words.ts";

/** What changed for one seller since its go-live. */
export interface SellerProofView {
  readonly name: string;
  readonly wentLiveOn: Day;
  /** "Before" begins on this day. */
  readonly comparedFrom: Day;
  /** Payments are known up to and including this day. */
  readonly knownUntil: Day;
  /** The files tell what was paid before go-live, not only what was still open then. */
  readonly historyKnown: boolean;
  readonly proofs: readonly Proof[];
}

/** `/cash preuve`: each figure with its doubt; what is not proven says so. `others` = sellers that did not fit. */
export function proofCard(sellers: readonly SellerProofView[], others: number, asOf: AsOf, words: Words): Card {
  const say = words.cards.proof;
  if (sellers.length === 0) {
    return {
      name: "proof",
      summary: say.nothingLive,
      parts: [{ is: "text", text: say.nothingLive }, asOfPart(asOf, words)],
    };
  }
  return {
    name: "proof",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      ...sellers.flatMap((seller) => sellerParts(seller, say)),
      ...(others > 0 ? [{ is: "small", text: say.others(others) } as const] : []),
      asOfPart(asOf, words),
      { is: "small", text: say.sure },
      { is: "small", text: say.caveat },
    ],
  };
}

function sellerParts(seller: SellerProofView, say: ProofWords): readonly Part[] {
  return [
    { is: "text", text: [{ text: say.seller(seller.name, seller.wentLiveOn), strong: true }] },
    ...seller.proofs.map((proof) => proofPart(proof, say)),
    { is: "small", text: say.basis(seller.comparedFrom, seller.wentLiveOn, seller.knownUntil) },
    ...(seller.historyKnown ? [] : [{ is: "small", text: say.noHistory } as const]),
    { is: "line" },
  ];
}

function proofPart(proof: Proof, say: ProofWords): Part {
  const currency = proof.currency === null ? "" : ` (${proof.currency})`;
  const lines = [...valueLines(proof, say), say.verdict[proof.verdict]];
  return {
    is: "item",
    text: [{ text: `${say.figure[proof.figure]}${currency}`, strong: true }, { text: `\n${lines.join(" ")}` }],
  };
}

function valueLines(proof: Proof, say: ProofWords): readonly string[] {
  const { figure, before, after, difference, interval } = proof;
  if (after.value === null) return [];
  if (before.value === null || difference === null) {
    return [say.only(figure, after), ...(interval === null ? [] : [say.range(figure, interval)])];
  }
  return [say.sides(figure, before, after), say.difference(figure, difference, interval)];
}
