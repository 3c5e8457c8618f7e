import { callOfAction, callOfForm, callOfWords, watched, type Watching } from "./calls.ts";
import type { Call } from "./company/payers.ts";
import type { SlackLookalike } from "./slack/lookalike.ts";

/** The same look-alike, whose acts are noticed by the customers and followed by what the product does then. */
export function watchSlack(slack: SlackLookalike, watching: Watching): SlackLookalike {
  const { acts, read } = slack;
  const after = <T>(who: string, act: Promise<T>, call: Call | null = null): Promise<T> =>
    watched(watching, read.person(who).email, act, call);
  return {
    ...slack,
    acts: {
      ...acts,
      click: (click) => after(click.userId, acts.click(click), callOfAction(click.choice, watching)),
      submitView(submission) {
        const about = read.views(submission.userId).at(-1)?.["private_metadata"];
        const call = callOfForm(typeof about === "string" ? about : "", submission.values ?? {}, watching);
        return after(submission.userId, acts.submitView(submission), call);
      },
      command: (typed) =>
        after(typed.userId, acts.command(typed), callOfWords(`${typed.command} ${typed.text ?? ""}`, watching)),
      sendMessage: (said) => after(said.userId, acts.sendMessage(said), callOfWords(said.text, watching)),
      openHome: (request) => after(request.userId, acts.openHome(request)),
      closeView: (place) => after(place.userId, acts.closeView(place)),
    },
  };
}
