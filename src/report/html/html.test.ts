import { createHash } from "node:crypto";
import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { faults } from "../../actions/import-key-pair/faults/faults.ts";
import type { Level, VerdictKind } from "../../model.ts";
import { contract } from "../../testing/observations.ts";
import { caseWith, clauseWith, exchangeWith, reportOf } from "../../testing/reports.ts";
import { mockWith, ofEachKind, run } from "../../testing/runs.ts";
import { html } from "./html.ts";

const context = { contract, colour: false };
const attack = `</script><script>alert(1)</script><img src=x onerror=alert(1)>"'onclick='alert(1)' javascript:alert(1) \u202E\x1b[31m\0 ]]> &lt;`;

const hostileCause = { faults: [attack], title: attack, advice: attack, clauses: ["B2MR", attack], cases: 1 };

/** Everything that a target can say. */
const hostile = {
  causes: [{ ...hostileCause, knownFrom: { emulator: attack, link: attack } }],
  unexplained: [{ clause: attack, cases: [attack] }],
  ...reportOf({
    target: { name: attack, endpoint: `http://hostile.test/${attack}`, version: attack },
    run: { leftovers: [attack], partial: true },
    clauses: [
      clauseWith("B2MR", "fail", { observed: "fail", documented: "pass" }),
      clauseWith("G8BY", "indeterminate", { why: attack }),
      clauseWith("V4HZ", "skip", { why: attack }),
    ],
    cases: [
      caseWith("B2MR-256", {
        title: attack,
        verdicts: [
          { clause: "B2MR", drive: "raw", verdict: "fail", expected: attack, actual: `${attack}!` },
          { clause: "B2MR", drive: "sdk", verdict: "pass" },
          { clause: "G8BY", drive: "raw", verdict: "indeterminate", why: attack },
        ],
        disagreements: [{ clause: "B2MR", raw: "fail", sdk: "pass", fault: "target", why: attack }],
        repro: { curl: `curl ${attack}`, aws: `aws ${attack}` },
        exchanges: [
          exchangeWith({
            request: { method: attack, url: attack, headers: { [attack]: attack }, body: `a=${attack}&${attack}` },
            response: { status: 200, headers: { [attack]: attack }, body: `<a>${attack}</a>` },
          }),
          exchangeWith({ drive: "sdk", parsed: { kind: "error", name: attack, message: attack } }),
        ],
      }),
    ],
  }),
};

/** All clauses red, each answer as long as an exchange keeps it. */
const red = await run({
  ...ofEachKind,
  drives: ["raw"],
  target: async () => new Response(`<Response>${"<script>alert(1)</script>&'\"".repeat(2_000)}`, { status: 500 }),
});
const pages = { hostile: html(hostile, context), red: html(red, context) };

