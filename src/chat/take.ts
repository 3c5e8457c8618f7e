import type { Locale, Person } from "#domain/person.ts";
import type { Reply } from "#chat/reply.ts";
import type { ChatRequest } from "#chat/request.ts";
import { respond } from "#chat/respond.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import type { Context } from "#usecases/context.ts";
import { identifyPerson } from "#usecases/people/identify-person.ts";
import { whatStands } from "#usecases/delivery/note-shown.ts";
import type { Chat } from "#usecases/ports.ts";
import { once } from "#usecases/take-request.ts";

/** What an adapter lends to every request. */
export interface Taking {
  readonly chat: Chat;
  readonly contextNow: () => Promise<Context>;
  readonly wallNow: () => Date;
  /** A bug is caught here, once: it is logged and the person reads that something went wrong. */
  readonly onBug: (error: unknown, request: ChatRequest) => void;
}

/** A request that was dealt with: its work is in the database, the answer still has to be shown. */
export interface Taken {
  readonly context: Context;
  /** Null for a stranger. */
  readonly person: Person | null;
  readonly locale: Locale;
  readonly reply: Reply;
}

/** Takes a request of any chat once: who is it, what did they do, what do we show. Null = it was taken before. */
export async function take(deps: Taking, request: ChatRequest): Promise<Taken | null> {
  const context = await deps.contextNow();
  try {
    const taken = await once(context.store, request.key, deps.wallNow, () => takeOnce(deps, context, request));
    return taken === "seen" ? null : taken;
  } catch (error) {
    deps.onBug(error, request);
    const text = chatWordsFor(context.locale).somethingWrong;
    return { context, person: null, locale: context.locale, reply: { is: "notice", text } };
  }
}

async function takeOnce(deps: Taking, context: Context, request: ChatRequest): Promise<Taken> {
  const who = await identifyPerson(context, deps.chat, request.from, deps.wallNow());
  if (who.is === "stranger") {
    const text = chatWordsFor(context.locale).strangers[who.because];
    return { context, person: null, locale: context.locale, reply: { is: "notice", text } };
  }
  const { person } = who;
  const standing = request.at === null ? null : await whatStands(context, request.chat, request.at);
  const { place, opensForms, conversation } = request;
  const here = { chat: deps.chat, userId: request.from.userId, conversation };
  const reply = await respond({ context, person, place, opensForms, standing, here }, request.did);
  return { context, person, locale: person.locale, reply };
}
