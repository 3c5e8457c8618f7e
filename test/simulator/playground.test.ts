import { expect, test } from "vitest";

import { playgroundSettings, readerNamed } from "#simulator/playground.ts";

test("the Playground is Claire's, or that of the colleague who was named", () => {
  expect(playgroundSettings(readerNamed()).currentUser?.name).toBe("Claire Morel");

  const { currentUser, users } = playgroundSettings(readerNamed("sophie"));
  expect(currentUser).toMatchObject({ id: "29:sophie", email: "sophie.marchand@atelier-vasseur.example" });
  expect(users.map(({ id }) => id)).toEqual(["29:claire", "29:karim", "29:hugo", "29:maelle", "29:thomas"]);
});

test("somebody who is nobody's name is answered with the names there are", () => {
  expect(() => readerNamed("sofie")).toThrow(/Nobody is called "sofie"; there are claire, .*sophie/);
});
