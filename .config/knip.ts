import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: [
    "src/main.ts",
    "src/package-teams.ts",
    "src/cli/main.ts",
    "src/simulator/demo.ts",
    "src/bench/main.ts",
    "test/**/*.test.ts",
    // drizzle-kit reads every table from here; some are used in raw SQL only.
    "src/store/schema/*.ts",
  ],
  project: ["src/**/*.{ts,mjs}", "test/**/*.ts", ".config/*.ts"],
  vitest: { config: [".config/vitest.ts"] },
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Only ever run through the launcher, by their path.
    "drizzle-kit",
    "oxfmt",
  ],
};

export default config;
