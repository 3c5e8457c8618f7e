import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { ChatHouse } from "../support/flow-chat.ts";
import { openSlackHouse } from "../support/flow-slack.ts";
import { prepareStarts, type Starts } from "../support/flow-starts.ts";
import { openTeamsHouse } from "../support/flow-teams.ts";
import { openFlow } from "../support/flow-world.ts";
import { STORIES } from "./stories.ts";

const HOUSES = { slack: openSlackHouse, teams: openTeamsHouse } as const;

describe.each(["slack", "teams"] as const)("in %s", (chat) => {
  let house: ChatHouse;
  let starts: Starts;

  beforeAll(async () => {
    house = await HOUSES[chat]();
    starts = await prepareStarts(house);
  });
  afterAll(() => house.close());

  test.each(STORIES.map((story) => [story.name, story] as const))("%s", async (_, story) => {
    const flow = await openFlow(house, starts[story.begins]);
    try {
      await story.run(flow);
      expect(flow.chat.refusals()).toEqual([]);
      expect(flow.bugs).toEqual([]);
    } finally {
      await flow.close();
    }
  });
});
