import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../../scripts/open-browser.ts";
import { makePages, type Pages } from "./pages.ts";
import { violations } from "./violations.ts";

let browser: Browser;
let pages: Pages;
beforeAll(async () => {
  [browser, pages] = await Promise.all([openBrowser(), makePages()]);
});
afterAll(async () => {
  await browser?.close();
  pages?.[Symbol.dispose]();
});

type PageName = "faulty" | "known" | "hostile";

/** Opens a page, and keeps what it should never have done. */
async function open(name: PageName, { fragment = "", ...options }: BrowserContextOptions & { fragment?: string } = {}) {
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
  await page.goto(pages[name] + fragment);
  return { page, events, context, [Symbol.asyncDispose]: () => context.close() };
}

const visible = (page: Page) => page.locator("details.clause:not([hidden])");
const ids = (page: Page) =>
  visible(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("data-id") ?? "").sort());
/** What has a row of its own: what another clause blocks is told under that one. */
const rows = () => pages.report.clauses.filter(({ blockedBy }) => blockedBy === undefined);
const wanted = (verdict: string) =>
  rows()
    .flatMap((clause) => (clause.verdict === verdict ? clause.id : []))
    .sort();

describe("accessibility, by axe", () => {
  const looks = [
    { name: "faulty", colorScheme: "light" },
    { name: "known", colorScheme: "dark" },
    { name: "hostile", colorScheme: "light" },
    { name: "hostile", colorScheme: "dark" },
  ] as const;

  test.for(looks)("$name in $colorScheme, filtered and opened", async ({ name, colorScheme }) => {
    await using opened = await open(name, { colorScheme, fragment: "#?area=name" });
    const { page } = opened;
    await page.getByRole("button", { name: "Open these" }).click();
    await page.evaluate(
      "document.querySelectorAll('#B2MR details, #G6JG details').forEach((one) => { one.open = true; })",
    );
    expect(await violations(page)).toEqual([]);
  });

  test("on a narrow screen nothing is cut off", async () => {
    await using opened = await open("faulty", { viewport: { width: 340, height: 700 }, fragment: "#B2MR" });
    expect(await violations(opened.page)).toEqual([]);
    expect(await opened.page.evaluate("document.documentElement.scrollWidth")).toBe(340);
  });
});

describe("filters", () => {
  test("by keyboard: a verdict, an area and words; the count is told, the address keeps it", async () => {
    await using opened = await open("faulty");
    const { page } = opened;
    await page.getByRole("searchbox").focus();
    const checkbox = page.getByRole("checkbox", { name: /^fail/ });
    for (let tabs = 0; tabs < 10 && !(await checkbox.evaluate((one) => one.matches(":focus"))); tabs += 1)
      await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect(await ids(page)).toEqual(wanted("fail"));
    expect(await page.getByRole("status").first().textContent()).toBe(
      `${wanted("fail").length} of ${rows().length} clauses`,
    );

    await page.getByRole("searchbox").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.type("name");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("B2MR-256");
    expect(await ids(page)).toEqual(["B2MR"]);
    expect(new URL(page.url()).hash).toBe("#?q=B2MR-256&area=name&verdict=fail");
  });

  test("a filtered view can be linked, and undone", async () => {
    await using opened = await open("faulty", { fragment: "#?verdict=open,fail&level=may" });
    const { page } = opened;
    expect(await ids(page)).toEqual(wanted("open"));
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => visible(page).count()).toBe(rows().length);
    expect(page.url()).toBe(pages.faulty);
  });

  test("nothing found is said, and undone", async () => {
    await using opened = await open("faulty", { fragment: "#?q=nosuchword" });
    const { page } = opened;
    await expect.poll(() => page.getByText("No clause is like this.").isVisible()).toBe(true);
    await page.locator("#none-reset").click();
    await expect.poll(() => visible(page).count()).toBe(rows().length);
  });

  test("the figures of the summary are filters", async () => {
    await using opened = await open("faulty");
    await opened.page.getByRole("link", { name: /of \d+ judged clauses$/ }).click();
    await expect.poll(() => ids(opened.page)).toEqual(wanted("fail"));
  });

  test("new deviations can be told from known ones", async () => {
    await using opened = await open("known", { fragment: "#?known=new" });
    expect(await ids(opened.page)).toEqual([pages.unlisted]);
  });
});

describe("deep links", () => {
  const shows = async (page: Page, id: string): Promise<boolean> =>
    (await page.locator(`[data-id="${id}"]`).getAttribute("open")) !== null &&
    (await page.locator(`[data-id="${id}"] > summary`).evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top >= 0 && bottom <= 900;
    }));

  test("open and scroll to the clause, also when the page is there already and filtered", async () => {
    await using opened = await open("faulty", { fragment: "#Y8J4" });
    const { page } = opened;
    await expect.poll(() => shows(page, "Y8J4")).toBe(true);
    await page.getByRole("checkbox", { name: /^fail/ }).check();
    await page.locator('[data-cell="G6JG"]').click();
    await expect.poll(() => shows(page, "G6JG")).toBe(true);
  });

  test("work without JavaScript, as all content does", async () => {
    await using opened = await open("faulty", { fragment: "#Y8J4", javaScriptEnabled: false });
    const { page } = opened;
    await expect.poll(() => page.locator('details.clause[open][data-id="Y8J4"]').count()).toBe(1);
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.getByRole("button").count()).toBe(0);
    await page.locator('[data-id="B2MR"] > summary').click();
    expect(await page.locator("#B2MR .expected").first().isVisible()).toBe(true);
    expect(await page.locator("#B2MR pre").first().isVisible()).toBe(true);
    expect(opened.events).toEqual([]);
  });
});

test("a button copies the command", async () => {
  await using opened = await open("faulty", { fragment: "#B2MR" });
  const { page, context } = opened;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const button = page.locator("#B2MR button.copy").first();
  expect(await button.textContent()).toBe("Copy curl of B2MR-256");
  await button.click();
  await expect.poll(() => button.textContent()).toMatch(/^Copied/);
  const curl = pages.report.cases.find(({ id }) => id === "B2MR-256")?.repro.curl;
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(curl);
});

test("the theme is changed by a button, and kept", async () => {
  await using opened = await open("faulty", { colorScheme: "light" });
  const { page } = opened;
  const ground = (): Promise<string> => page.evaluate("getComputedStyle(document.body).backgroundColor");
  const light = await ground();
  await page.getByRole("button", { name: "Dark theme" }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await ground()).toBe(dark);
});

test.for(["faulty", "known", "hostile"] as const)(
  "the page of %s runs nothing of a target, and asks nobody for anything",
  async (name) => {
    await using opened = await open(name);
    const { page, events } = opened;
    await page.getByRole("button", { name: "Open these" }).click();
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    await page.waitForTimeout(500);
    expect(events).toEqual([]);
    expect(await page.locator("script").count()).toBe(2);
    expect(await page.locator("img, iframe, object, embed, base, video, [autofocus], [onfocus]").count()).toBe(0);
    if (name === "hostile") expect(await page.locator("body").textContent()).toContain("<script>owned()</script>");
  },
);
