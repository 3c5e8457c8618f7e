import { actionSchema } from "#cards/action.ts";
import type { Form } from "#cards/card.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { respond } from "#chat/respond.ts";
import type { Taken } from "#chat/take.ts";
import { chatWordsFor } from "#i18n/chat/words.ts";
import { isFault } from "#usecases/fault.ts";
import { noteShown } from "#usecases/delivery/note-shown.ts";
import type { Chat, Posted } from "#usecases/ports.ts";
import type { Target, TeamsApi } from "./api.ts";
import type { AdaptiveCard } from "./card-elements.ts";
import { refuseOverLimits } from "./limits.ts";
import type { TeamsRequest } from "./parse.ts";
import { dialogOf, renderForm, type FormDrawing } from "./render-form.ts";
import { renderCard, renderNotice, type Drawing } from "./render.ts";
import { unmarked } from "./text.ts";

/** What one answer needs: the chat, the request, what came of it, and where it came from. */
export interface Answering {
  readonly api: TeamsApi;
  readonly chat: Chat;
  readonly drawing: Drawing;
  readonly request: TeamsRequest;
  readonly taken: Taken;
  /** The conversation of the request, with its thread. */
  readonly here: Target;
  /** Goes on after the answer has left. */
  readonly afterwards: (work: Promise<unknown>) => void;
}

/** The body of an answer to an invoke; null for a message, which is answered with messages. */
export type InvokeBody = Readonly<Record<string, unknown>> | null;

type CardReply = Extract<Reply, { is: "card" }>;

/**
 * Shows the reply where the act was done: a click is answered with the card that replaces the one clicked, a dialog with
 * what it shows next, words with a message. Throws a Fault when what had to be sent could not be.
 */
export async function answerTeams(answering: Answering): Promise<InvokeBody> {
  switch (answering.request.asks) {
    case "message":
      await answerWords(answering);
      return null;
    case "card":
      return await answerClick(answering);
    case "dialog":
      return await answerDialog(answering);
    default:
      return answering.request.asks satisfies never;
  }
}

/** The last resort, and the answer to what was taken before: one sentence, or nothing. */
export function sentence(request: TeamsRequest, text: string): InvokeBody {
  switch (request.asks) {
    case "message":
      return null;
    case "card":
      return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: unmarked(text) };
    case "dialog":
      return text === "" ? {} : { task: { type: "message", value: unmarked(text) } };
    default:
      return request.asks satisfies never;
  }
}

/** In a channel or a group everybody reads: the answer goes to the person's own chat, and one line says so. */
async function answerWords(answering: Answering): Promise<void> {
  const { api, here, request, taken } = answering;
  if (request.origin.isDirect) return await tell(answering, request.origin.conversation);
  const { answeredAside, cannotWriteToYou } = chatWordsFor(taken.locale);
  const text = (await toldAside(answering)) ? answeredAside : cannotWriteToYou;
  await api.send(here, { text });
}

async function answerClick(answering: Answering): Promise<InvokeBody> {
  const { request, taken } = answering;
  const { reply } = taken;
  const words = chatWordsFor(taken.locale);
  switch (reply.is) {
    case "card":
      return request.origin.isDirect && reply.how === "in-place" ? replace(answering, reply) : await aside(answering);
    case "form":
      // What all read in a channel makes no room for one person's form.
      if (!request.origin.isDirect) return await aside(answering);
      return replacing(renderForm(reply.form, formDrawing(answering, "in-card")));
    case "mend": {
      const form = await formAgain(answering, reply.fields);
      return form === null ? sentence(request, Object.values(reply.fields).join(" ")) : replacing(form.inCard);
    }
    case "file":
      return noFiles();
    case "notice":
      refreshClicked(answering, reply);
      return endsForm(answering, reply) ? replacing(renderNotice(reply.text)) : sentence(request, reply.text);
    case "nothing":
      return sentence(request, words.answeredBelow);
    default:
      return reply satisfies never;
  }
}

async function answerDialog(answering: Answering): Promise<InvokeBody> {
  const { chat, request, taken } = answering;
  const { reply } = taken;
  switch (reply.is) {
    case "form":
      return dialogOf(reply.form, formDrawing(answering, "dialog"));
    case "mend": {
      const form = await formAgain(answering, reply.fields);
      return form === null ? sentence(request, Object.values(reply.fields).join(" ")) : form.inDialog;
    }
    case "file":
      return noFiles();
    case "notice":
      refreshClicked(answering, reply);
      return sentence(request, reply.text);
    case "card": {
      const { at } = request;
      if (!request.origin.isDirect || reply.how === "new" || at === null) return await aside(answering);
      await chat.change(at, reply.card);
      await note(answering, at, reply);
      return {};
    }
    case "nothing":
      return {};
    default:
      return reply satisfies never;
  }
}

/** A form that stood in a card of its own is done with: its place is taken by what there is to say. */
function endsForm({ request }: Answering, reply: Extract<Reply, { is: "notice" }>): boolean {
  return (request.did.is === "form" && reply.clicked === undefined) || request.did.is === "look-again";
}

