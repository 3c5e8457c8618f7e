import { hasRole, type Person, type Role } from "#domain/person.ts";
import type { ChannelRole } from "#domain/role-channel.ts";

/** Whose customer it is, or whose figures: what a right depends on. */
export interface Ownership {
  /** Who has it now: the rep, else who stands in for them, else the first manager above who is there; null = finance. */
  readonly repId: number | null;
  /** Everybody above the rep, at any depth, the nearest first. */
  readonly managersAbove: readonly number[];
  /** Colleagues who hold an open ask about this customer, and the rep while absent. */
  readonly standIns?: readonly number[];
  readonly projectManagerId?: number | null;
}

/** An act on a customer, on a person's figures or on the company's. */
export type Act =
  | "see-customer"
  | "answer"
  | "promise"
  | "dispute"
  | "comment"
  | "hold"
  | "long-hold"
  /** To stop every e-mail to a customer for a working day, until finance has looked at it (E9). */
  | "urgent-block"
  /** What one knows of a customer: contacts, the circuit of its invoices (E7). */
  | "note-customer"
  /** To make a contact true without asking. */
  | "change-contacts"
  /** A customer for which no e-mail leaves without a person. */
  | "ask-vip"
  | "ask-by-hand"
  | "reassign"
  | "assign-owner"
  | "approve-promise"
  | "approve-letter"
  | "approve-large-letter"
  | "end-road"
  | "case-file"
  | "see-company-figures"
  | "see-person-figures"
  /** Of the people below a manager; whose team it is stands for the owner. */
  | "see-team-figures"
  /** To take a person's results along in a file, for objectives (R6). */
  | "export-person-figures"
  /** Of cash to collect; whose team or customers it is for stands for the owner. */
  | "set-goal"
  | "change-settings"
  /** What leaves on a day, to whom and why, all customers together. */
  | "preview-dunning"
  /** What waits for finance, all customers together. */
  | "see-finance-list"
  /** To let reminders leave for the first time. */
  | "go-live"
  /** To suspend the reminders of the company, a seller or a segment, and to let them leave again. */
  | "pause-dunning"
  /** Which scenario of reminders a customer follows, and what its rep thinks of it. */
  | "choose-scenario"
  | "propose-profile"
  /** Figures of a team or of the company in a channel: by those who lead them. */
  | "subscribe-channel"
  /** Reports in a channel where guests read along. */
  | "allow-guests"
  /** Somebody's or some role's own dispute. */
  | { readonly do: "close-dispute"; readonly ownerId: number | null; readonly ownerRole: Role | null }
  /** Where a role's tasks are posted. */
  | { readonly do: "set-role-channel"; readonly role: ChannelRole }
  /** An ask that a person or a whole role holds. */
  | { readonly do: "task"; readonly holderId: number | null; readonly holderRole: Role | null };

/** How a person stands to what they want to touch, beside their roles. */
type Relation = "owner" | "above" | "stand-in" | "project-manager" | Role;

/** Nobody's customer, nobody's team: for acts on the company as a whole. */
export const THE_COMPANY: Ownership = { repId: null, managersAbove: [] };

/** The permission matrix (U3): who may do what. A rep touches what is theirs, a manager their team's, finance everything. */
const MAY: Readonly<Record<Extract<Act, string>, readonly Relation[]>> = {
  "see-customer": ["owner", "above", "stand-in", "project-manager", "finance", "adv", "direction"],
  answer: ["owner", "above", "stand-in", "finance"],
  promise: ["owner", "above", "stand-in", "finance"],
  dispute: ["owner", "above", "stand-in", "project-manager", "finance"],
  comment: ["owner", "above", "stand-in", "project-manager", "finance", "adv", "direction"],
  hold: ["owner", "above", "finance"],
  "long-hold": ["finance"],
  "urgent-block": ["owner", "above", "stand-in", "finance"],
  "note-customer": ["owner", "above", "stand-in", "project-manager", "finance", "adv"],
  "change-contacts": ["finance", "adv"],
  "ask-vip": ["owner", "above", "finance"],
  "ask-by-hand": ["above", "finance"],
  reassign: ["above", "finance"],
  "assign-owner": ["above", "finance"],
  "approve-promise": ["finance"],
  "approve-letter": ["finance", "direction"],
  "approve-large-letter": ["direction"],
  "end-road": ["finance"],
  "case-file": ["finance", "direction"],
  "see-company-figures": ["finance", "direction"],
  "see-person-figures": ["owner", "above", "finance"],
  "see-team-figures": ["owner", "above", "finance", "direction"],
  "set-goal": ["above", "finance"],
  "export-person-figures": ["owner", "above", "finance", "direction"],
  "change-settings": ["finance"],
  "preview-dunning": ["finance", "direction"],
  "see-finance-list": ["finance"],
  "pause-dunning": ["finance"],
  "go-live": ["finance"],
  "choose-scenario": ["finance"],
  "propose-profile": ["owner", "above", "finance"],
  "subscribe-channel": ["above", "finance", "direction"],
  "allow-guests": ["finance"],
};

/**
 * The one place where rights are decided, for every path (command, click, form, home, API). A person unknown or
 * deactivated may do nothing; guests and outsiders never become a person.
 */
export function mayTouch(person: Person | null, owner: Ownership, act: Act): boolean {
  if (person === null || !person.active) return false;
  const relations = relationsOf(person, owner);
  if (typeof act === "string") return MAY[act].some((relation) => relations.has(relation));
  if (relations.has("finance")) return true;
  if (act.do === "set-role-channel") return mayPlace(person, act.role);
  if (act.do === "close-dispute") return isTheirs(person, act.ownerId, act.ownerRole);
  // A role's task is not its owner's to answer: nobody approves a promise of their own.
  if (act.holderRole !== null) return person.roles.includes(act.holderRole);
  return isTheirs(person, act.holderId, null) || MAY.answer.some((relation) => relations.has(relation));
}

/** Whether somebody may have these figures posted in a channel: managers theirs, finance and direction any; no rep. */
export function maySubscribe(person: Person | null, owner: Ownership): boolean {
  return (
    mayTouch(person, owner, "subscribe-channel") &&
    person !== null &&
    hasRole(person, "manager", "finance", "direction")
  );
}

/** Finance and IT place the tasks of any role; those who lead a role, and direction itself, their own. */
function mayPlace(person: Person, role: ChannelRole): boolean {
  return hasRole(person, "admin") || (hasRole(person, role) && hasRole(person, "manager", "direction"));
}

function isTheirs(person: Person, id: number | null, role: Role | null): boolean {
  return person.id === id || (role !== null && person.roles.includes(role));
}

function relationsOf(person: Person, owner: Ownership): ReadonlySet<Relation> {
  const relations = new Set<Relation>(person.roles);
  if (owner.repId === person.id) relations.add("owner");
  if (owner.managersAbove.includes(person.id)) relations.add("above");
  if (owner.standIns?.includes(person.id) === true) relations.add("stand-in");
  if (owner.projectManagerId === person.id) relations.add("project-manager");
  return relations;
}
