import { callOfAction, callOfForm, callOfWords, watched, type Watching } from "./calls.ts";
import type { Call } from "./company/payers.ts";
import { isJson, type Json } from "./slack/json.ts";
import type { TeamsLookalike } from "./teams/lookalike.ts";

/** The same for Teams: a button carries its action or its form along, and words need no slash. */
export function watchTeams(teams: TeamsLookalike, watching: Watching): TeamsLookalike {
  const { acts, read } = teams;
  const after = <T>(who: string, act: Promise<T>, call: Call | null = null): Promise<T> =>
    watched(watching, read.person(who).email ?? "", act, call);
  return {
    ...teams,
    acts: {
      ...acts,
      // Something nobody can click is told by a rejection, here as there.
      click: async (click) => {
        const call = callOfData(dataIn(acts.prepareClick(click)), watching);
        return await after(click.userId, acts.click(click), call);
      },
      submitDialog(submission) {
        const carried = JSON.stringify(read.dialog(submission.userId)?.card ?? null);
        return after(
          submission.userId,
          acts.submitDialog(submission),
          callOfForm(carried, submission.values ?? {}, watching),
        );
      },
      sendMessage: (said) => after(said.userId, acts.sendMessage(said), callOfWords(said.text, watching)),
      install: (userId) => after(userId, acts.install(userId)),
      uninstall: (userId) => after(userId, acts.uninstall(userId)),
    },
  };
}

function callOfData({ form, ...inputs }: Json, watching: Watching): Call | null {
  if (form !== undefined) return callOfForm(JSON.stringify(form), inputs, watching);
  const { chosenIn } = inputs;
  return callOfAction(typeof chosenIn === "string" ? inputs[chosenIn] : inputs["action"], watching);
}

/** What a tap sends along, as Action.Execute and a dialog's button do each in their way. */
function dataIn(activity: Json): Json {
  const value = isJson(activity["value"]) ? activity["value"] : {};
  const action = isJson(value["action"]) ? value["action"] : value;
  return isJson(action["data"]) ? action["data"] : {};
}
