import type { StartName } from "../support/flow-starts.ts";
import type { Flow } from "../support/flow-world.ts";

/** Something that happens in the company, told as people live it; the same in every chat. */
export interface Story {
  readonly name: string;
  readonly begins: StartName;
  run(flow: Flow): Promise<void>;
}
