import { PLAYGROUND_IDS, readerNamed, startPlayground } from "./playground.ts";
import { startDemo, type Demo } from "./start-demo.ts";

const [mode, who] = process.argv.slice(2);
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
  if (mode !== "playground") return await startDemo(process.env);
  const reader = readerNamed(who);
  const demo = await startDemo(process.env, { playground: { ids: PLAYGROUND_IDS, reader } });
  const playground = await startPlayground(process.env, `${demo.url}/api/messages`, reader);
  return {
    url: demo.url,
    async stop() {
      playground.stop();
      await demo.stop();
    },
  };
}
