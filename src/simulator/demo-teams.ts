import { join } from "node:path";

import { PLAYGROUND_IDS, PLAYGROUND_LICENCE, PLAYGROUND_PORT, startPlayground } from "./playground.ts";
import { startDemo } from "./start-demo.ts";

const starting = startDemo(process.env, { playground: PLAYGROUND_IDS });
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void starting.then((demo) => demo.stop()).catch(() => undefined));
}
try {
  const demo = await starting;
  process.stdout.write(`${PLAYGROUND_LICENCE}\n`);
  const folder = join(process.env["RELAIS_DATA_DIR"] || ".relais", "playground");
  const playground = await startPlayground(folder, `${demo.url}/api/messages`);
  process.once("SIGTERM", () => playground.kill("SIGTERM"));
  playground.once("exit", () => void demo.stop());
  process.stdout.write(
    `Claire's Teams is at http://localhost:${PLAYGROUND_PORT} (install the app by the "Mock an Activity" menu, or write "encours"); time is moved at ${demo.url}\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
