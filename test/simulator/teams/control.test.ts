import { expect } from "vitest";

import { createTeamsControl } from "#simulator/teams/control.ts";
import { ON_FRIDAY, openCall } from "../../support/teams-call.ts";
import { CLAIRE } from "../../support/teams.ts";
import { test } from "../../support/world.ts";

test("the demo's page drives everything over HTTP: words, clicks, dialogs, installing, faults", async ({ world }) => {
  const { tenant, card, rep } = await openCall(world);
  const { get, post, del } = callsTo(createTeamsControl(tenant));

  expect((await get("/people")).body).toMatchObject({ people: [{ id: CLAIRE, email: rep.email }] });
  expect((await post("/say", { user: rep.email, text: "encours" })).body).toMatchObject({ ack: { status: 200 } });
  const dialog = { user: CLAIRE, message: card.id, title: "Il y a un litige" };
  expect((await post("/click", dialog)).body).toMatchObject({ shows: "dialog", taps: 1 });
  expect((await get(`/dialog?user=${CLAIRE}`)).body).toMatchObject({ dialog: { userId: CLAIRE } });
  expect((await post("/submit", { user: CLAIRE, values: { category: "" } })).body).toMatchObject({ ack: null });
  expect((await post("/close", { user: CLAIRE })).status).toBe(200);
  expect((await post("/click", { ...dialog, title: ON_FRIDAY })).body).toMatchObject({ shows: "card", taps: 2 });
  expect((await get(`/messages?user=${CLAIRE}`)).text).toContain("C'est noté");
  expect((await post("/uninstall", { user: CLAIRE })).body).toMatchObject({ ack: { status: 200 } });
  expect((await post("/install", { user: CLAIRE })).body).toMatchObject({ acks: [{ status: 200 }, { status: 200 }] });
  expect((await post("/faults", { call: "send", kind: "412" })).status).toBe(201);
  expect((await get("/faults")).body).toMatchObject({ faults: [{ call: "send", kind: "412", times: 1 }] });
  expect((await del("/faults")).body).toEqual({ faults: [] });
  expect((await get("/refusals")).body).toEqual({ refusals: [] });
  expect((await get("/calls?what=PUT")).text).toContain("/activities/");
  expect((await get("/conversations")).text).toContain("a:1-claire");
  expect((await get(`/notices?user=${CLAIRE}`)).body).toEqual({ notices: [] });
});

test("what nobody could do in Teams is told in a sentence", async ({ world }) => {
  const { tenant, card } = await openCall(world);
  const { get, post } = callsTo(createTeamsControl(tenant));
  const wrongs = [
    await post("/click", { user: CLAIRE, message: card.id, title: "Payer" }),
    await post("/click", { user: CLAIRE, message: "1", title: ON_FRIDAY }),
    await post("/submit", { user: CLAIRE }),
    await post("/say", { user: "nobody@example.com", text: "x" }),
    await post("/say", { user: CLAIRE }),
    await get("/messages"),
  ];

  expect(wrongs.map(({ status }) => status)).toEqual(wrongs.map(() => 422));
  expect(wrongs.map(({ body }) => (body as { error: string }).error)).toEqual([
    expect.stringContaining("This card has no such button; it has:"),
    "There is no message 1 in this conversation.",
    "This person has no dialog open.",
    'Nobody in this tenant is called "nobody@example.com".',
    expect.stringContaining('"text" does not fit'),
    "Say whose with ?user=, by id, directory id or e-mail.",
  ]);
  expect((await get("/nothing")).status).toBe(404);
});

function callsTo(control: ReturnType<typeof createTeamsControl>) {
  const call = (method: string) => async (path: string, body?: object) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await control.request(path, init);
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as unknown };
  };
  return { get: call("GET"), post: call("POST"), del: call("DELETE") };
}
