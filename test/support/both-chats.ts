import { actionSchema, encodeAction, type Action } from "#cards/action.ts";
import type { Card, Control, Form } from "#cards/card.ts";
import type { FormAnswer } from "#chat/request.ts";
import { originSchema } from "#chat/slack/origin.ts";
import { parseSlack } from "#chat/slack/parse.ts";
import { renderForm as renderSlackForm } from "#chat/slack/render-form.ts";
import { renderCard as renderSlackCard } from "#chat/slack/render.ts";
import { readActivity } from "#chat/teams/activity.ts";
import { parseTeams } from "#chat/teams/parse.ts";
import { renderForm as renderTeamsForm } from "#chat/teams/render-form.ts";
import { renderCard as renderTeamsCard } from "#chat/teams/render.ts";
import { elementsOf, stateValues } from "#simulator/slack/elements.ts";
import { isJson, jsonList, textOf, type Json } from "#simulator/slack/json.ts";
import { actionsOf as teamsActionsOf } from "#simulator/teams/elements.ts";

/** What a chat does with cards and forms: what can be tapped on a card as it comes back, and a form sent as it stands. */
export interface CardsOfAChat {
  readonly actionsOn: (card: Card) => readonly string[];
  readonly answerTo: (form: Form) => FormAnswer | null;
}

const SLACK: CardsOfAChat = {
  actionsOn(card) {
    const blocks = renderSlackCard(card).blocks as unknown as readonly Json[];
    const taps = elementsOf(blocks).flatMap(({ element }): readonly Json[] => {
      const options = jsonList(element["options"]);
      return options.length === 0
        ? [{ value: element["value"] }]
        : options.map((selected_option) => ({ selected_option }));
    });
    return taps.map((tap) => readBack(slackRequest({ type: "block_actions", actions: [tap] })));
  },
  answerTo(form) {
    const view = renderSlackForm(form, originSchema.parse({})) as unknown as Json;
    const values = stateValues(jsonList(view["blocks"]), new Map());
    const sent = { private_metadata: view["private_metadata"], state: { values } };
    const did = slackRequest({ type: "view_submission", view: sent })?.did;
    return did?.is === "form" ? did.answer : null;
  },
};

const TEAMS: CardsOfAChat = {
  actionsOn(card) {
    const drawn = renderTeamsCard(card, { opensDialogs: true }).card as unknown as Json;
    return teamsActionsOf(drawn).flatMap(({ action, inputs }) => {
      const [list] = inputs.filter((input) => input["type"] === "Input.ChoiceSet");
      const data = isJson(action["data"]) ? action["data"] : {};
      const isDialog = action["type"] === "Action.Submit";
      const sent = (more: Json) =>
        readBack(teamsRequest(isDialog ? "task/fetch" : "adaptiveCard/action", { ...data, ...more }));
      if (list === undefined) return [sent({})];
      return jsonList(list["choices"]).map((choice) => sent({ [String(list["id"])]: choice["value"] }));
    });
  },
  answerTo(form) {
    const drawing = { place: "dialog", openedFrom: null, fieldMissing: "" } as const;
    const drawn = renderTeamsForm(form, drawing) as unknown as Json;
    const [submit] = teamsActionsOf(drawn);
    const values = Object.fromEntries(
      (submit?.inputs ?? []).map((input) => [String(input["id"]), textOf(input, "value") ?? ""]),
    );
    const data = isJson(submit?.action["data"]) ? submit.action["data"] : {};
    const did = teamsRequest("task/submit", { ...values, ...data })?.did;
    return did?.is === "form" ? did.answer : null;
  },
};

export const BOTH_CHATS = { slack: SLACK, teams: TEAMS } as const;

/** What the controls of a card mean, in their order; what a menu or a question adds is theirs. */
export function actionsIn(card: Card): readonly string[] {
  const controls = card.parts.flatMap((part): readonly Control[] => {
    if (part.is === "controls") return part.controls;
    return part.is === "item" && part.control !== undefined ? [part.control] : [];
  });
  return controls
    .flatMap((control): readonly Action[] =>
      control.is === "button" ? [control.action] : control.options.map(({ action }) => action),
    )
    .map((action) => encodeAction(actionSchema.parse(action)));
}

function readBack(request: { readonly did: { readonly is: string; readonly action?: Action | null } } | null): string {
  const did = request?.did;
  return did?.is === "action" && did.action ? encodeAction(did.action) : "not understood";
}

function slackRequest(own: Json) {
  const sent = { user: { id: "U00CLAIRE0" }, team: { id: "T0RELAIS00" }, channel: { id: "D1" }, ...own };
  return parseSlack(sent, { signature: null, teamId: "T0RELAIS00" });
}

function teamsRequest(name: string, data: Json) {
  const value = name === "adaptiveCard/action" ? { action: { type: "Action.Execute", data } } : { data };
  const account = { id: "29:claire" };
  const activity = { type: "invoke", id: "1", channelId: "msteams", from: account, recipient: { id: "28:relais" } };
  const place = { serviceUrl: "https://smba.trafficmanager.net/emea/", conversation: { id: "a:1" } };
  const config = { appId: "", appPassword: "", tenantId: "", local: null };
  const read = readActivity(JSON.stringify({ ...activity, ...place, name, value }), config);
  return read === null ? null : parseTeams(read);
}
