import { myDataCard, myDataLinkCard } from "#cards/my-data.ts";
import { dayIn } from "#domain/calendar.ts";
import { MY_DATA_LINK } from "#domain/one-time-link.ts";
import type { Person } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { appendEvent } from "#store/events.ts";
import { myDataCounts, myDataRows } from "#store/my-data.ts";
import { membersOf, ownershipOfPerson, peopleByIds, personById } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { makeLink } from "#usecases/delivery/one-time-links.ts";
import type { ChatFile } from "#usecases/ports.ts";
import { done, type Result } from "#usecases/result.ts";

const FINANCE_NAMED_MAX = 3;
const JSON_INDENT = 2;

/** `/mes-donnees` (R8): what is kept about whoever asks, and about nobody else. */
export async function showMyData(context: Context, viewer: Person): Promise<Result<Drawn>> {
  const { db } = context.store;
  const { words, asOf } = drawingFor(context, viewer);
  const { managersAbove } = await ownershipOfPerson(db, viewer.id);
  const above = new Map((await peopleByIds(db, managersAbove)).map(({ id, name }) => [id, name]));
  const { since, chats, ...kept } = await myDataCounts(db, viewer.id);
  const finance = (await membersOf(db, "finance")).filter(({ id }) => id !== viewer.id);
  const view = {
    person: viewer,
    manager: viewer.managerId === null ? null : ((await personById(db, viewer.managerId))?.name ?? null),
    managers: managersAbove.flatMap((id) => above.get(id) ?? []),
    finance: finance.slice(0, FINANCE_NAMED_MAX).map(({ name }) => name),
    chats,
    kept,
    since: since === null ? null : dayIn(since, viewer.timeZone),
    asOf,
  };
  return done({ card: myDataCard(view, words), customers: [] });
}

/** A sentence with the file itself, made when it is wanted, or a card with a link to it. */
export type MyDataOffered =
  | { readonly is: "file"; readonly make: () => Promise<ChatFile>; readonly text: string }
  | { readonly is: "card"; readonly drawn: Drawn };

/** All of it as a file: where the chat lets a bot hand one over, else behind a link for this person alone. */
export async function offerMyData(
  context: Context,
  viewer: Person,
  { takesFiles }: { readonly takesFiles: boolean },
): Promise<MyDataOffered> {
  const words = wordsFor(viewer.locale);
  if (takesFiles) {
    return { is: "file", make: () => myDataFile(context, viewer), text: words.cards.myData.file.ready };
  }
  const href = await makeLink(context, { purpose: { for: "my-data" }, person: viewer.id, ...MY_DATA_LINK });
  return { is: "card", drawn: { card: myDataLinkCard(href, words), customers: [] } };
}

/** Everything kept about a person as JSON; that it was handed over is logged. */
export async function myDataFile(context: Context, person: Person): Promise<ChatFile> {
  const rows = await myDataRows(context.store.db, person.id);
  await appendEvent(context.store.db, {
    at: context.now,
    kind: "viewed",
    actor: { is: "person", id: person.id },
    customer: null,
    data: { export: "my-data" },
  });
  const content = JSON.stringify({ asOf: context.now.toISOString(), ...rows }, null, JSON_INDENT);
  const { name } = wordsFor(person.locale).cards.myData.file;
  return { name: `${name}.json`, bytes: new TextEncoder().encode(content) };
}

/** The same for the person a link was made for. */
export async function myDataByLink(context: Context, personId: number): Promise<ChatFile> {
  const person = await personById(context.store.db, personId);
  if (person === null) throw new Error(`A link to data was made for nobody: ${personId}.`);
  return myDataFile(context, person);
}
