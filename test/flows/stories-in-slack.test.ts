import { describe } from "vitest";

import { openSlackHouse } from "../support/flow-slack.ts";
import { liveStories } from "./live-stories.ts";

describe("in Slack", () => {
  liveStories(openSlackHouse);
});
