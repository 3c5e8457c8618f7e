import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { FEED_BYTES_MAX, fetchFeed, type Fetching } from "#calendar-feeds/fetch-feed.ts";
import { isPublicAddress } from "#calendar-feeds/public-address.ts";
import { icsOf, openCalendarServer, type CalendarServer } from "../support/calendar-server.ts";

const NOTHING_KNOWN = { etag: null, lastModified: null };
const CALENDAR = icsOf([{ starts: "20261124T130000Z", ends: "20261124T140000Z" }]);
const local = { address: "127.0.0.1", family: 4 };

let server: CalendarServer;
beforeAll(async () => {
  server = await openCalendarServer();
});
afterAll(() => server.close());

/** As in the tests of the product; `strict` is as people are served. */
const fetching = (more: Partial<Fetching> = {}): Fetching => ({
  resolve: async () => [local],
  allowsLocal: true,
  limitMs: 60_000,
  ...more,
});
const strict = (more: Partial<Fetching> = {}) => fetching({ allowsLocal: false, ...more });
const failed = (why: string) => ({ is: "failed", why });

test("a calendar is read, and the next time only asked for if it changed", async () => {
  const address = server.serve("/polite.ics", (request, response) => {
    if (request.headers["if-none-match"] === '"v1"') return void response.writeHead(304).end();
    response.writeHead(200, { etag: '"v1"', "last-modified": "Mon, 23 Nov 2026 10:00:00 GMT" }).end(CALENDAR);
  });
  const first = await fetchFeed(address, NOTHING_KNOWN, fetching());
  expect(first).toEqual({
    is: "fetched",
    text: CALENDAR,
    etag: '"v1"',
    lastModified: "Mon, 23 Nov 2026 10:00:00 GMT",
  });
  expect(await fetchFeed(address, { etag: '"v1"', lastModified: null }, fetching())).toEqual({ is: "unchanged" });
});

test("a packed calendar is unpacked", async () => {
  const address = server.serve("/packed.ics", (_, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(CALENDAR)),
  );
  expect(await fetchFeed(address, NOTHING_KNOWN, fetching())).toMatchObject({ is: "fetched", text: CALENDAR });
});

describe("a hostile feed harms nothing", () => {
  test("ten megabytes, said beforehand or not", async () => {
    const big = Buffer.alloc(10_000_000, "A");
    const said = server.serve("/big-said.ics", (_, response) =>
      response.writeHead(200, { "content-length": String(big.length) }).end(big),
    );
    const unsaid = server.serve("/big.ics", (_, response) => {
      response.writeHead(200);
      response.write("BEGIN:VCALENDAR\r\n");
      response.end(big);
    });
    expect(await fetchFeed(said, NOTHING_KNOWN, fetching())).toEqual(failed("too-big"));
    expect(await fetchFeed(unsaid, NOTHING_KNOWN, fetching())).toEqual(failed("too-big"));
  });

  test("a few kilobytes that unpack to a hundred megabytes", async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, "A"));
    expect(bomb.length).toBeLessThan(FEED_BYTES_MAX);
    const address = server.serve("/bomb.ics", (_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    expect(await fetchFeed(address, NOTHING_KNOWN, fetching())).toEqual(failed("too-big"));
  });

  test("a byte now and then, for ever", async () => {
    const address = server.serve("/drip.ics", (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("B"), 20);
      response.once("close", () => clearInterval(timer));
    });
    expect(await fetchFeed(address, NOTHING_KNOWN, fetching({ limitMs: 200 }))).toEqual(failed("too-slow"));
  });

  test("a connection that says nothing", async () => {
    const address = server.serve("/silent.ics", () => undefined);
    expect(await fetchFeed(address, NOTHING_KNOWN, fetching({ limitMs: 200 }))).toEqual(failed("too-slow"));
  });

  test("redirects without end", async () => {
    const address = server.serve("/round.ics", (_, response) =>
      response.writeHead(302, { location: "/round.ics" }).end(),
    );
    expect(await fetchFeed(address, NOTHING_KNOWN, fetching())).toEqual(failed("too-many-redirects"));
    expect(server.asked.filter(({ url }) => url === "/round.ics")).toHaveLength(4);
  });

  test("a redirect to what is no web address", async () => {
    const address = server.serve("/file.ics", (_, response) =>
      response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    );
    expect(await fetchFeed(address, NOTHING_KNOWN, fetching())).toEqual(failed("not-https"));
  });

  test("a page for people, and a text that is no calendar", async () => {
    const page = server.serve("/page.ics", (_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end(CALENDAR),
    );
    const text = server.serve("/text.ics", "Bonjour");
    expect(await fetchFeed(page, NOTHING_KNOWN, fetching())).toEqual(failed("not-a-calendar"));
    expect(await fetchFeed(text, NOTHING_KNOWN, fetching())).toEqual(failed("not-a-calendar"));
  });

  test.each([
    [404, "not-found"],
    [410, "not-found"],
    [401, "refused"],
    [403, "refused"],
    [500, "unavailable"],
    [204, "unavailable"],
  ])("an answer of %i", async (status, why) => {
    const address = server.serve(`/${status}.ics`, (_, response) => response.writeHead(status).end());
    expect(await fetchFeed(address, NOTHING_KNOWN, fetching())).toEqual(failed(why));
  });
});

