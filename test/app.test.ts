import { expect, test } from "vitest";

import { openApp } from "#app.ts";
import { loadConfig } from "#config.ts";

test("a database that does not open is said with what to check and what it answered", async () => {
  const config = loadConfig({ DATABASE_URL: "postgres://relais:secret@127.0.0.1:1/none" });

  const error = await openApp(config).then(
    () => null,
    (refused: unknown) => refused as Error,
  );
  expect(error?.message).toBe(
    "The database cannot be used: check DATABASE_URL, and that its user may create tables. (connect ECONNREFUSED 127.0.0.1:1)",
  );
});
