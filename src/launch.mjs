// Starts every npm script with a Node that runs TypeScript as it is. Plain JavaScript, because it must run on an older Node.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_MAJOR_WANTED = 24;
const NODE_OLDEST = [20, 19];
const FORWARDED_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const EXIT_CODE_OF_SIGNAL = 128;
const PARENT_LOOK_MS = 500;

launch(process.argv.slice(2));

/** Runs `file args...` with a fit Node; ends as the child ends. */
function launch([file, ...args]) {
  if (file === undefined) return refuse("Usage: node src/launch.mjs FILE [ARGUMENT...]");
  const node = fitNode();
  if (node === null) return undefined;
  const env = { ...process.env, PATH: [dirname(node), process.env.PATH].filter(Boolean).join(delimiter) };
  const child = spawn(node, [file, ...args], { stdio: "inherit", env });

  for (const signal of FORWARDED_SIGNALS) process.on(signal, () => forward(child, signal));
  if (process.env.npm_lifecycle_event !== undefined) endWithParent(child);
  child.on("error", (error) => refuse(`${node} could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? EXIT_CODE_OF_SIGNAL + constants.signals[signal]));
  return undefined;
}

/** The path of a Node of version 24 or later, or null when none was found and the reason was said. */
function fitNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major >= NODE_MAJOR_WANTED) return process.execPath;
  if (major < NODE_OLDEST[0] || (major === NODE_OLDEST[0] && minor < NODE_OLDEST[1])) {
    return refuse(`Relais needs Node ${NODE_OLDEST.join(".")} or later, and this is ${process.versions.node}.`);
  }
  const name = `node-${process.platform}-${process.arch}`;
  const packaged = join(dirname(fileURLToPath(import.meta.url)), "..", "node_modules", name, "bin", "node");
  if (existsSync(packaged)) return packaged;
  return refuse(
    `Relais runs on Node ${NODE_MAJOR_WANTED}; this is ${process.versions.node} and the package ${name} is not there: ` +
      `run npm ci, or install Node ${NODE_MAJOR_WANTED}.`,
  );
}

/** In a terminal Ctrl-C already reaches the whole group: a second one would read as "stop at once". */
function forward(child, signal) {
  if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
}

/** npm starts us in a shell, and a shell that is asked to stop ends without passing it on. */
function endWithParent(child) {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    child.kill("SIGTERM");
  }, PARENT_LOOK_MS);
  looking.unref();
}

function refuse(sentence) {
  console.error(sentence);
  process.exitCode = 1;
  return null;
}
