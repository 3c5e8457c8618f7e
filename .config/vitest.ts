import { basename, dirname } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folders of files that take minutes, whatever their size: begun last, they would be waited for alone. */
const LONG = ["flows", "browser"];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array: the order of files that vitest itself would take
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.includes(basename(dirname(moduleId)));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/start-database.ts"],
    pool: "forks",
    // Loading the product again for each file would be a fifth of the work; no module of it keeps a state that a test changes.
    isolate: false,
    // Stories wait more than they compute: two cores take four at a time.
    maxWorkers: 4,
    // A test's rubbish is short-lived: swept up less often, it costs a tenth less.
    execArgv: ["--min-semi-space-size=32", "--max-semi-space-size=64"],
    sequence: { sequencer: LongFirst },
    // Far above what any test takes alone: a busy machine is no fault of the product.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
