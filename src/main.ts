import { openApp } from "#app.ts";
import { loadConfig } from "#config.ts";

try {
  const app = await openApp(loadConfig(process.env));
  const running = await app.serve();
  app.log.info({ port: running.port }, `Relais is running: http://localhost:${running.port}/healthz`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await running.stop();
    await app.close();
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
