import type { Fault } from "./faults.ts";
import type { Json } from "./json.ts";
import { findMessage } from "./messages.ts";
import { findPerson } from "./state.ts";
import type { ApiCall, Channel, Message, Person, Refusal, State, StoredFile } from "./state.ts";
import { directOf } from "./channels.ts";
import { stackOf, viewJson } from "./views.ts";

/** What is shown in the workspace and what the app did there; people are given by id, e-mail or handle. */
export type Reader = {
  people(): readonly Person[];
  person(who: string): Person;
  channels(): readonly Channel[];
  /** Messages of a channel in the order of posting; with `as`, only those this person sees. Ephemeral ones included. */
  messages(channelId: string, as?: string): readonly Message[];
  /** Messages of the direct conversation of a person with the app. */
  directMessages(who: string): readonly Message[];
  message(channelId: string, ts: string): Message | null;
  home(who: string): Json | null;
  /** Open modals of a person, the one in front last. */
  views(who: string): readonly Json[];
  /** Calls of one method, or all. */
  calls(method?: string): readonly ApiCall[];
  refusals(): readonly Refusal[];
  faults(): readonly Fault[];
  file(id: string): StoredFile | null;
};

/** What can be seen of the workspace without acting in it. */
export function createReader(state: State): Reader {
  const messages = (channelId: string, as?: string): readonly Message[] => {
    const userId = as === undefined ? undefined : findPerson(state, as).id;
    const all = [...(state.messages.get(channelId)?.values() ?? [])];
    return userId === undefined ? all : all.filter((one) => one.ephemeralFor === null || one.ephemeralFor === userId);
  };
  return {
    people: () => [...state.people.values()],
    person: (who) => findPerson(state, who),
    channels: () => [...state.channels.values()],
    messages,
    directMessages: (who) => {
      const person = findPerson(state, who);
      const channel = directOf(state, person.id);
      return channel ? messages(channel.id, person.id) : [];
    },
    message: (channelId, ts) => findMessage(state, channelId, ts),
    home: (who) => {
      const view = state.homes.get(findPerson(state, who).id);
      return view ? viewJson(state, view) : null;
    },
    views: (who) => stackOf(state, findPerson(state, who).id).map((view) => viewJson(state, view)),
    calls: (method) => state.calls.filter((call) => method === undefined || call.method === method),
    refusals: () => state.refusals,
    faults: () => state.faults,
    file: (id) => state.files.get(id) ?? null,
  };
}
