import { decodeAction } from "#cards/action.ts";
import { isDay, type Day } from "#domain/calendar.ts";
import { foldName } from "#domain/fuzzy-name.ts";
import type { CustomerPlan } from "./company/customer.ts";
import type { Call } from "./company/payers.ts";
import type { Click } from "./slack/clicks.ts";
import type { Json } from "./slack/json.ts";
import type { SlackLookalike } from "./slack/lookalike.ts";

/** The calls our people made, as the customers remember them: read from what people clicked, filled in and typed. */
export interface Calls {
  since(customer: string, day: Day): readonly Call[];
  note(call: Call): void;
}

/** Remembers calls. */
export function createCalls(): Calls {
  const calls: Call[] = [];
  return {
    since: (customer, day) => calls.filter((call) => call.customer === customer && call.on > day),
    note: (call) => void calls.push(call),
  };
}

/** What happens when somebody acts: who it was, and the call it tells of. */
export interface Watching {
  readonly customers: readonly CustomerPlan[];
  readonly today: () => Day;
  readonly calls: Calls;
  readonly onAct: (userId: string) => void;
  /** The product does what follows before the act is answered. */
  readonly settle: () => Promise<void>;
}

/** The same look-alike, whose acts are noticed by the customers and followed by what the product does then. */
export function watchActs(slack: SlackLookalike, watching: Watching): SlackLookalike {
  const { acts } = slack;
  const after = async <T>(who: string, outcome: Promise<T>, call: Call | null): Promise<T> => {
    const done = await outcome;
    watching.onAct(slack.read.person(who).id);
    if (call !== null) watching.calls.note(call);
    await watching.settle();
    return done;
  };
  return {
    ...slack,
    acts: {
      ...acts,
      click: (click) => after(click.userId, acts.click(click), callOfClick(click, watching)),
      submitView: (submission) => {
        const view = slack.read.views(submission.userId).at(-1);
        return after(
          submission.userId,
          acts.submitView(submission),
          callOfForm(view, submission.values ?? {}, watching),
        );
      },
      command: (command) =>
        after(command.userId, acts.command(command), callOfCommand(command.command, command.text ?? "", watching)),
      sendMessage: (said) => after(said.userId, acts.sendMessage(said), null),
      openHome: (request) => after(request.userId, acts.openHome(request), null),
      closeView: (place) => after(place.userId, acts.closeView(place), null),
    },
  };
}

function callOfClick(click: Click, watching: Watching): Call | null {
  const action = typeof click.choice === "string" ? decodeAction(click.choice) : null;
  if (action?.do !== "give-promise") return null;
  return { customer: action.customer, on: watching.today(), promised: isDay(action.due) ? action.due : null };
}

/** A form tells its customer in what it carries along; the day is whichever of its fields holds one. */
function callOfForm(
  view: Json | undefined,
  values: Readonly<Record<string, unknown>>,
  watching: Watching,
): Call | null {
  const carried = typeof view?.["private_metadata"] === "string" ? view["private_metadata"] : "";
  const customer = watching.customers.find(({ code }) => carried.includes(`"${code}"`));
  const day = JSON.stringify(values).match(/\d{4}-\d{2}-\d{2}/)?.[0];
  if (customer === undefined || !carried.includes(`"promise"`) || day === undefined || !isDay(day)) return null;
  return { customer: customer.code, on: watching.today(), promised: day };
}

/** "/promesse texto vendredi 9000": the customer expects to pay soon, whatever the day was. */
function callOfCommand(command: string, text: string, watching: Watching): Call | null {
  if (command !== "/promesse" && command !== "/promise") return null;
  const typed = foldName(text);
  const customer = watching.customers.find(({ name }) => typed.startsWith(foldName(name)));
  return customer === undefined ? null : { customer: customer.code, on: watching.today(), promised: null };
}
