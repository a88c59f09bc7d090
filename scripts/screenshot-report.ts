import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openBrowser } from "./open-browser.ts";

// `node scripts/screenshot-report.ts TARGET [OPTIONS]` or `… REPORT.json`: the HTML report, as docs/report.png shows it.

const root = fileURLToPath(new URL("../", import.meta.url));
const picture = join(root, "docs/report.png");
const [what, ...options] = process.argv.slice(2);
if (what === undefined) {
  throw new Error(
    "Failed to draw a report: nothing is named. Name a target with its options, or a JSON report: node scripts/screenshot-report.ts http://127.0.0.1:5000",
  );
}

const folder = mkdtempSync(join(tmpdir(), "ec2-contract-screenshot-"));
try {
  const file = join(folder, "report.html");
  const command = what.endsWith(".json") ? "merge" : "test";
  const reporter = ["--reporter", `html=${file}`];
  spawnSync(process.execPath, [join(root, "bin/ec2-contract.js"), command, what, ...options, ...reporter], {
    stdio: "inherit",
  });
  if (!existsSync(file)) {
    throw new Error(`Failed to draw the report of ${what}: there is none. See what ec2-contract said above.`);
  }
  await draw(file);
  console.log(`${picture} shows ${what}.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The page as far as the filters: what one sees first. */
async function draw(file: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1200 }, deviceScaleFactor: 1.2 });
    await page.goto(pathToFileURL(file).href);
    const filters = await page.locator("#filters").boundingBox();
    const height = Math.ceil((filters?.y ?? 1000) + (filters?.height ?? 0));
    await page.screenshot({ path: picture, fullPage: true, clip: { x: 0, y: 0, width: 1200, height } });
  } finally {
    await browser.close();
  }
}
