import type { Actor } from "#domain/event.ts";
import type { PayerProfile } from "#domain/payer-profile.ts";
import { scenarioForProfile } from "#domain/scenario-choice.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { insertProposal, proposalById, setProposalState } from "#store/scenario-proposals.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import { lastEventAbout } from "#store/events.ts";
import { switchScenario } from "#usecases/scenarios/choose-scenario.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { staffedRole, tellHolder } from "#usecases/delivery/tell.ts";

/** Whoever has a customer says how it pays: finance is shown the scenario that would follow, and decides (D15). */
export async function proposeProfile(
  context: Context,
  actor: Actor,
  input: { readonly customer: string; readonly profile: PayerProfile },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const payer = await lockFamily(tx, input.customer);
    if (payer === null) return refused({ why: "unknown-customer", typed: input.customer });
    const refusal = await refuseAct(tx, actor, input.customer, "propose-profile");
    if (refusal !== null || actor.is !== "person") return refused(refusal ?? { why: "not-allowed" });
    const scenario = scenarioForProfile((await scenariosInForce(tx)).scenarios, input.profile);
    if (scenario === null) return refused({ why: "no-scenario-for-profile" });
    const proposal = await insertProposal(
      tx,
      { customerCode: payer, profile: input.profile, scenario: scenario.name, proposedBy: actor.id },
      context.now,
    );
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "profile-proposed",
      actor,
      customer: payer,
      subject: "scenario-proposals",
      subjectId: proposal,
      data: { profile: input.profile, scenario: scenario.name },
    });
    await tellHolder(
      tx,
      context,
      { role: await staffedRole(tx, "finance") },
      {
        key: `scenario-proposal:${proposal}`,
        showing: { show: "scenario-proposal", proposal },
        when: "now",
        eventId: event,
        invoices: [],
      },
    );
    return done({ showing: { show: "scenario-proposal", proposal }, event });
  });
}

/** Finance follows the proposal, or not; whoever made it hears of it. The first answer wins. */
export async function decideProfile(
  context: Context,
  actor: Actor,
  input: { readonly proposal: number; readonly decision: "confirmed" | "refused" },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const known = await proposalById(tx, input.proposal);
    const payer = known === null ? null : await lockFamily(tx, known.customerCode);
    // Read again: a colleague may have decided while we waited for the lock.
    const proposal = await proposalById(tx, input.proposal);
    if (proposal === null || payer === null) return refused({ why: "gone" });
    const refusal = await refuseAct(tx, actor, payer, "choose-scenario");
    if (refusal !== null) return refused(refusal);
    if (proposal.state !== "open") {
      const decided = await lastEventAbout(tx, "scenario-proposals", proposal.id, ["profile-decided"]);
      return alreadyDone(tx, decided, context.now);
    }
    await setProposalState(tx, proposal.id, input.decision);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "profile-decided",
      actor,
      customer: payer,
      subject: "scenario-proposals",
      subjectId: proposal.id,
      data: { decision: input.decision, scenario: proposal.scenario, profile: proposal.profile },
    });
    if (input.decision === "confirmed") {
      await switchScenario(tx, context, actor, { payer, scenario: proposal.scenario, data: { causedBy: event } });
    }
    await tellHolder(
      tx,
      context,
      { person: proposal.proposedBy },
      {
        key: `scenario-proposal:${proposal.id}:decided`,
        showing: { show: "scenario-proposal", proposal: proposal.id },
        when: "now",
        eventId: event,
        invoices: [],
      },
    );
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "scenario-proposal", proposal: proposal.id }, event });
  });
}
