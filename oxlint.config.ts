import { defineConfig } from "oxlint";

/** The edges of the house style; most files and functions stay far from them. */
const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 70;

const STARTERS = [
  "src/main.ts",
  "src/package-teams.ts",
  "src/cli/main.ts",
  "src/simulator/demo.ts",
  "src/bench/main.ts",
];
const EDGE = ["#usecases/", "#cards/", "#i18n/", "#domain/", "#log.ts", "#config.ts", "node:", "zod"];

/**
 * Who may import whom: the diagram of the README, one row per folder. Each row is the whole of what the files there may
 * import beside `./` neighbours; an entry that ends in `/` or `:` stands for all that begins with it. Reading downwards,
 * everything points down. The files at the root of src are in no row: they compose.
 */
const IMPORT_TABLE: Readonly<Record<string, readonly string[]>> = {
  bench: ["#", "node:", "postgres", "drizzle-orm"],
  simulator: [
    ...EDGE,
    "#app.ts",
    "#simulator/",
    "#charts/",
    "#chat/",
    "#imports/",
    "hono",
    "@hono/",
    "@slack/",
    "ws",
    "nodemailer",
    "smtp-server",
    "postal-mime",
  ],
  cli: ["#cli/", "#app.ts", "#imports/", ...EDGE],
  http: ["#http/", "#imports/", "#chat/reply.ts", "#chat/respond.ts", "hono", "@hono/", ...EDGE],
  jobs: ["#jobs/", "node-cron", ...EDGE],
  email: ["#email/", "#charts/", "nodemailer", "postal-mime", "imapflow", "pdfkit", ...EDGE],
  "calendar-feeds": ["#calendar-feeds/", "node-ical", ...EDGE],
  charts: ["#charts/", "#i18n/", "#domain/", "node:"],
  "chat/slack": ["#chat/slack/", "#chat/*.ts", "#charts/", "@slack/", "hono", "@hono/", ...EDGE],
  "chat/teams": ["#chat/teams/", "#chat/*.ts", "#charts/", "botbuilder", "fflate", "hono", "@hono/", ...EDGE],
  chat: ["#chat/*.ts", "#usecases/", "#cards/", "#i18n/", "#domain/", "zod"],
  usecases: [
    "#usecases/",
    "#store/",
    "#cards/",
    "#imports/",
    "#exports/",
    "#i18n/",
    "#domain/",
    "node:crypto",
    "node:stream",
  ],
  exports: ["#exports/", "#domain/", "write-excel-file", "fflate"],
  imports: ["#imports/", "#i18n/", "#domain/", "node:", "zod", "csv-parse", "yaml"],
  cards: ["#cards/", "#i18n/", "#domain/", "zod"],
  store: ["#store/", "#domain/", "node:", "drizzle-orm", "postgres"],
  i18n: ["#i18n/", "#domain/"],
  domain: ["#domain/"],
};

const importRules = Object.entries(IMPORT_TABLE).map(([folder, allowed]) => ({
  files: folder === "chat" ? ["src/chat/*.ts"] : [`src/${folder}/**`],
  rules: {
    "eslint/no-restricted-imports": [
      "error",
      {
        patterns: [{ group: allBut(allowed, folder), message: `src/${folder} may import only ${allowed.join(", ")}.` }],
      },
    ] as ["error", unknown],
  },
}));

/**
 * Neighbours are `./`; a way up and out (`../`) would be a way around the table, so it is written `#folder/` and checked.
 * The two chats lie within `chat`, and it may not look into them.
 */
function allBut(allowed: readonly string[], folder: string): readonly string[] {
  return ["**", "!./**", ...allowed.flatMap(asExceptions), ...(folder === "chat" ? ["./*/**"] : [])];
}

function asExceptions(entry: string): readonly string[] {
  if (entry.endsWith(".ts")) return [`!${entry}`];
  return /[#/:-]$/.test(entry) ? [`!${entry}*`, `!${entry}*/**`] : [`!${entry}`, `!${entry}/**`];
}

export default defineConfig({
  plugins: ["eslint", "typescript", "unicorn", "oxc", "import", "node", "promise", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["node_modules/**", "migrations/**"],
  rules: {
    "typescript/no-floating-promises": ["error", { checkThenables: true }],
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "typescript/no-explicit-any": "error",
    "typescript/no-require-imports": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/only-throw-error": "error",
    "import/no-default-export": "error",
    "node/no-process-env": "error",
    "eslint/eqeqeq": "error",
    "eslint/no-console": "error",
    "eslint/prefer-const": "error",
    "eslint/max-lines": ["error", { max: FILE_LINES_MAX }],
    "eslint/max-lines-per-function": ["error", { max: FUNCTION_LINES_MAX }],
    // The loops that wait for each step are meant: order, back-pressure, one connection.
    "eslint/no-await-in-loop": "off",
    // JSON and caught errors come without a type; what comes from outside is checked by zod instead.
    "typescript/no-unsafe-type-assertion": "off",
    // A short name for a step, said where it is used, reads better than a function at the bottom.
    "unicorn/consistent-function-scoping": "off",
    // The chats count code points, and that is what a spread string is.
    "typescript/no-misused-spread": ["error", { allow: [{ from: "lib", name: "string" }, "string"] }],
    // The compiler's noImplicitReturns says it better, and knows an exhaustive switch.
    "typescript/consistent-return": "off",
    // Takes chat.postMessage for the browser's window.postMessage.
    "unicorn/require-post-message-target-origin": "off",
    // Exported first, what it calls after: hoisted functions are the house's order.
    "eslint/no-use-before-define": "off",
  },
  overrides: [
    ...importRules,
    { files: ["oxlint.config.ts", ".config/**"], rules: { "import/no-default-export": "off" } },
    // Whoever starts a process hands its environment to config.ts, which alone knows what is in it.
    { files: STARTERS, rules: { "node/no-process-env": "off" } },
    { files: ["src/config.ts", "src/launch.mjs", "test/**"], rules: { "node/no-process-env": "off" } },
    { files: ["src/launch.mjs", "src/cli/**", "src/bench/**"], rules: { "eslint/no-console": "off" } },
    // A story is read in one piece, and a table of cases is as long as it is.
    // The linter does not know that `test` of support/world.ts is vitest's own, extended.
    {
      files: ["test/**"],
      rules: { "eslint/max-lines-per-function": "off", "vitest/no-standalone-expect": "off" },
    },
  ],
});
