import { describe } from "vitest";

import { openTeamsHouse } from "../support/flow-teams.ts";
import { liveStories } from "./live-stories.ts";

describe("in Teams", () => {
  liveStories(openTeamsHouse);
});
