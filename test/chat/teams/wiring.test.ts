import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { AppManifestUtils } from "@microsoft/app-manifest";
import { Ajv } from "ajv";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";

import { readCommand } from "#chat/commands.ts";
import { TEAMS_LIMITS } from "#chat/teams/limits.ts";
import { packageTeams } from "#chat/teams/package.ts";
import { ACTIVITIES, COMMANDS, INVOKES } from "#chat/teams/wiring.ts";
import { loadTeamsPackaging } from "#config.ts";

const FOLDER = new URL("../../../manifests/teams/", import.meta.url);
const APP = "11111111-2222-3333-4444-555555555555";
const PACKAGING = { appId: APP, publicUrl: "https://relais.exemple.fr/", version: "1.2.3" };
const SCHEMAS = "@microsoft/app-manifest/build/json-schemas/teams/v1.30/";
const require = createRequire(import.meta.url);

const manifest = JSON.parse(readFileSync(new URL("manifest.json", FOLDER), "utf8"));
const english = JSON.parse(readFileSync(new URL("en.json", FOLDER), "utf8"));

test("the manifest is of the newest version that Microsoft's own package knows, and valid by it, offline", async () => {
  const schema = require(`${SCHEMAS}MicrosoftTeams.schema.json`);

  expect(manifest.manifestVersion).toBe("1.30");
  expect(await AppManifestUtils.validateAgainstSchema(manifest, schema)).toEqual([]);
  const wrong = { ...manifest, name: { short: "x".repeat(31) } };
  expect(await AppManifestUtils.validateAgainstSchema(wrong, schema)).not.toEqual([]);
});

test("the English texts fit where they belong", () => {
  const { $schema: _draft, ...schema } = require(`${SCHEMAS}MicrosoftTeams.Localization.schema.json`);
  const validate = new Ajv({ allErrors: true, strict: false, logger: false, unicodeRegExp: false }).compile(schema);

  validate(english);
  expect(validate.errors).toBeNull();
  expect(english["name.short"].length).toBeLessThanOrEqual(30);
  expect(english["description.short"].length).toBeLessThanOrEqual(80);
});

test("the manifest's commands are the ones that the code knows, at most twelve to a list", () => {
  const [personal, shared] = manifest.bots[0].commandLists;
  const listed = (list: typeof personal) =>
    list.commands.map(({ title, description }: { title: string; description: string }) => ({
      command: title,
      description,
    }));

  expect(listed(personal)).toEqual(COMMANDS);
  expect(COMMANDS).toEqual(expect.arrayContaining(listed(shared)));
  expect(personal.commands.length).toBeLessThanOrEqual(TEAMS_LIMITS.commandsPerList);
});

test("no command is offered with a slash: Teams gives those to bots for targeted messages only, which botbuilder has not", () => {
  expect(JSON.stringify(manifest)).not.toContain("slash");
  expect(manifest.bots[0].supportsTargetedMessages).toBeUndefined();
});

test("every command in the manifest does something", () => {
  expect(COMMANDS.filter(({ command }) => readCommand(command, "", "2026-11-24").is === "unknown")).toEqual([]);
});

test("every activity that is listed is dealt with by the code", () => {
  const parse = readFileSync(new URL("../../../src/chat/teams/parse.ts", import.meta.url), "utf8");

  expect([...ACTIVITIES, ...INVOKES].filter((name) => !parse.includes(`"${name}"`))).toEqual([]);
});

test("the package holds the ids of the environment and the icons, and is the same each time", async () => {
  const zip = await packageTeams(PACKAGING);
  const files = unzipSync(zip);
  const packed = JSON.parse(new TextDecoder().decode(files["manifest.json"]));

  expect(Object.keys(files)).toEqual(["manifest.json", "en.json", "color.png", "outline.png"]);
  expect([packed.id, packed.bots[0].botId, packed.version]).toEqual([APP, APP, "1.2.3"]);
  expect(packed.developer.websiteUrl).toBe("https://relais.exemple.fr");
  expect(packed.developer.privacyUrl).toBe("https://relais.exemple.fr");
  expect(await AppManifestUtils.validateAgainstSchema(packed, require(`${SCHEMAS}MicrosoftTeams.schema.json`))).toEqual(
    [],
  );
  expect(Buffer.compare(zip, await packageTeams(PACKAGING))).toBe(0);
});

test("the icons are what Teams asks for: 192 pixels in colour, 32 in white on nothing", () => {
  const color = pngOf("color.png");
  const outline = pngOf("outline.png");
  const whiteOrNothing = outline.pixels.filter(
    ([red, green, blue, alpha]) => alpha === 0 || (red === 255 && green === 255 && blue === 255),
  );

  expect([color.width, color.height]).toEqual([192, 192]);
  expect([outline.width, outline.height]).toEqual([32, 32]);
  expect(whiteOrNothing).toHaveLength(32 * 32);
  expect(outline.pixels.some(([, , , alpha]) => alpha === 0)).toBe(true);
  expect(outline.pixels.some(([, , , alpha]) => alpha === 255)).toBe(true);
});

test.each([
  [{}, "MicrosoftAppId is missing"],
  [{ MicrosoftAppId: "relais", RELAIS_PUBLIC_URL: "https://relais.exemple.fr" }, "MicrosoftAppId is missing"],
  [{ MicrosoftAppId: APP, RELAIS_PUBLIC_URL: "http://relais.exemple.fr" }, "RELAIS_PUBLIC_URL is missing"],
])("a package cannot be made with %o: one sentence says what to set", (env, sentence) => {
  expect(() => loadTeamsPackaging(env)).toThrow(sentence);
});

/** A PNG of eight bits per channel, without interlace: its size and its pixels as RGBA. */
function pngOf(name: string) {
  const file = readFileSync(new URL(name, FOLDER));
  const [width, height, channels] = [file.readUInt32BE(16), file.readUInt32BE(20), file[25] === 6 ? 4 : 3];
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(data));
  const rows = unfiltered(raw, width * channels, height, channels);
  const pixels = Array.from({ length: width * height }, (_, n) => {
    const pixel = rows.subarray(n * channels, (n + 1) * channels);
    return [pixel[0], pixel[1], pixel[2], channels === 4 ? pixel[3] : 255] as const;
  });
  return { width, height, pixels };
}

/** Undoes the filter of each row. Source: PNG specification, section 9. */
function unfiltered(raw: Buffer, stride: number, height: number, channels: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (out[y * stride + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[(y - 1) * stride + x - channels] ?? 0);
      const predicted = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, corner)][filter ?? 0] ?? 0;
      out[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + predicted) % 256;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
