import type { CommandLine } from "../action.ts";
import type { CaseResult, Exchange, Step } from "../model.ts";
import { type Ref, refsIn } from "../plan/refs-in.ts";
import { isTrimmed } from "../wire/trim-exchange.ts";
import { quote } from "./escape.ts";
import type { Repro } from "./report.ts";

/** Longer command lines are no use to anybody, and beyond some hundred kilobytes no shell takes them. */
const longest = 16_384;

/**
 * Commands that send the requests of a case again: those of the raw drive where it spoke, one a line. Credentials come
 * from the environment, and a signature is never part of them. An id that an earlier answer gave is taken from the answer
 * of now.
 */
export function reproOf(
  result: CaseResult,
  regions: readonly [string, string],
  commandLines: Readonly<Record<string, CommandLine>>,
): Repro {
  const { steps } = result.case;
  const regionOf = ({ step }: Exchange): string => regions[isElsewhere(steps, step) ? 1 : 0];
  const [drive] = result.exchanges.map((exchange) => exchange.drive);
  const exchanges = steps.flatMap(
    (step) => result.exchanges.find((exchange) => exchange.step === step.id && exchange.drive === drive) ?? [],
  );
  if (exchanges.some(({ request }) => isTrimmed(request.body) || isTrimmed(request.url)))
    return { curl: null, aws: null };
  // Signed by somebody else, or otherwise than curl signs.
  const foreign = steps.some(
    ({ as = "run", wire }) => !["run", "anonymous"].includes(as) || wire?.presigned || wire?.tamper !== undefined,
  );
  if (foreign) return { curl: null, aws: null };
  const drawn = drawnIds(steps, exchanges);
  const curls = exchanges.map((exchange) => curlOf(drawn.hide(exchange), regionOf(exchange)));
  const plain = steps.every(({ wire, as }) => wire === undefined && as === undefined);
  const clis = plain ? exchanges.map((one) => awsOf(drawn.hide(one), regionOf(one), commandLines)) : [null];
  const text = (commands: readonly (string | null)[], read: (ref: Ref) => string): string | null =>
    joined(commands.map((command, index) => command && drawn.show(command, exchanges[index]?.step ?? "", read)));
  return { curl: text(curls, inXml), aws: text(clis, inJson) };
}

const inXml = ({ element }: Ref): string => `s:.*<${element}>\\([^<]*\\)</${element}>.*:\\1:p`;
const inJson = ({ member }: Ref): string => `s/.*"${member}": "\\([^"]*\\)".*/\\1/p`;

/** Ids that a later request takes from an earlier answer: other ones the next time. */
function drawnIds(steps: readonly Step[], exchanges: readonly Exchange[]) {
  const ids = steps.flatMap(refsIn).flatMap((ref) => {
    const body = exchanges.find(({ step }) => step === ref.step)?.response?.body ?? "";
    const id = new RegExp(`<${ref.element}>([\\w-]{8,})</${ref.element}>`).exec(body)?.[1];
    return id === undefined ? [] : [{ ref, id, mark: `{${ref.step}.${ref.member}}`, answer: variable(ref.step) }];
  });
  return {
    /** The exchange with a mark in the place of each id; a shell wants it between apostrophes. */
    hide(exchange: Exchange): Exchange {
      const body = ids.reduce((text, { id, mark }) => text.replaceAll(id, mark), exchange.request.body);
      return { ...exchange, request: { ...exchange.request, body } };
    },
    /** The command with what reads each id in the place of its mark, and keeping the answer in which one will be read. */
    show(command: string, step: string, read: (ref: Ref) => string): string {
      const whole = ids.reduce((text, { ref, mark, answer }) => {
        const reading = `"$(sed -n '${read(ref)}' <<< "$${answer}")"`;
        return text
          .replaceAll(`'${mark}'`, reading)
          .replaceAll(mark, `'${reading}'`)
          .replaceAll(`${reading}''`, reading);
      }, command);
      if (!ids.some(({ ref }) => ref.step === step)) return whole;
      const [, words, remark] = /^(.*)( # [\w-]+)$/s.exec(whole) ?? [];
      return `${variable(step)}=$(${words}); echo "$${variable(step)}"${remark}`;
    },
  };
}

function variable(step: string): string {
  return step.replaceAll(/\W/g, "_");
}

function isElsewhere(steps: readonly Step[], id: string): boolean {
  return steps.some((step) => step.id === id && step.elsewhere);
}

function joined(commands: readonly (string | null)[]): string | null {
  if (commands.length === 0 || commands.includes(null)) return null;
  const text = commands.join("\n");
  return text.length > longest ? null : text;
}

/** `curl --aws-sigv4` signs with the keys of the environment. */
function curlOf({ request, step }: Exchange, region: string): string {
  const { method, url, body, headers } = request;
  const signed = "authorization" in headers;
  const auth = signed
    ? `--aws-sigv4 ${quote(`aws:amz:${region}:ec2`)} --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" `
    : "";
  const type = headers["content-type"];
  const typed = type === undefined || method === "GET" ? "" : `--header ${quote(`content-type: ${type}`)} `;
  const data = method === "GET" ? "" : ` --data-raw ${quote(body)}`;
  return `curl --silent --show-error --include --globoff ${auth}${typed}${quote(url)}${data} # ${step}`;
}

/** The AWS CLI's own command, as the action knows it. */
function awsOf(
  { request, action, step }: Exchange,
  region: string,
  commandLines: Readonly<Record<string, CommandLine>>,
): string | null {
  const parameters = new Map(new URLSearchParams(request.body));
  // No argument of a program can hold a NUL.
  if ([...parameters.values()].some((value) => value.includes("\0"))) return null;
  const options = commandLines[action]?.(parameters);
  if (options === undefined || options === null) return null;
  return `aws ec2 ${options.join(" ")} --endpoint-url ${quote(request.url)} --region ${quote(region)} # ${step}`;
}
