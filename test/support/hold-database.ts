import { startEmbeddedPostgres } from "#store/embedded/embedded-postgres.ts";

/** A process of its own for the tests: holds the embedded server of a folder from its first line out until its input ends. */
const server = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? "",
  purpose: "tests",
  log: (sentence) => process.stderr.write(`${sentence}\n`),
});
process.stdout.write(`${server.url}\n`);
for await (const _ of process.stdin) continue;
await server.stop();