describe("as people are served, nothing inside our own network can be reached", () => {
  test("no http", async () => {
    expect(await fetchFeed(`${server.url}/polite.ics`, NOTHING_KNOWN, strict())).toEqual(failed("not-https"));
  });

  test.each([
    "https://127.0.0.1/a.ics",
    "https://2130706433/a.ics",
    "https://0x7f.1/a.ics",
    "https://169.254.169.254/latest/meta-data/",
    "https://[::1]/a.ics",
    "https://[::ffff:10.0.0.1]/a.ics",
    "https://[fd00:ec2::254]/a.ics",
  ])("%s", async (address) => {
    expect(await fetchFeed(address, NOTHING_KNOWN, strict())).toEqual(failed("private-address"));
  });

  test("a name that stands for a private address, alone or beside a public one", async () => {
    const before = server.asked.length;
    const port = new URL(server.url).port;
    for (const found of [[local], [{ address: "93.184.215.14", family: 4 }, local]]) {
      const read = await fetchFeed(
        `https://feeds.example:${port}/`,
        NOTHING_KNOWN,
        strict({ resolve: async () => found }),
      );
      expect(read).toEqual(failed("private-address"));
    }
    expect(server.asked).toHaveLength(before);
  });

  test("a name of this machine, as the system resolves it", async () => {
    const { lookup } = await import("node:dns/promises");
    const resolve = (host: string) => lookup(host, { all: true });
    expect(await fetchFeed("https://localhost/a.ics", NOTHING_KNOWN, strict({ resolve }))).toEqual(
      failed("private-address"),
    );
  });

  test("a name is looked up once: what was checked is what is connected to", async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? [local] : [{ address: "203.0.113.1", family: 4 }];
    };
    const address = `http://rebinding.example:${new URL(server.url).port}/polite.ics`;
    expect(await fetchFeed(address, NOTHING_KNOWN, fetching({ resolve }))).toMatchObject({ is: "fetched" });
    expect(asked).toBe(1);
  });

  test("a name that nobody has", async () => {
    const resolve = async () => {
      throw new Error("ENOTFOUND");
    };
    expect(await fetchFeed("https://nobody.example/a.ics", NOTHING_KNOWN, strict({ resolve }))).toEqual(
      failed("not-found"),
    );
  });
});

test.each([
  ["8.8.8.8", true],
  ["172.15.255.255", true],
  ["172.16.0.1", false],
  ["172.31.255.255", false],
  ["192.168.1.1", false],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["100.100.100.200", false],
  ["169.254.169.254", false],
  ["168.63.129.16", false],
  ["0.0.0.0", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["2a00:1450:4007:80e::200e", true],
  ["::", false],
  ["::1", false],
  ["fe80::1", false],
  ["fc00::1", false],
  ["ff02::1", false],
  ["::ffff:8.8.8.8", false],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["2001:0:7f00:1::", false],
  ["2001:db8::1", false],
  ["localhost", false],
])("%s is an address of the public internet: %s", (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});
