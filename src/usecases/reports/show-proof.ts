import { proofCard } from "#cards/proof.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { proveEffect } from "#usecases/reports/prove-effect.ts";
import { findScope } from "#usecases/reports/report-scope.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** A card reads in a minute; further sellers are asked for by name. */
const SELLERS_MAX = 3;

/** `/cash preuve [société NAME]`: the measured effect, for who may see the company's figures. */
export async function showProof(
  context: Context,
  viewer: Person,
  input: { readonly scope: string },
): Promise<Result<Drawn>> {
  if (!mayTouch(viewer, THE_COMPANY, "see-company-figures")) return refused({ why: "not-allowed" });
  const found = input.scope === "" ? null : await findScope(context, viewer, input.scope);
  if (found !== null && !found.ok) return found;
  const scope = found?.value ?? { is: "company" };
  // Measured for a seller as a whole: who sells for it changes, its customers do not.
  if (scope.is === "team" || scope.is === "person") return refused({ why: "unknown-scope", typed: input.scope });
  const proven = await proveEffect(context, scope.is === "seller" ? scope.code : null);
  const { words, asOf } = drawingFor(context, viewer);
  const card = proofCard(proven.slice(0, SELLERS_MAX), Math.max(0, proven.length - SELLERS_MAX), asOf, words);
  return done({ card, customers: [] });
}
