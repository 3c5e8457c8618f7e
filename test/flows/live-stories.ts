import { afterAll, beforeAll, expect, test } from "vitest";

import type { ChatHouse } from "../support/flow-chat.ts";
import { prepareStarts, type Starts } from "../support/flow-starts.ts";
import { openFlow } from "../support/flow-world.ts";
import { STORIES } from "./stories.ts";

/** Lives every story in one chat. Each chat has a test file of its own, so that two processors share the work. */
export function liveStories(openHouse: () => Promise<ChatHouse>): void {
  let house: ChatHouse;
  let starts: Starts;

  beforeAll(async () => {
    house = await openHouse();
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
}
