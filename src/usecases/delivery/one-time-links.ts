import type { LinkPurpose, OneTimeLink } from "#domain/one-time-link.ts";
import type { Locale } from "#domain/person.ts";
import { createLink, giveBackLink, peekLink, spentLink, succeedLink, takeLink } from "#store/one-time-links.ts";
import { personById } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";

/** A good link and the language of whom it was made for. */
export interface OpenedLink extends OneTimeLink {
  readonly locale: Locale;
}

/** The address of a new link for one person. */
export async function makeLink(
  context: Context,
  link: {
    readonly purpose: LinkPurpose;
    readonly person: number;
    readonly uses: number;
    readonly lifetimeMs: number;
  },
): Promise<string> {
  return addressOf(context, await createLink(context.store.db, link));
}

/** The address of the link that takes the place of a used one; it ends when that would have ended. */
export async function makeNextLink(context: Context, used: OneTimeLink, purpose: LinkPurpose): Promise<string> {
  return addressOf(context, await succeedLink(context.store.db, used, purpose));
}

/** A link that was used and whose time is not over; null = there is none, or of somebody who left. */
export async function lookAtSpentLink(context: Context, token: string): Promise<OpenedLink | null> {
  return withPerson(context, await spentLink(context.store.db, token));
}

function addressOf(context: Context, token: string): string {
  return `${context.publicUrl.replace(/\/+$/, "")}/links/${token}`;
}

/** A link that is looked at, not used; null = over, or of somebody who left. */
export async function lookAtLink(context: Context, token: string): Promise<OpenedLink | null> {
  return withPerson(context, await peekLink(context.store.db, token));
}

/** A link whose button was pressed: one use less. */
export async function useLink(context: Context, token: string): Promise<OpenedLink | null> {
  return withPerson(context, await takeLink(context.store.db, token));
}

/** What was asked was not done, so the use counts for nothing. */
export async function mendLink(context: Context, link: OneTimeLink): Promise<void> {
  await giveBackLink(context.store.db, link.id);
}

async function withPerson(context: Context, link: OneTimeLink | null): Promise<OpenedLink | null> {
  const person = link === null ? null : await personById(context.store.db, link.person);
  return link === null || person === null || !person.active ? null : { ...link, locale: person.locale };
}
