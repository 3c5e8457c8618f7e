/** The languages Relais speaks. */
export type Locale = "fr" | "en";

export const LOCALES: readonly Locale[] = ["fr", "en"];

/** What a person does in the company; one person may hold several roles. */
export type Role = "rep" | "manager" | "finance" | "adv" | "direction" | "admin" | "project";

export const ROLES: readonly Role[] = ["rep", "manager", "finance", "adv", "direction", "admin", "project"];

export type ChatName = "slack" | "teams";

/** Where somebody reads what Relais tells them: a chat, or e-mail with a page to answer on. */
export type ReadingPlace = ChatName | "email";

export interface Person {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly managerId: number | null;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly active: boolean;
  /** When the morning digest comes, in minutes since local midnight. */
  readonly digestMinutes: number;
  /** Whether a day with nothing to say still gets one kind line. */
  readonly quietLine: boolean;
  /** Whether to tell, at most once a day, of payments that follow their calls. */
  readonly thanks: boolean;
  /** Where this person chose to read; null = whichever chat they are found in. */
  readonly chat: ReadingPlace | null;
  /** Their own working hours, in minutes since local midnight; both null = the company's. */
  readonly workFromMinutes: number | null;
  readonly workUntilMinutes: number | null;
  /** They keep Good Friday and 26 December too. */
  readonly alsaceMoselle: boolean;
}

/** The name used to greet someone: "Claire" for "Claire Morel". */
export function firstName(person: Pick<Person, "name">): string {
  return person.name.trim().split(/\s+/)[0] ?? person.name;
}

/** Whether somebody has at least one of these roles. */
export function hasRole(person: Pick<Person, "roles">, ...roles: readonly Role[]): boolean {
  return roles.some((role) => person.roles.includes(role));
}
