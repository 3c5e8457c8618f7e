import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/start-database.ts"],
    pool: "forks",
    // Stories wait more than they compute: two cores take four at a time.
    maxWorkers: 4,
    // Far above what any test takes alone: a busy machine is no fault of the product.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
