#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one gets a clear line and not a syntax error.
import { existsSync } from "node:fs";
import * as module from "node:module";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 20)) {
  process.stderr.write(
    `Failed to start ec2-contract: it needs Node 22.20 or newer, and this is ${process.versions.node}. Use a newer Node; in a checkout, "npm run ec2-contract --" brings its own.\n`,
  );
  process.exitCode = 2;
} else {
  // Most of a start is the reading of sources, which Node keeps when it has read them once.
  module.enableCompileCache();
  // Nobody reads on: `| head`, or a terminal that was closed.
  process.stdout.on("error", (error) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
  });
  // A checkout runs its sources; the package has only what was built from them.
  const source = new URL("../src/cli.ts", import.meta.url);
  const { main } = await import(existsSync(source) ? source.href : new URL("../dist/cli.js", import.meta.url).href);
  process.exitCode = await main(process.argv.slice(2));
}
