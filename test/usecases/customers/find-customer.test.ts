import { expect } from "vitest";

import { findCustomer } from "#usecases/customers/find-customer.ts";
import { test } from "../../support/world.ts";

test("an invoice's exact number finds its customer, for those who may see it", async ({ world }) => {
  const claire = await world.person();
  const other = await world.person({ name: "Hugo Blanc" });
  const garnier = await world.customer({ code: "C1001", name: "Garnier", rep: claire });
  const sodial = await world.customer({ code: "C1002", name: "Sodial", rep: other });
  await world.invoice({ customer: garnier, number: "FA-2026-0512" });
  await world.invoice({ customer: sodial, number: "FA-2026-0513" });

  expect(await findCustomer(world.context(), claire, "fa-2026-0512 ")).toMatchObject({
    is: "one",
    candidate: { code: garnier, name: "Garnier" },
  });
  expect(await findCustomer(world.context(), claire, "FA-2026-0513")).toEqual({ is: "none" });
  expect(await findCustomer(world.context(), claire, "FA-2026-05")).toEqual({ is: "none" });
});

test("a number that two customers of the reader bear offers both; a customer's own code comes first", async ({
  world,
}) => {
  const claire = await world.person();
  const garnier = await world.customer({ code: "C1001", name: "Garnier", rep: claire });
  const sodial = await world.customer({ code: "512", name: "Sodial", rep: claire });
  await world.invoice({ customer: garnier, number: "0099" });
  await world.invoice({ customer: sodial, number: "0099" });
  await world.invoice({ customer: garnier, number: "512" });

  expect(await findCustomer(world.context(), claire, "0099")).toMatchObject({
    is: "several",
    matches: [{ code: sodial }, { code: garnier }],
  });
  expect(await findCustomer(world.context(), claire, "512")).toMatchObject({ is: "one", candidate: { code: sodial } });
});
