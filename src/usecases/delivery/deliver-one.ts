import { isPastTelling } from "#cards/clock.ts";
import { isQuietDigest } from "#cards/digest.ts";
import { isDay } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { askById } from "#store/asks.ts";
import type { Claimed } from "#store/deliveries.ts";
import { personById } from "#store/people.ts";
import { forgetShown, shownCardById, type ShownCard } from "#store/shown-cards.ts";
import type { Context } from "#usecases/context.ts";
import type { Delivering } from "#usecases/delivery/deliver.ts";
import { deliverReport, redrawReport } from "#usecases/channels/deliver-report.ts";
import { deliverTask, redrawTask } from "#usecases/delivery/deliver-task.ts";
import { drawShowing, type Drawn } from "#usecases/delivery/draw.ts";
import { drawDigestAgain } from "#usecases/reports/draw-digest.ts";
import { drawingFor } from "#usecases/delivery/drawing.ts";
import { lookBackFrom } from "#usecases/delivery/look-back.ts";
import { isFault } from "#usecases/fault.ts";
import { goesByMail, mailCard, type CardPost } from "#usecases/delivery/mail-card.ts";
import { hashOf, noteShown } from "#usecases/delivery/note-shown.ts";
import type { Chat, Mailer, Posted } from "#usecases/ports.ts";
import { openingFor } from "#usecases/people/opening-for.ts";
import { reachPerson, type Reached } from "#usecases/people/reach-person.ts";
import { sendInvoiceCopy } from "#usecases/customers/send-invoice-copy.ts";
import { sendLetterCopy } from "#usecases/letters/send-letter-copy.ts";
import { sendThankYou } from "#usecases/dunning/send-thank-you.ts";
import { sendReminder, type MailOutcome } from "#usecases/dunning/send-reminder.ts";

export type Delivered =
  | { readonly is: "sent"; readonly throughChat: boolean }
  | { readonly is: "dropped"; readonly because: string }
  | { readonly is: "unknown"; readonly because: string }
  /** No chat knows the person yet: it waits, in case one does before it is out of date. */
  | { readonly is: "unreachable" }
  /** The person does not work now: it waits until they do. */
  | { readonly is: "closed"; readonly until: Date };

const NOTHING_TO_SHOW: Delivered = { is: "dropped", because: "nothing to show any more" };

/** Draws what a row names from the present truth and hands it over. Throws a Fault when the outside fails. */
export async function deliverOne(deps: Delivering, context: Context, claimed: Claimed): Promise<Delivered> {
  const showing = claimed.showing;
  switch (showing.show) {
    case "reminder":
    case "invoice-copy":
    case "letter-copy":
    case "thank-you":
      return await deliverMail(deps, context, claimed, showing);
    case "redraw":
      return await redraw(deps, context, showing.shown);
    case "home":
      return await showHome(deps, context, claimed);
    case "look-up":
      return await lookUp(deps, context, claimed);
    case "cash-report":
      return await deliverReport(deps, context, claimed, showing);
    case "role-task":
      return await deliverTask(deps, context, claimed, showing);
    default:
      return await postCard(deps, context, claimed, showing);
  }
}

async function deliverMail(
  deps: Delivering,
  context: Context,
  claimed: Claimed,
  showing: Extract<Showing, { show: "reminder" | "invoice-copy" | "letter-copy" | "thank-you" }>,
): Promise<Delivered> {
  const { mailer } = deps;
  if (mailer === null)
    throw new Error("A mail was taken although there is no mail server: the gate should have kept it.");
  const how = { ambiguous: claimed.ambiguous };
  const outcome = await sendMail(context, mailer, showing, how);
  if (outcome === "unknown") return { is: "unknown", because: "the mail server did not say whether it took the mail" };
  return outcome === "sent" ? { is: "sent", throughChat: false } : { is: "dropped", because: "nothing left to send" };
}

async function sendMail(
  context: Context,
  mailer: Mailer,
  showing: Extract<Showing, { show: "reminder" | "invoice-copy" | "letter-copy" | "thank-you" }>,
  how: { readonly ambiguous: boolean },
): Promise<MailOutcome> {
  switch (showing.show) {
    case "reminder":
      return sendReminder(context, mailer, showing.reminder, how);
    case "invoice-copy":
      return sendInvoiceCopy(context, mailer, showing.dispute, how);
    case "letter-copy":
      return sendLetterCopy(context, mailer, showing.letter, how);
    case "thank-you":
      return sendThankYou(context, mailer, showing.mail, how);
    default:
      return showing satisfies never;
  }
}

async function postCard(deps: Delivering, context: Context, claimed: Claimed, showing: Showing): Promise<Delivered> {
  const person = await recipient(context, claimed);
  if (person === null) return { is: "dropped", because: "nobody to show it to" };
  const opening = claimed.ambiguous ? context.now : await openingFor(context, person, showing);
  if (opening > context.now) return { is: "closed", until: opening };
  const post = cardPost(deps, showing);
  const prefersMail = post !== null && person.chat === "email";
  const reached = prefersMail ? null : await reachPerson(context, deps.chats, person, deps.wallNow());
  if (reached !== null) return await postInChat(context, claimed, showing, person, reached);
  // Without a connected chat nobody was looked for: only who chose e-mail is written to.
  if (post === null || (deps.chats.length === 0 && !prefersMail)) return { is: "unreachable" };
  return await postByMail(context, post, claimed, showing, person);
}

/** Null = no mail server or no public address is set, or the card waits for a chat. */
function cardPost({ mailer, drawCardMail: draw }: Delivering, showing: Showing): CardPost | null {
  return mailer === null || draw === undefined || !goesByMail(showing) ? null : { mailer, draw };
}

