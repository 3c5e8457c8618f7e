import type { Context, Hono } from "hono";
import type { z } from "zod";

const UNPROCESSABLE = 422;
const FAILED = 500;

/** A sentence for whoever drives the simulator and asked for what cannot be; the routes answer it with 422. */
export function simulatorMisuse(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: "SimulatorMisuse" });
}

/** Errors as `{ error: "one sentence" }`: 422 for what cannot be, 500 for a failure of the simulator. */
export function simulatorErrors(routes: Hono): void {
  routes.onError((error, c) => {
    const isMisuse = error.name === "SimulatorMisuse" || error.name.endsWith("LookalikeMisuse");
    return c.json(
      { error: isMisuse ? error.message : `The simulator failed: ${error.message}` },
      isMisuse ? UNPROCESSABLE : FAILED,
    );
  });
}

/** The checked JSON body of a request. Throws a sentence that names the first field that does not fit. */
export async function bodyOf<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  const result = schema.safeParse(await c.req.json().catch(() => null));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const at = issue && issue.path.length > 0 ? `"${issue.path.join(".")}"` : "the body";
  throw simulatorMisuse(`${at} does not fit: ${issue?.message ?? "it is no JSON object"}.`);
}
