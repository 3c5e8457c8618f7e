import type { Logger, LogLevel } from "@slack/bolt";

import type { Log } from "#log.ts";

/** Bolt's chatter in our one log; its debug lines hold what people wrote, so they are left out. */
export function boltLogger(log: Log): Logger {
  const line = (message: readonly unknown[]) => message.map(String).join(" ");
  return {
    debug: () => undefined,
    info: (...message) => log.debug(line(message)),
    warn: (...message) => log.warn(line(message)),
    error: (...message) => log.error(line(message)),
    setLevel: () => undefined,
    getLevel: () => "info" as LogLevel,
    setName: () => undefined,
  };
}
