import { afterAll, beforeAll, expect, test } from "vitest";

import type { ChatHouse } from "../support/flow-chat.ts";
import { prepareStarts, type Starts } from "../support/flow-starts.ts";
import { openFlow } from "../support/flow-world.ts";
import type { Story } from "./story.ts";

/** Lives stories in one chat. Each list has a test file per chat, so that they are lived side by side. */
export function liveStories(stories: readonly Story[], openHouse: () => Promise<ChatHouse>): void {
  let house: ChatHouse;
  let starts: Starts;

  beforeAll(async () => {
    house = await openHouse();
    starts = await prepareStarts(house);
  });
  afterAll(() => house.close());

  test.each(stories.map((story) => [story.name, story] as const))("%s", async (_, story) => {
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
