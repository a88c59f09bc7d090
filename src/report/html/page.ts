import { createHash } from "node:crypto";
import { html, type Markup, nothing } from "./markup.ts";

/** What stands on a page of its own. */
export interface PageParts {
  readonly title: string;
  readonly styles: string;
  /** Before anything is drawn, and in the end. A page without them runs nothing. */
  readonly scripts?: { readonly early: string; readonly late: string };
  readonly body: Markup;
}

/** A page that needs nothing else. Nothing may be loaded, and no script or style runs but its own: a second wall. */
export function page({ title, styles, scripts, body }: PageParts): string {
  const policy = [
    "default-src 'none'",
    ...(scripts === undefined ? [] : [`script-src ${hashOf(scripts.early)} ${hashOf(scripts.late)}`]),
    `style-src ${hashOf(styles)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
<style>${own(styles)}</style>
${own(scripts === undefined ? "" : `<script>${scripts.early}</script>\n`)}</head>
<body>
${body}
${own(scripts === undefined ? "" : `<script>${scripts.late}</script>\n`)}</body>
</html>
`;
  return page.markup;
}

/** The icon of the page, so that a browser asks nobody for one. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%23334'/%3E%3Cpath d='M4 8.5l2.5 2.5L12 5.5' fill='none' stroke='white' stroke-width='2'/%3E%3C/svg%3E";

/** Our own code, which is no text: a policy's hash is of the very characters. */
const own = (code: string): Markup => (code === "" ? nothing : { markup: code });

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
