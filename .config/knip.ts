import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: ["src/main.ts", "src/cli/main.ts", "src/simulator/demo.ts", "src/bench/main.ts", "test/**/*.test.ts"],
  project: ["src/**/*.{ts,mjs}", "test/**/*.ts", "oxlint.config.ts", ".config/*.ts"],
  vitest: { config: [".config/vitest.ts"] },
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Only ever run through the launcher, by their path.
    "drizzle-kit",
    "oxfmt",
    // For parts that are being written: to be emptied.
    "@hono/node-server",
    "@slack/bolt",
    "@slack/types",
    "@slack/web-api",
    "csv-parse",
    "hono",
    "node-cron",
    "nodemailer",
    "pino",
    "postal-mime",
    "zod",
    "@types/nodemailer",
    "@types/react",
    "@types/react-dom",
    "@types/smtp-server",
    "@types/ws",
    "ajv",
    "msw",
    "playwright-core",
    "react",
    "react-dom",
    "slack-blocks-to-jsx",
    "smtp-server",
    "ws",
  ],
};

export default config;
