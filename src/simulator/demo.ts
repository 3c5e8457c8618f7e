import { startDemo } from "./start-demo.ts";

const starting = startDemo(process.env);
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
