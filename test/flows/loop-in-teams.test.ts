import { describe } from "vitest";

import { openTeamsHouse } from "../support/flow-teams.ts";
import { liveStories } from "./live-stories.ts";
import { LOOP_STORIES } from "./stories.ts";

describe("in Teams", () => {
  liveStories(LOOP_STORIES, openTeamsHouse);
});
