import { describe } from "vitest";

import { openSlackHouse } from "../support/flow-slack.ts";
import { liveStories } from "./live-stories.ts";
import { LOOP_STORIES } from "./stories.ts";

describe("in Slack", () => {
  liveStories(LOOP_STORIES, openSlackHouse);
});
