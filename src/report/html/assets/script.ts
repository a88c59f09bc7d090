import { copyScript } from "./copy-script.ts";
import { filterScript } from "./filter-script.ts";
import { themeScript } from "./theme-script.ts";

/**
 * The script of the page: plain JavaScript as text, since it is inlined and must be the same from src and from dist.
 * It makes no element from text, and asks no one for anything.
 */
export const script = `"use strict";
{
${themeScript}
${copyScript}
${filterScript}
}
`;
