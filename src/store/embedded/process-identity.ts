import { readFileSync } from "node:fs";

/** Fields of /proc/PID/stat after the command's closing bracket: the start time is the 22nd of all, so the 20th of these. */
const START_TIME_FIELD = 19;
const ZOMBIE = "Z";

/** This process as `PID-START`: the start time tells it from a later process that got the same number. */
export function thisProcess(): string {
  return `${process.pid}-${startTimeOf(process.pid)}`;
}

/** Whether the process that called itself `identity` is still there. */
export function isRunning(identity: string): boolean {
  const [pid, start] = identity.split("-");
  return isAlive(Number(pid)) && startTimeOf(Number(pid)) === start;
}

/** Whether any process has this number, ours to signal or not. One that ended and waits to be buried is not alive. */
export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || fieldsOf(pid)[0] === ZOMBIE) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** In clock ticks since the machine started; "0" where the system has no /proc. */
function startTimeOf(pid: number): string {
  return fieldsOf(pid)[START_TIME_FIELD] ?? "0";
}

function fieldsOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
}
