import type { Json } from "./json.ts";
import type { State } from "./state.ts";

const LEGACY_TOKEN = "verification-token-of-the-look-alike";

/** The fields every interaction payload begins with. */
export function interactionOf(state: State, type: string, userId: string): Json {
  const person = state.people.get(userId);
  return {
    type,
    user: {
      id: userId,
      username: person?.name ?? "",
      name: person?.name ?? "",
      team_id: person?.teamId ?? state.team.id,
    },
    api_app_id: state.appId,
    token: LEGACY_TOKEN,
    team: state.team,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** The flat fields of a slash command, as a form carries them. */
export function commandOf(state: State, userId: string, channel: { readonly id: string; readonly name: string }): Json {
  const person = state.people.get(userId);
  return {
    token: LEGACY_TOKEN,
    team_id: person?.teamId ?? state.team.id,
    team_domain: state.team.domain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: userId,
    user_name: person?.name ?? "",
    api_app_id: state.appId,
    is_enterprise_install: "false",
  };
}

/** The envelope of the Events API around an event. */
export function eventOf(state: State, event: Json, eventId: string): Json {
  return {
    token: LEGACY_TOKEN,
    team_id: state.team.id,
    context_team_id: state.team.id,
    context_enterprise_id: null,
    api_app_id: state.appId,
    event,
    type: "event_callback",
    event_id: eventId,
    event_time: Math.floor(state.now().getTime() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: state.team.id,
        user_id: state.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
}