describe.for(Object.entries(pages))("the page of %s", ([, page]) => {
  test("holds no script but ours, and no handler", () => {
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page.match(/<[a-z][^<>]*\son\w+\s*=/gi)).toBeNull();
    expect(page.match(/<(img|iframe|object|embed|base|a [^>]*href="(?!#|https?:\/\/))/gi)).toBeNull();
  });

  test("asks for nothing: addresses are links to sources", () => {
    const bugs = faults.flatMap(({ bug }) => bug?.link ?? []);
    const sources = new Set([...[...contract.sources.values()].flatMap(({ url }) => url ?? []), ...bugs]);
    const addresses = [...page.matchAll(/<(\w+)[^>]*?\s(?:src|href)="([^"#][^"]*)"/g)].map(([, tag, to]) => ({
      tag,
      to,
    }));
    for (const { tag, to = "" } of addresses) {
      if (tag === "link") expect(to).toMatch(/^data:image\/svg\+xml,/);
      else expect([tag, sources.has(to.replaceAll("&amp;", "&"))]).toEqual(["a", true]);
    }
    expect(page).not.toMatch(/url\(|@import/);
  });

  test("has a policy that allows just the scripts and styles of the page", () => {
    const policy = page.match(/Content-Security-Policy" content="([^"]+)"/)?.[1] ?? "";
    const inline = [...page.matchAll(/<(script|style)>(.*?)<\/\1>/gs)].map(([, , text = ""]) => text);
    expect(inline).toHaveLength(3);
    for (const text of inline) expect(policy).toContain(createHash("sha256").update(text).digest("base64"));
    expect(policy).toContain("default-src &apos;none&apos;");
    expect(page).not.toMatch(/<[a-z][^>]*\sstyle=/);
  });

  test("has scripts that parse", () => {
    for (const [, text = ""] of page.matchAll(/<script>(.*?)<\/script>/gs))
      expect(() => new Script(text)).not.toThrow();
  });

  test("has every id once, and no link to one that is not there", () => {
    const ids = [...page.matchAll(/<[a-z][^<>]*?\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

test("every clause has an anchor, and says what became of it", () => {
  for (const { id, verdict, blockedBy } of red.clauses) {
    if (blockedBy !== undefined) {
      expect(pages.red).toContain(`<li id="${id}">`);
      continue;
    }
    expect(pages.red).toContain(`<div class="body" id="${id}">`);
    expect(pages.red).toMatch(
      new RegExp(`data-id="${id}" data-area="[a-z-]+" data-level="[a-z]+" data-verdict="${verdict}"`),
    );
  }
});

test("it is a pure function of the report", () => {
  expect(html(structuredClone(red), context)).toBe(pages.red);
});

test("it stays well below the report that it is made of, however much a target says", () => {
  expect(pages.red.length).toBeLessThan(3_000_000);
  expect(pages.red.length).toBeLessThan(JSON.stringify(red).length / 3);
});

test("it marks what differs, tells whose doing it is, and has the commands", () => {
  expect(pages.hostile).toContain("documented pass · observed fail");
  expect(pages.hostile).toContain("<strong>the target’s doing</strong>");
  expect(pages.hostile).toMatch(/<dd class="observed"><code>.*<mark>!<\/mark><\/code>/);
  expect(pages.hostile).toContain("Copy curl");
});

test("it compares with known deviations", () => {
  const entry = { clause: "G8BY", reason: attack, review: "2026-01-01" };
  const known = {
    exact: false,
    matched: 0,
    unlisted: [{ clause: "B2MR" }],
    stale: [{ entry, why: attack }],
    overdue: [entry],
  };
  const page = html(hostile, { ...context, known });
  expect(page).toContain("new deviation");
  expect(page).toContain('data-known="stale"');
  expect(page).toContain("was to be reviewed by 2026-01-01");
});

test.for<{ verdict: VerdictKind; level: Level; want: string }>([
  { verdict: "fail", level: "must", want: "Deviates from AWS: 1 must clause fails." },
  { verdict: "pass", level: "should", want: "Conforms: no must or should clause fails." },
  { verdict: "indeterminate", level: "must", want: "Some clauses could not be observed." },
  { verdict: "error", level: "must", want: "The harness itself broke on some clauses. Please report it." },
])("a must clause that comes to $verdict: $want", ({ verdict, level, want }) => {
  expect(html(reportOf({ clauses: [clauseWith("B2MR", verdict)], run: { level } }), context)).toContain(`${want}</p>`);
});

test("tells causes before clauses, each with what to change and who had it", async () => {
  const report = await run({
    target: mockWith("ed25519-sha256-of-spki-in-hex"),
    ...ofEachKind,
    drives: ["raw"],
  });
  const page = html(report, context);
  const section = page.slice(page.indexOf('<section class="causes"'), page.indexOf('<nav class="map"'));
  expect(section).toContain("1 cause explains all that fails.");
  expect(section).toContain(
    "<strong>The fingerprint of an ED25519 key is the SHA-256 of its DER form, in hexadecimal.</strong>",
  );
  expect(section).toContain("Do as AWS does: The fingerprint of an imported ED25519 key");
  expect(section).toContain('<a href="#W6WR"><code class="id">W6WR</code></a>');
  expect(section).toContain('<a href="https://github.com/getmoto/moto/pull/8235">a bug that moto had</a>');
});

test("has no causes where nothing fails", async () => {
  expect(html(await run({ only: ["name"], drives: ["raw"] }), context)).not.toContain('<section class="causes"');
});
