import { accept, page, refuse } from "./api-answer.ts";
import type { ApiMethods } from "./api-answer.ts";
import { personJson } from "./channels.ts";
import { isYes, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import type { State } from "./state.ts";

/** users.*, team.info, auth.test and api.test. */
export const PEOPLE_METHODS: ApiMethods = {
  "api.test": (_state, args) => (textOf(args, "error") === null ? accept({ args }) : refuse(String(args["error"]))),
  "auth.test": (state) =>
    accept({
      url: `https://${state.team.domain}.slack.com/`,
      team: state.team.domain,
      user: "relais",
      team_id: state.team.id,
      user_id: state.botUserId,
      bot_id: state.botId,
      is_enterprise_install: false,
    }),
  "team.info": (state) => accept({ team: { id: state.team.id, name: state.team.domain, domain: state.team.domain } }),
  "users.info": (state, args) => {
    const person = state.people.get(textOf(args, "user") ?? "");
    return person
      ? accept({ user: personJson(state, person, isYes(args, "include_locale")) })
      : refuse("user_not_found");
  },
  "users.lookupByEmail": lookUpByEmail,
  "users.list": (state, args) => {
    const { items, cursor } = page([...state.people.values()], args);
    return accept({
      members: items.map((person) => personJson(state, person, isYes(args, "include_locale"))),
      cache_ts: Math.floor(state.now().getTime() / 1000),
      response_metadata: { next_cursor: cursor },
    });
  },
};

/** Slack does not find people by e-mail once they are deactivated. */
function lookUpByEmail(state: State, args: Json): Json {
  const email = textOf(args, "email")?.toLowerCase();
  const person = [...state.people.values()].find(
    (one) => one.email !== "" && one.email.toLowerCase() === email && one.isDeleted !== true,
  );
  return person ? accept({ user: personJson(state, person, false) }) : refuse("users_not_found");
}
