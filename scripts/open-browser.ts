import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Nothing of the browser's own may look like a request of the page. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the machine's own Chromium without a window. @throws when there is none, with what installs it. */
export async function openBrowser(): Promise<Browser> {
  const path = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  if (!existsSync(path)) {
    throw new Error(
      `Failed to open a browser: there is no Chromium at ${path}. Run "apt-get install --yes chromium", or name one in CHROMIUM_PATH.`,
    );
  }
  return await chromium.launch({ executablePath: path, args: flags });
}
