import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

import { startDemo, type Demo } from "#simulator/start-demo.ts";

export const DESKTOP = { width: 1280, height: 860 };
export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 360, height: 740 };
/** For one story; the machine may be busy. */
export const STORY_MS_MAX = 900_000;

export const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
export const HAS_BROWSER = existsSync(CHROMIUM);
export const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"].concat(
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
);
/** Git ignores it. */
const PICTURES = fileURLToPath(new URL("../../.relais/screenshots/", import.meta.url));
const START_MS_MAX = 480_000;
const ARRIVAL_MS_MAX = 400_000;
/** For one step of a story. */
const PATIENCE_MS = 120_000;

/** A demo as people and programs meet it: its page in a browser, and its control. */
export interface DemoPage {
  readonly withPage: (
    viewport: { width: number; height: number },
    story: (page: Page) => Promise<void>,
  ) => Promise<void>;
  readonly get: (path: string) => Promise<Record<string, unknown>>;
  readonly post: (path: string, body: unknown) => Promise<Record<string, unknown>>;
}

/** A demo of this test file's own, from before its first story until after its last. */
export function useDemo(): DemoPage {
  if (!HAS_BROWSER) process.stderr.write(`Skipped, no browser: set CHROMIUM_PATH (looked for ${CHROMIUM}).\n`);
  const dataDir = mkdtempSync(join(tmpdir(), "relais-demo-test-"));
  let demo: Demo;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    demo = await startDemo({ PORT: "0", RELAIS_DATA_DIR: dataDir, LOG_LEVEL: "error" });
  }, START_MS_MAX);
  afterAll(async () => {
    await demo?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const ask = async (path: string, init?: RequestInit) =>
    (await (await fetch(demo.url + path, init)).json()) as Record<string, unknown>;
  return {
    withPage: (viewport, story) => withPage(demo.url, viewport, story),
    get: (path) => ask(path),
    post: (path, body) =>
      ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  };
}

/** Nothing may fail on the page, and nothing may be asked for from elsewhere. */
async function withPage(
  url: string,
  viewport: { width: number; height: number },
  story: (page: Page) => Promise<void>,
): Promise<void> {
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    args: FLAGS,
    timeout: PATIENCE_MS,
  });
  try {
    const page = await browser.newPage({ viewport });
    page.setDefaultTimeout(PATIENCE_MS);
    const wrongs: string[] = [];
    page.on("pageerror", (error) => wrongs.push(error.message));
    page.on("requestfailed", (request) => wrongs.push(`${request.url()} failed`));
    page.on("request", (request) => {
      if (!request.url().startsWith(url)) wrongs.push(`${request.url()} is not local`);
    });
    await page.goto(url);
    await story(page);
    expect(wrongs).toEqual([]);
  } finally {
    await browser.close();
  }
}

/** Moves time with a button of the page, and waits until it has arrived. */
export async function move(page: Page, button: string, arrival: string): Promise<void> {
  await page.locator(`[data-move=${button}]`).click();
  await page.locator(".now", { hasText: arrival }).waitFor({ timeout: ARRIVAL_MS_MAX });
  await page.locator(`[data-move=${button}]:enabled`).waitFor({ timeout: ARRIVAL_MS_MAX });
}

/** For people to look at: in .relais/screenshots. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Whether nothing sticks out at the side. */
export function fitsTheScreen(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
}

/** With plain spaces. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