/** A mail of unknown fate is not sent twice: it is listed for the administrator. */
async function postByMail(
  context: Context,
  post: CardPost,
  claimed: Claimed,
  showing: Showing,
  person: Person,
): Promise<Delivered> {
  const because = "the mail server did not say whether it took the mail";
  if (claimed.ambiguous) return { is: "unknown", because };
  const drawn = await drawWorthSaying(context, showing, person);
  if (drawn === null) return NOTHING_TO_SHOW;
  const outcome = await mailCard(context, post, person, showing, drawn);
  return outcome === "sent" ? { is: "sent", throughChat: false } : { is: "unknown", because };
}

async function postInChat(
  context: Context,
  claimed: Claimed,
  showing: Showing,
  person: Person,
  { chat, conversation }: Reached,
): Promise<Delivered> {
  if (claimed.ambiguous) {
    const since = lookBackFrom(claimed, context.now);
    const found = await chat.find(conversation, claimed.key, since);
    if (found === "cannot-tell") return { is: "unknown", because: "the chat cannot tell whether it arrived" };
    if (found !== "absent") {
      // How it looked when it arrived is not known: the next redraw sends it anew.
      const customers = (await drawShowing(context, showing, person))?.customers ?? [];
      await noteShown(context, chat.name, person, found, null, { showing, customers });
      return { is: "sent", throughChat: true };
    }
  }
  const drawn = await drawWorthSaying(context, showing, person);
  if (drawn === null) return NOTHING_TO_SHOW;
  const posted = await chat.post(conversation, drawn.card, claimed.key);
  await remember(context, chat, person, posted, showing, drawn);
  return { is: "sent", throughChat: true };
}

/**
 * A digest decided earlier may have nothing left to say; the line that says so is for those who want it. An ask that was
 * withdrawn before it arrived asks nobody for anything; of one that was answered, who asked reads the answer.
 */
async function drawWorthSaying(context: Context, showing: Showing, person: Person): Promise<Drawn | null> {
  if (showing.show === "ask" && (await askById(context.store.db, showing.ask))?.state === "withdrawn") return null;
  const drawn = await drawShowing(context, showing, person);
  if (drawn === null || isPastTelling(drawn.card)) return null;
  return isQuietDigest(drawn.card) && !person.quietLine ? null : drawn;
}

/** A card that would look the same is not sent again; one that is gone is forgotten. */
async function redraw(deps: Delivering, context: Context, shownId: number): Promise<Delivered> {
  const shown = await shownCardById(context.store.db, shownId);
  const person = await personShownTo(context, shown);
  const chat = deps.chats.find((candidate) => candidate.name === shown?.chat);
  if (shown === null || chat === undefined) return { is: "dropped", because: "no longer shown" };
  const isOfChannel = shown.personId === null;
  if (!isOfChannel && person === null) return { is: "dropped", because: "no longer shown" };

  const drawn =
    person === null ? await redrawInChannel(deps, context, shown) : await drawAgain(context, shown.showing, person);
  if (drawn === null || hashOf(drawn.card) === shown.drawnHash) return { is: "dropped", because: "unchanged" };
  try {
    await chat.change(shown, drawn.card);
  } catch (error) {
    if (!isFault(error) || !error.gone) throw error;
    await forgetShown(context.store.db, shown.id);
    return { is: "dropped", because: "the message is gone" };
  }
  await remember(context, chat, person, shown, shown.showing, drawn);
  return { is: "sent", throughChat: true };
}

async function redrawInChannel(deps: Delivering, context: Context, shown: ShownCard): Promise<Drawn | null> {
  const isOfRole = shown.showing.show === "role-task";
  return isOfRole ? await redrawTask(deps, context, shown) : await redrawReport(deps, context, shown);
}

/** A morning that had something to say never turns into the line of a quiet day, once all of it is done. */
async function drawAgain(context: Context, showing: Showing, person: Person): Promise<Drawn | null> {
  const drawn = await drawShowing(context, showing, person);
  if (drawn === null || showing.show !== "digest" || !isQuietDigest(drawn.card) || !isDay(showing.day)) return drawn;
  return await drawDigestAgain(drawingFor(context, person), showing.day);
}

async function showHome(deps: Delivering, context: Context, claimed: Claimed): Promise<Delivered> {
  const person = await recipient(context, claimed);
  const reached = person === null ? null : await reachPerson(context, deps.chats, person, deps.wallNow());
  const drawn = person === null || reached === null ? null : await drawShowing(context, { show: "home" }, person);
  if (reached === null || drawn === null) return { is: "dropped", because: "not reachable in chat" };
  await reached.chat.showHome(reached.userId, drawn.card);
  return { is: "sent", throughChat: true };
}

/** Without a chat to ask, it waits for one; whoever is not found is kept as such. */
async function lookUp(deps: Delivering, context: Context, claimed: Claimed): Promise<Delivered> {
  if (deps.chats.length === 0) return { is: "unreachable" };
  const person = await recipient(context, claimed);
  if (person !== null) await reachPerson(context, deps.chats, person, deps.wallNow());
  return { is: "dropped", because: "looked up" };
}

async function recipient(context: Context, claimed: Claimed): Promise<Person | null> {
  if (claimed.personId === null) return null;
  const person = await personById(context.store.db, claimed.personId);
  return person?.active === true ? person : null;
}

async function personShownTo(context: Context, shown: ShownCard | null): Promise<Person | null> {
  if (shown === null || shown.personId === null) return null;
  return await personById(context.store.db, shown.personId);
}

async function remember(
  context: Context,
  chat: Chat,
  person: Person | null,
  where: Posted,
  showing: Showing,
  drawn: Drawn,
): Promise<void> {
  await noteShown(context, chat.name, person, where, drawn.card, { showing, customers: drawn.customers });
}
