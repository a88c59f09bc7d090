import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../../scripts/open-browser.ts";
import { siteInput } from "../../scripts/site-input.ts";
import { buildSite } from "../../src/site/build-site.ts";
import type { History } from "../../src/site/history.ts";
import type { Site } from "../../src/site/site-input.ts";
import { runWith } from "../../src/testing/histories.ts";
import { attack } from "../../src/testing/hostile-report.ts";
import { violations } from "./violations.ts";

// The site of what is committed, and one of what nobody should have said, as a person meets them.

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-site-"));
const input = siteInput();
const hostile: History = {
  emulator: attack,
  runs: [
    { kind: "untested", version: attack, tried: attack, contract: attack, why: attack },
    runWith(attack, { B2MR: "fail", Q7UC: "pass" }, { released: "2025-01-01" }),
    runWith("2", { B2MR: "pass", Q7UC: "fail", [attack]: "fail" }, { released: "2025-02-01" }),
  ],
};

let browser: Browser;
beforeAll(async () => {
  const write = (name: string, site: Site): void => {
    for (const [path, text] of site) {
      // The page of an emulator that is called like an attack has no file name.
      const file = join(folder, name, path.includes(attack) ? "emulators/hostile.html" : path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };
  write("real", buildSite(input));
  write("hostile", buildSite({ ...input, histories: [hostile], about: new Map([[attack, attack]]) }));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page of a site, and keeps what it should never have done. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const events: string[] = [];
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) events.push(`request ${request.url()}`);
  });
  page.on("dialog", (dialog) => {
    events.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => events.push(`error ${error.message}`));
  page.on("console", (message) => events.push(`console ${message.text()}`));
  await page.goto(pathToFileURL(join(folder, path)).href);
  return { page, events, [Symbol.asyncDispose]: () => context.close() };
}

const [emulator] = input.histories;
const kinds = ["index.html", "clauses.html", `emulators/${emulator?.emulator}.html`, "clauses/W6WR.html"];

describe("accessibility, by axe", () => {
  const looks = [
    { look: "light", options: { colorScheme: "light" } },
    { look: "dark", options: { colorScheme: "dark" } },
    { look: "narrow", options: { viewport: { width: 320, height: 700 } } },
  ] as const;
  test.for(kinds.flatMap((path) => looks.map((one) => ({ path, ...one }))))(
    "$path, $look",
    async ({ path, options }) => {
      await using opened = await open(`real/${path}`, options);
      const { page } = opened;
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await violations(page)).toEqual([]);
    },
  );

  test.for(["index.html", "emulators/hostile.html", "clauses/B2MR.html"])("%s of hostile text", async (path) => {
    await using opened = await open(`hostile/${path}`);
    expect(await violations(opened.page)).toEqual([]);
  });
});

test.for([...kinds.map((path) => `real/${path}`), "hostile/index.html", "hostile/emulators/hostile.html"])(
  "%s has no sideways scroll on a screen of 320 pixels",
  async (path) => {
    await using opened = await open(path, { viewport: { width: 320, height: 700 } });
    expect(await opened.page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  },
);

test.for(["index.html", "emulators/hostile.html", "clauses/B2MR.html", "clauses.html"])(
  "%s shows hostile text, runs nothing of it, and asks nobody for anything",
  async (path) => {
    await using opened = await open(`hostile/${path}`);
    const { page, events } = opened;
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await page.waitForTimeout(300);
    expect(events).toEqual([]);
    expect(await page.locator("script, img, iframe, object, embed, base, [onerror], [onfocus]").count()).toBe(0);
    expect(await page.locator("body").textContent()).toContain("<script>alert(1)</script>");
  },
);

describe("by keyboard", () => {
  const focused = (page: Page): Promise<string> => page.evaluate("document.activeElement?.textContent ?? ''");

  test("the first stop skips to the content, and what has the focus is seen", async () => {
    await using opened = await open("real/index.html");
    const { page } = opened;
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the content");
    const box = await page.locator(".skip").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement?.id")).toBe("main");
  });

  test("from the overview to a clause that fails, and to its cases in the contract", async () => {
    await using opened = await open("real/index.html");
    const { page } = opened;
    await page.locator(".areas td a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/emulators\/.*#/);
    await page.locator(".fails th a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/clauses\/[A-Z0-9]{4}\.html$/);
    expect(await page.locator(".targets .badge.v-fail").count()).toBeGreaterThan(0);
    const contract = page.getByRole("link", { name: "Its cases, and the faults that prove that it can fail" });
    expect(await contract.getAttribute("href")).toMatch(/docs\/clauses\.md#[A-Z0-9]{4}$/);
  });
});

test("all of it is there without a script", async () => {
  await using opened = await open("real/index.html", { javaScriptEnabled: false });
  const { page } = opened;
  for (const { emulator } of input.histories)
    expect(await page.locator(".cards").getByText(emulator, { exact: true }).isVisible()).toBe(true);
  expect(await page.getByRole("img", { name: "Divergence from AWS by day of release" }).count()).toBe(1);
  await page.getByText("The numbers of this chart").click();
  expect(await page.getByRole("table", { name: emulator?.emulator ?? "" }).isVisible()).toBe(true);
});

test("the chart is drawn for the width of the screen", async () => {
  await using opened = await open("real/index.html");
  const { page } = opened;
  expect(await page.locator(".wide-only").isVisible()).toBe(true);
  await page.setViewportSize({ width: 400, height: 800 });
  expect(await page.locator(".wide-only").isVisible()).toBe(false);
  expect(await page.locator(".narrow-only").isVisible()).toBe(true);
});
