import { startDemo } from "./start-demo.ts";

try {
  const demo = await startDemo(process.env);
  process.stdout.write(`Relais is ready to be tried: open ${demo.url} in a browser (Ctrl+C ends the demo).\n`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await demo.stop();
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
