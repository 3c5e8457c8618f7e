import { scenarioPackageCard } from "#cards/scenario-package.ts";
import { scenarioProposalCard } from "#cards/scenario-proposal.ts";
import { scenarioCard, scenariosCard, type ScenarioView } from "#cards/scenarios.ts";
import { dayIn } from "#domain/calendar.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { customerName } from "#store/card-facts.ts";
import { lastEventAbout } from "#store/events.ts";
import { templatesOfPackage } from "#store/mail-templates.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import { packageById, scenariosOfPackage } from "#store/scenario-packages.ts";
import { proposalById } from "#store/scenario-proposals.ts";
import { scenariosInForce, versionsOf } from "#store/scenarios.ts";
import { findingsOf } from "#usecases/scenarios/check-scenarios.ts";
import { compareScenarios } from "#usecases/scenarios/compare-scenarios.ts";
import { type Drawing, type Drawn, nameOf } from "#usecases/delivery/drawing.ts";
import { listScenarios, type ListedScenario } from "#usecases/scenarios/list-scenarios.ts";

/** Scenarios are finance's: nobody else is shown any of this. */
export function keepsScenarios(viewer: Person): boolean {
  return mayTouch(viewer, THE_COMPANY, "change-settings");
}

/** Everything that is shown of scenarios. */
export async function drawOfScenarios(
  drawing: Drawing,
  showing: Extract<Showing, { show: `scenario${string}` }>,
): Promise<Drawn | null> {
  switch (showing.show) {
    case "scenarios":
      return drawScenarios(drawing);
    case "scenario":
      return drawScenario(drawing, showing.scenario);
    case "scenario-package":
      return drawPackage(drawing, showing.package);
    case "scenario-proposal":
      return drawProposal(drawing, showing.proposal);
    default:
      return showing satisfies never;
  }
}

async function drawScenarios(drawing: Drawing): Promise<Drawn | null> {
  if (!keepsScenarios(drawing.viewer)) return null;
  const { scenarios, templates, draft } = await listScenarios(drawing.context);
  const zone = drawing.context.timeZone;
  const view = {
    scenarios: scenarios.map((each) => viewOf(drawing, each, false)),
    templates: [...new Set(templates.map(({ name, locale }) => drawing.words.scenarios.wording(name, locale, null)))],
    draft: draft === null ? null : { id: draft.id, source: draft.source, day: dayIn(draft.createdAt, zone) },
    asOf: drawing.asOf,
  };
  return { card: scenariosCard(view, drawing.words), customers: [] };
}

async function drawScenario(drawing: Drawing, name: string): Promise<Drawn | null> {
  if (!keepsScenarios(drawing.viewer)) return null;
  const listed = (await listScenarios(drawing.context)).scenarios.find(({ scenario }) => scenario.name === name);
  if (listed === undefined) return null;
  const published = (await versionsOf(drawing.context.store.db, name)).filter(
    ({ publishedAt }) => publishedAt !== null,
  );
  const view = viewOf(drawing, listed, published.length > 1);
  return { card: scenarioCard({ ...view, asOf: drawing.asOf }, drawing.words), customers: [] };
}

function viewOf(drawing: Drawing, { scenario, version, publishedAt, chosen }: ListedScenario, hasEarlier: boolean) {
  const publishedOn = publishedAt === null ? null : dayIn(publishedAt, drawing.context.timeZone);
  return { scenario, version, publishedOn, chosen, hasEarlier } satisfies ScenarioView;
}

/** A draft is tried out anew each time it is drawn: on the customers as they are by then. */
async function drawPackage(drawing: Drawing, id: number): Promise<Drawn | null> {
  const { context, words } = drawing;
  const { db } = context.store;
  const kept = keepsScenarios(drawing.viewer) ? await packageById(db, id) : null;
  if (kept === null) return null;
  const scenarios = (await scenariosOfPackage(db, id)).map(({ scenario }) => scenario);
  const templates = await templatesOfPackage(db, id);
  const isDraft = kept.publishedAt === null && kept.cancelledAt === null;
  const view = {
    package: id,
    scenarios: scenarios.map(({ name }) => name),
    templates: templates.map(({ name, locale, sender }) => words.scenarios.wording(name, locale, sender)),
    findings: isDraft ? await findingsOf(context, scenarios, templates) : [],
    comparison: isDraft && scenarios.length > 0 ? await compareScenarios(context, scenarios) : null,
    state: kept.publishedAt !== null ? "published" : kept.cancelledAt !== null ? "cancelled" : "draft",
    by: await nameOf(drawing, kept.publishedBy),
    asOf: drawing.asOf,
  } as const;
  return { card: scenarioPackageCard(view, words), customers: [] };
}

/** For finance, and for whoever made it. */
async function drawProposal(drawing: Drawing, id: number): Promise<Drawn | null> {
  const { context, viewer, words } = drawing;
  const { db } = context.store;
  const proposal = await proposalById(db, id);
  const owner = proposal === null ? null : await ownershipOfCustomer(db, proposal.customerCode);
  const customer = proposal === null ? null : await customerName(db, proposal.customerCode);
  if (proposal === null || owner === null || customer === null) return null;
  const mayDecide = mayTouch(viewer, owner, "choose-scenario");
  if (!mayDecide && proposal.proposedBy !== viewer.id) return null;
  const decided = await lastEventAbout(db, "scenario-proposals", id, ["profile-decided"]);
  const usual = (await scenariosInForce(db)).scenarios.find(({ name }) => name === "default");
  const proposed = (await scenariosInForce(db)).scenarios.find(({ name }) => name === proposal.scenario);
  const view = {
    proposal: id,
    customer,
    profile: proposal.profile,
    scenario: proposal.scenario,
    isSofter: lastDay(proposed) >= lastDay(usual),
    proposedBy: (await personById(db, proposal.proposedBy))?.name ?? null,
    state: proposal.state,
    decidedBy: decided === null ? null : await nameOf(drawing, decided.actor),
    mayDecide,
    asOf: drawing.asOf,
  };
  return { card: scenarioProposalCard(view, words), customers: [customer.code] };
}

function lastDay(scenario: { readonly steps: readonly { readonly offset: number }[] } | undefined): number {
  return scenario?.steps.at(-1)?.offset ?? 0;
}
