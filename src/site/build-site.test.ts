import { expect, test } from "vitest";
import { runWith, siteOf } from "../testing/histories.ts";
import { attack } from "../testing/hostile-report.ts";
import { contract } from "../testing/observations.ts";
import { buildSite } from "./build-site.ts";
import type { History } from "./history.ts";

const moto: History = {
  emulator: "moto",
  runs: [
    runWith("5.0.0", { B2MR: "fail", W6WR: "fail", Q7UC: "pass" }, { released: "2025-01-01" }),
    { kind: "untested", version: "5.0.1", tried: "2026-11-29", contract: "0".repeat(12), why: "it ended with 1" },
    runWith("5.1.0", { B2MR: "pass", W6WR: "fail", Q7UC: "fail" }, { released: "2025-06-01", causes: ["one", "gone"] }),
  ],
};
const fault = { id: "one", summary: "The name is not read.", area: "name", clause: "Q7UC" } as const;
const site = buildSite(
  siteOf([moto, { emulator: "empty", runs: [] }], {
    about: new Map([["moto", "a server"]]),
    faults: new Map([["one", fault]]),
    upstream: new Set(["moto/one"]),
  }),
);
const page = (path: string): string => site.get(path) ?? "";
/** The words of a page, as one reads them. */
const words = (path: string): string =>
  page(path)
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

test("a page an emulator that could be run, and one a clause", () => {
  const paths = [...site.keys()];
  expect(paths.slice(0, 3)).toEqual(["index.html", "clauses.html", "emulators/moto.html"]);
  expect(paths.slice(3)).toEqual([...contract.clauses.keys()].map((id) => `clauses/${id}.html`));
});

test.for([
  { path: "index.html", want: "2 releases of 1 emulator were tried by them" },
  { path: "index.html", want: "66.7 % 2 of 3 sentences do not hold" },
  { path: "index.html", want: "✗ broke Q7UC" },
  { path: "index.html", want: "✓ mended B2MR" },
  { path: "emulators/moto.html", want: "moto 5.1.0 does otherwise than AWS on 2 of 3 sentences" },
  { path: "emulators/moto.html", want: "What it is: a server." },
  { path: "emulators/moto.html", want: "comes from 1 cause" },
  { path: "emulators/moto.html", want: "The name is not read." },
  { path: "emulators/moto.html", want: "could not be run: it ended with 1" },
  { path: "emulators/moto.html", want: "must 5.0.0 or before" },
  { path: "clauses/B2MR.html", want: "✓ pass 5.1.0 , 2025-06-01 ✗ fail 5.0.0" },
  { path: "clauses/W6WR.html", want: "✗ fail 5.0.0 or before" },
  { path: "clauses/Z9E9.html", want: "nothing to judge" },
  {
    path: "clauses/W6WR.html",
    want: "For ED25519 key pairs, the key fingerprint is the base64-encoded SHA-256 digest",
  },
])("$path says: $want", ({ path, want }) => {
  expect(words(path)).toContain(want);
});

test("every link inside the site leads to a page, and every fragment to an element", () => {
  const ids = new Map(
    [...site].map(([path, text]) => [path, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]),
  );
  const broken: string[] = [];
  for (const [path, text] of site) {
    for (const [, href = ""] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const { pathname, hash } = new URL(href, `http://site.test/${path}`);
      const there = ids.get(pathname.slice(1));
      if (there === undefined || (hash !== "" && !there.has(decodeURIComponent(hash.slice(1)))))
        broken.push(`${path}: ${href}`);
    }
  }
  expect(broken).toEqual([]);
});

test("an id stands once on a page", () => {
  for (const [path, text] of site) {
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect([path, ids.length]).toEqual([path, new Set(ids).size]);
  }
});

test.for([
  {
    source: "https://example.test/o/r/blob/main/",
    path: "clauses/W6WR.html",
    want: 'href="https://example.test/o/r/blob/main/docs/clauses.md#W6WR"',
  },
  { source: "../../", path: "clauses/W6WR.html", want: 'href="../../../docs/clauses.md#W6WR"' },
  { source: "../../", path: "index.html", want: 'href="../../docs/clauses.md"' },
])("with the repository at $source, $path has $want", ({ source, path, want }) => {
  expect(buildSite(siteOf([moto], { source })).get(path)).toContain(want);
});

test("nothing that a target or a registry said is obeyed", () => {
  const hostile: History = {
    emulator: attack,
    runs: [
      { kind: "untested", version: attack, tried: attack, contract: attack, why: attack },
      runWith(attack, { B2MR: "fail", [attack]: "pass" }, { released: attack, causes: [attack] }),
      runWith("2", { B2MR: "pass", [attack]: "fail" }),
    ],
  };
  const pages = buildSite(siteOf([hostile], { about: new Map([[attack, attack]]) }));
  for (const [path, text] of pages) {
    expect([
      path,
      text.match(/<script|<img|<iframe|onerror=[^&]*>|javascript:/gi)?.filter((one) => one !== "&lt;"),
    ]).toEqual([path, undefined]);
    expect([path, /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/.test(text)]).toEqual([path, false]);
  }
});

test("the contract has changed since: it is said", () => {
  const older = { ...moto, runs: [runWith("5.0.0", { B2MR: "fail" }, { contract: "0123456789ab" })] };
  expect(buildSite(siteOf([older])).get("index.html")).toContain("The contract has changed since");
  expect(words("index.html")).not.toContain("The contract has changed since");
});
