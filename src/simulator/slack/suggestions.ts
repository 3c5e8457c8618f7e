import { findSurface } from "./clicks.ts";
import type { Place } from "./clicks.ts";
import { deliver } from "./delivery.ts";
import type { Ack, Line } from "./delivery.ts";
import { elementsOf } from "./elements.ts";
import { isJson, jsonList } from "./json.ts";
import type { Json } from "./json.ts";
import { interactionOf } from "./payloads.ts";
import { findPerson, misuse } from "./state.ts";
import { denyPayload } from "./web-api.ts";

/** What an external menu offers for some letters: the options, or groups of options, that the app answers. */
export async function suggest(
  line: Line,
  request: Place & { readonly actionId: string; readonly blockId?: string | undefined; readonly typed: string },
): Promise<{ readonly ack: Ack; readonly options: readonly Json[] }> {
  const { state } = line;
  const userId = findPerson(state, request.userId).id;
  const surface = findSurface(state, userId, request);
  const found = elementsOf(surface.blocks).find(
    (one) => one.actionId === request.actionId && (request.blockId === undefined || one.blockId === request.blockId),
  );
  if (!found || !String(found.element["type"]).includes("external"))
    throw misuse(`"${request.actionId}" is no external menu here.`);
  const asked = { action_id: found.actionId, block_id: found.blockId, value: request.typed };
  const payload = { ...interactionOf(state, "block_suggestion", userId), ...surface.reference(), ...asked };
  const ack = await deliver(line, { kind: "interactive", payload });
  const body = isJson(ack.body) ? ack.body : {};
  if (Object.keys(body).length > 0) denyPayload(state, "block_suggestion", body);
  const grouped = jsonList(body["option_groups"]).flatMap((group) => jsonList(group["options"]));
  return { ack, options: [...jsonList(body["options"]), ...grouped] };
}
