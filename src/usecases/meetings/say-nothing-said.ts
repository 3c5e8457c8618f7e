import type { Person } from "#domain/person.ts";
import { meetingById, noteNothingSaid } from "#store/meetings.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Money was not spoken of in a meeting: noted for the one who was there, so that nobody asks again. Dunning goes on. */
export async function sayNothingSaid(
  context: Context,
  person: Person,
  input: { readonly meeting: number },
): Promise<Result<null>> {
  const { db } = context.store;
  const meeting = await meetingById(db, input.meeting);
  if (meeting === null || meeting.personId !== person.id) return refused({ why: "gone" });
  await noteNothingSaid(db, meeting.id, context.now);
  return done(null);
}
