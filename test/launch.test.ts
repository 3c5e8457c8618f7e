import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

let checkout = "";

/** A checkout without packages, so that each test says which Node is there. */
beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), "relais-launch-"));
  mkdirSync(join(checkout, "src"));
  copyFileSync(join(ROOT, "src/launch.mjs"), join(checkout, "src/launch.mjs"));
  writeFileSync(join(checkout, "package.json"), '{ "type": "module" }');
  writeFileSync(join(checkout, "tell.ts"), TELL);
  writeFileSync(join(checkout, "wait.ts"), WAIT);
});

afterAll(() => rmSync(checkout, { recursive: true, force: true }));

const TELL = `const args: readonly string[] = process.argv.slice(2);
console.log(JSON.stringify({ args, node: process.execPath, path: process.env["PATH"] }));
process.exitCode = 7;
`;
const WAIT = `process.on("SIGTERM", () => { console.log("asked to stop"); process.exit(3); });
setInterval(() => undefined, 1000);
console.log("ready");
`;

test("a fit Node runs the file itself, with its arguments, and its exit code comes back", () => {
  const done = launch("24.0.0", ["tell.ts", "a b", "--c=d"]);
  expect(JSON.parse(done.stdout)).toMatchObject({ args: ["a b", "--c=d"], node: process.execPath });
  expect(done.status).toBe(7);
});

test("an older Node hands over to the packaged one, which comes first in PATH", () => {
  const bin = join(checkout, "node_modules", `node-${process.platform}-${process.arch}`, "bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, "node"));
  chmodSync(bin, 0o755);

  const done = launch("20.19.0", ["tell.ts"]);
  rmSync(join(checkout, "node_modules"), { recursive: true });

  expect(JSON.parse(done.stdout).path.split(":")[0]).toBe(bin);
  expect(done.status).toBe(7);
});

test.each([
  ["20.18.3", /^Relais needs Node 20\.19 or later, and this is 20\.18\.3\.\n$/],
  ["18.20.0", /^Relais needs Node 20\.19 or later, and this is 18\.20\.0\.\n$/],
  [
    "22.12.0",
    /^Relais runs on Node 24; this is 22\.12\.0 and the package node-\S+ is not there: run npm ci, or install Node 24\.\n$/,
  ],
])("Node %s with nothing better at hand is refused in one sentence", (version, sentence) => {
  const done = launch(version, ["tell.ts"]);
  expect(done.stderr).toMatch(sentence);
  expect(done).toMatchObject({ status: 1, stdout: "" });
});

test("a request to stop reaches the service, and its exit code comes back", async () => {
  const launcher = spawn(process.execPath, ["src/launch.mjs", "wait.ts"], { cwd: checkout });
  let said = "";
  launcher.stdout.on("data", (chunk) => (said += String(chunk)));
  await once(launcher.stdout, "data");
  launcher.kill("SIGTERM");
  expect(await once(launcher, "exit")).toEqual([3, null]);
  expect(said).toBe("ready\nasked to stop\n");
});

test("a script of npm that is asked to stop takes along what it runs", async () => {
  const shell = spawn("sh", ["-c", `"${process.execPath}" src/launch.mjs wait.ts; true`], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, npm_lifecycle_event: "start" },
  });
  let said = "";
  shell.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  await expect.poll(() => said).toBe("ready\n");

  shell.kill("SIGTERM");
  await once(shell.stdout, "close");
  expect(said).toBe("ready\nasked to stop\n");
});

test("every npm script starts through the launcher", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const others = Object.values(scripts)
    .flatMap((script) => script.split(" && "))
    .filter((command) => !command.startsWith("node src/launch.mjs ") && !/^npm (test|run \S+)$/.test(command));
  expect(others).toEqual([]);
});

/** Runs the launcher with a Node that takes itself for another version. */
function launch(version: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const pretend = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`;
  const node = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`, "src/launch.mjs", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { cwd: checkout, encoding: "utf8" });
  return { status, stdout, stderr };
}
