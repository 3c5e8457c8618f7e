import { PLAYGROUND_IDS, startPlayground } from "./playground.ts";
import { startDemo, type Demo } from "./start-demo.ts";

const isPlayground = process.argv[2] === "playground";
const starting = startAll();
// Even a start that is given up ends what it began: the database server would live on else.
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => void starting.then((demo) => demo.stop()).catch(() => undefined));
}
try {
  const demo = await starting;
  process.stdout.write(`Relais is ready to be tried: open ${demo.url} in a browser (Ctrl+C ends the demo).\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function startAll(): Promise<Demo> {
  if (!isPlayground) return await startDemo(process.env);
  const demo = await startDemo(process.env, { playground: PLAYGROUND_IDS });
  const playground = await startPlayground(process.env, `${demo.url}/api/messages`);
  return {
    url: demo.url,
    async stop() {
      playground.stop();
      await demo.stop();
    },
  };
}
