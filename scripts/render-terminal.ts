import { readFileSync, writeFileSync } from "node:fs";
import { terminalSvg } from "./terminal-svg.ts";

// `npm run picture`: draws docs/report.ansi, what a real run printed, as the picture of the README.

const docs = new URL("../docs/", import.meta.url);
writeFileSync(new URL("report.svg", docs), terminalSvg(readFileSync(new URL("report.ansi", docs), "utf8")));
