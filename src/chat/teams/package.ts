import { readFile } from "node:fs/promises";

import { zipSync } from "fflate";

/** What only the environment knows of the app. */
export interface TeamsPackaging {
  readonly appId: string;
  /** Where the company reads about Relais; https. */
  readonly publicUrl: string;
  /** Of Relais: Teams takes an update only under a new one. */
  readonly version: string;
}

const FOLDER = new URL("../../../manifests/teams/", import.meta.url);
const FILES = ["manifest.json", "en.json", "color.png", "outline.png"] as const;
/** In the manifest as it is kept, in place of what the environment knows. */
const ANY_ID = "00000000-0000-0000-0000-000000000000";
const ANY_URL = "https://relais.example.com";
/** Any day: the same content makes the same file. */
const MADE_AT = "2026-01-01T00:00:00";

/** The app package to upload to Teams: a zip of the manifest with its ids filled in, its translation and its icons. */
export async function packageTeams(packaging: TeamsPackaging): Promise<Uint8Array> {
  const entries = await Promise.all(
    FILES.map(async (name) => {
      const content = await readFile(new URL(name, FOLDER));
      return [name, name === "manifest.json" ? filledIn(content, packaging) : new Uint8Array(content)] as const;
    }),
  );
  return zipSync(Object.fromEntries(entries), { mtime: MADE_AT });
}

function filledIn(manifest: Buffer, { appId, publicUrl, version }: TeamsPackaging): Uint8Array {
  const text = manifest
    .toString("utf8")
    .replaceAll(ANY_ID, appId)
    .replaceAll(ANY_URL, publicUrl.replace(/\/+$/, ""))
    .replace(/"version": "[^"]*"/, `"version": ${JSON.stringify(version)}`);
  return new TextEncoder().encode(text);
}
