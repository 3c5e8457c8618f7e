import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";

import type { Actor } from "#domain/event.ts";
import { PAYER_PROFILES, PROPOSAL_STATES, type PayerProfile, type ProposalState } from "#domain/payer-profile.ts";
import { LOCALES, type Locale } from "#domain/person.ts";
import { id, instant, oneOf } from "./columns.ts";
import { customers } from "./ledger.ts";
import { people } from "./people.ts";

/** What finance handed in at once: drafts until all of it is published, or given up. */
export const scenarioPackages = pgTable("scenario_packages", {
  id: id(),
  createdAt: instant("created_at").notNull(),
  createdBy: jsonb("created_by").$type<Actor>().notNull(),
  /** The file's name; null = a form, or a version brought back. */
  source: text("source"),
  publishedAt: instant("published_at"),
  publishedBy: jsonb("published_by").$type<Actor>(),
  cancelledAt: instant("cancelled_at"),
});

/** The wording of a step, by version; versions are never changed. `sender` null = everybody's. */
export const mailTemplates = pgTable(
  "mail_templates",
  {
    id: id(),
    name: text("name").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    /** The e-mail address of who signs, or a seller's code. */
    sender: text("sender"),
    version: integer("version").notNull(),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    packageId: integer("package_id")
      .notNull()
      .references(() => scenarioPackages.id),
    publishedAt: instant("published_at"),
  },
  (t) => [
    uniqueIndex("mail_templates_version").on(t.name, t.locale, sql`coalesce(${t.sender}, '')`, t.version),
    check("mail_templates_locale", oneOf(t.locale, LOCALES)),
  ],
);

/** The scenario finance chose for a paying customer; without a row it follows its segment and language. */
export const customerScenarios = pgTable("customer_scenarios", {
  customerCode: text("customer_code")
    .primaryKey()
    .references(() => customers.code),
  scenario: text("scenario").notNull(),
  chosenAt: instant("chosen_at").notNull(),
});

/** A rep's view of how a customer pays, and the scenario that would follow; finance decides (D15). */
export const scenarioProposals = pgTable(
  "scenario_proposals",
  {
    id: id(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    profile: text("profile").$type<PayerProfile>().notNull(),
    scenario: text("scenario").notNull(),
    proposedBy: integer("proposed_by")
      .notNull()
      .references(() => people.id),
    proposedAt: instant("proposed_at").notNull(),
    state: text("state").$type<ProposalState>().notNull().default("open"),
  },
  (t) => [
    index("scenario_proposals_customer").on(t.customerCode),
    check("scenario_proposals_profile", oneOf(t.profile, PAYER_PROFILES)),
    check("scenario_proposals_state", oneOf(t.state, PROPOSAL_STATES)),
  ],
);
