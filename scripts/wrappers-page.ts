import type { Verdict } from "../src/model.ts";
import type { Report, ReportedCase } from "../src/report/report.ts";
import { mutationScore } from "../src/wrapper/recorded-lines.ts";
import type { PublicWrapper } from "./wrappers.ts";

export interface MeasuredWrapper {
  readonly wrapper: Pick<PublicWrapper, "title" | "package" | "version">;
  readonly report: Report;
}

const marks: Readonly<Partial<Record<Verdict["verdict"], string>>> = {
  pass: "✓",
  fail: "✗",
  open: "·",
  skip: "–",
  indeterminate: "?",
  error: "!",
};

/** The page of public wrappers: versions, date, one table, and what each deviation and risk looks like. */
export function wrappersPage(measured: readonly MeasuredWrapper[]): string {
  const [first] = measured;
  if (first === undefined) throw new Error("Failed to write the page of wrappers: none was measured.");
  const date = first.report.run.startedAt.slice(0, 10);
  const head = measured.map(({ wrapper }) => `| ${wrapper.title} | \`${wrapper.package}\` ${wrapper.version} |`);
  const rows = first.report.cases.map(({ id, title }) => {
    const cells = measured.map(({ report }) => markOf(report.cases.find((one) => one.id === id)));
    return `| \`${id}\` | ${title.replaceAll("|", "\\|").replaceAll("<", "&lt;")} | ${cells.join(" | ")} |`;
  });
  return `<!-- Made by \`npm run measure:wrappers\`; don't edit it. -->
# Public wrappers of ImportKeyPair

What code that many people call does in each scenario, seen on ${date}. Each ran unchanged, through a small adapter in
\`suites/wrappers/\` and with the policy beside it. CI checks that each still does so (\`suites/known/wrapper-*.yaml\`).

| wrapper | of PyPI |
| --- | --- |
${head.join("\n")}

✓ as the contract and the policy want it · ✗ deviates · \`·\` recorded, not judged: its documents promise nothing · – it has no such thing

| scenario | | ${measured.map(({ wrapper }) => wrapper.title).join(" | ")} |
| --- | --- | ${measured.map(() => "---").join(" | ")} |
${rows.join("\n")}

## What it means to their users

${measured.map(section).join("\n")}`;
}

/** The verdict of what a scenario is about; a failure of what holds everywhere shows too. */
function markOf(reported: ReportedCase | undefined): string {
  if (reported === undefined) return "";
  if (reported.verdicts.some(({ verdict }) => verdict === "fail")) return "✗";
  return marks[reported.verdicts[0]?.verdict ?? "not-run"] ?? "";
}

function section({ wrapper, report }: MeasuredWrapper): string {
  const found = report.cases.flatMap(({ id, verdicts }) =>
    verdicts.flatMap(({ verdict, expected, actual }) =>
      verdict === "fail" ? [`- \`${id}\`: expected ${line(expected)}; it ${line(actual)}`] : [],
    ),
  );
  const risky = report.cases.flatMap(({ id, verdicts }) =>
    verdicts.flatMap(({ clause, verdict, why }) =>
      verdict === "open" && clause === "L6AW" ? [`- \`${id}\`: ${line(why)}`] : [],
    ),
  );
  const { noticed, unnoticed } = mutationScore(report);
  const score = `- Of ${noticed.length + unnoticed.length} answers that AWS does not give, it notices ${noticed.length}.`;
  return `### ${wrapper.title}\n\n${[...found, ...risky, score].join("\n")}\n`;
}

/** One line of Markdown that shows what was said, and nothing else. */
function line(text = ""): string {
  const short = text.replace(/\s+/g, " ").replace(/ec2c-[0-9a-z-]+/g, "the-key");
  return `${short.slice(0, 180)}${short.length > 180 ? "…" : ""}`.replace(/[<>`|*_[\]\\]/g, "\\$&");
}
