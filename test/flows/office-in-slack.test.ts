import { describe } from "vitest";

import { openSlackHouse } from "../support/flow-slack.ts";
import { liveStories } from "./live-stories.ts";
import { OFFICE_STORIES } from "./stories.ts";

describe("in Slack", () => {
  liveStories(OFFICE_STORIES, openSlackHouse);
});