/** The card takes the place of the one clicked at once; the message itself follows, for the person's other devices. */
function replace(answering: Answering, reply: CardReply): InvokeBody {
  const { chat, drawing, request } = answering;
  const { at, did } = request;
  // A form that is given up was seen by nobody else: the message has been the card all the time.
  if (at !== null && did.is !== "look-again") {
    answering.afterwards(
      (async () => {
        await chat.change(at, reply.card);
        await note(answering, at, reply);
      })(),
    );
  }
  return replacing(renderCard(reply.card, drawing).card);
}

function replacing(card: AdaptiveCard): InvokeBody {
  refuseOverLimits(card);
  return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card };
}

/** An answer that is a message of its own: in the person's own chat, wherever it was asked. */
async function aside(answering: Answering): Promise<InvokeBody> {
  const { request, taken } = answering;
  const words = chatWordsFor(taken.locale);
  if (request.origin.isDirect) {
    await tell(answering, request.origin.conversation);
    return sentence(request, words.answeredBelow);
  }
  return sentence(request, (await toldAside(answering)) ? words.answeredAside : words.cannotWriteToYou);
}

/** A bot of Teams may not hand over a file before the person agreed to it, so a link is given instead. */
function noFiles(): never {
  throw new Error("A file was to be handed over in Teams, where only a link can be.");
}

/** False when Relais cannot write to this person: the app is not installed for them. */
async function toldAside(answering: Answering): Promise<boolean> {
  try {
    await tell(answering, await answering.chat.openConversation(answering.request.from.userId));
    return true;
  } catch (error) {
    if (isFault(error) && error.gone) return false;
    throw error;
  }
}

async function tell(answering: Answering, conversation: string): Promise<void> {
  const { api, chat, here, request, taken } = answering;
  const { reply } = taken;
  const where = { ...here, conversation };
  switch (reply.is) {
    case "card":
      return await note(answering, await chat.post(conversation, reply.card, `reply:${request.key}`), reply);
    case "form": {
      const card = renderForm(reply.form, { ...formDrawing(answering, "in-card"), openedFrom: null });
      await api.send(where, { summary: reply.form.title, card });
      return;
    }
    case "notice":
      await api.send(where, { text: unmarked(reply.text) });
      return;
    case "file":
      return noFiles();
    case "mend":
      await api.send(where, { text: unmarked(Object.values(reply.fields).join(" ")) });
      return;
    case "nothing":
      return;
    default:
      return reply satisfies never;
  }
}

/** A refusal often means that the card was out of date: it is drawn again, and the sentence comes even if that fails. */
function refreshClicked(answering: Answering, reply: Extract<Reply, { is: "notice" }>): void {
  const { at } = answering.request;
  if (reply.clicked === undefined || at === null || !answering.request.origin.isDirect) return;
  const { card, ...shown } = reply.clicked;
  answering.afterwards(
    (async () => {
      await answering.chat.change(at, card);
      await note(answering, at, { is: "card", card, how: "in-place", shown });
    })(),
  );
}

/** Only cards in people's own chats are followed. */
async function note(answering: Answering, at: Posted, reply: CardReply): Promise<void> {
  const { context, person } = answering.taken;
  if (person === null || reply.shown === null) return;
  await noteShown(context, "teams", person, at, reply.card, reply.shown);
}

function formDrawing({ request, taken }: Answering, place: FormDrawing["place"]): FormDrawing {
  return { place, openedFrom: request.origin.message, fieldMissing: chatWordsFor(taken.locale).fieldMissing };
}

/** Teams does not keep a form open: it is drawn anew with what was typed and what is wrong. Null when it is gone. */
async function formAgain(
  answering: Answering,
  wrong: Readonly<Record<string, string>>,
): Promise<{ readonly inCard: AdaptiveCard; readonly inDialog: InvokeBody } | null> {
  const { did } = answering.request;
  const form = did.is === "form" ? await sameForm(answering, did.answer) : null;
  if (form === null || did.is !== "form") return null;
  const mended = { typed: did.answer.values, wrong };
  return {
    inCard: renderForm(form, { ...formDrawing(answering, "in-card"), ...mended }),
    inDialog: dialogOf(form, { ...formDrawing(answering, "dialog"), ...mended }),
  };
}

async function sameForm(answering: Answering, { form, context: about }: FormAnswer): Promise<Form | null> {
  const { chat, request, taken } = answering;
  const { context, person } = taken;
  const ids = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== null));
  const action = actionSchema.safeParse({ ...ids, do: "open-form", form }).data;
  if (person === null || action === undefined) return null;
  const here = { chat, userId: request.from.userId, conversation: request.conversation };
  const asked = { context, person, place: "form", opensForms: true, standing: null, here } as const;
  const reply = await respond(asked, { is: "action", action });
  return reply.is === "form" ? reply.form : null;
}
