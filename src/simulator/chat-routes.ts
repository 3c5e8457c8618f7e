import { Hono } from "hono";
import { z } from "zod";

import { COLLEAGUES } from "./company/people.ts";
import { bodyOf, simulatorErrors, simulatorMisuse } from "./control-body.ts";
import type { Product } from "./product.ts";

const chooseBody = z.strictObject({ user: z.string().min(1), chat: z.enum(["slack", "teams"]) });

/** GET /chats -> { chats: { EMAIL: "slack" | "teams" } }; POST /chats { user, chat } -> the same: as in the settings. */
export function chatRoutes(product: Pick<Product, "chosenChats" | "chooseChat">): Hono {
  const routes = new Hono();
  simulatorErrors(routes);
  const chats = async () => ({ chats: Object.fromEntries(await product.chosenChats()) });
  routes.get("/chats", async (c) => c.json(await chats()));
  routes.post("/chats", async (c) => {
    const { user, chat } = await bodyOf(c, chooseBody);
    await product.chooseChat(emailOf(user), chat);
    return c.json(await chats());
  });
  return routes;
}

function emailOf(user: string): string {
  const found = COLLEAGUES.find(({ key, slackId, email }) => [key, slackId, email].includes(user));
  if (found === undefined)
    throw simulatorMisuse(`"${user}" is nobody of the company: say a handle or an e-mail address.`);
  return found.email;
}
