import type { SentCall } from "../sent-call.ts";
import { sameKey } from "../world.ts";
import { eachImport, fail, importsOf, open, pass, type ScenarioCheck } from "./view.ts";

/** Every request names an action and the version that the contract is about. */
const version: ScenarioCheck = ({ sent }) => {
  const wrong = sent.find(({ parameters }) => parameters.get("Version") !== "2016-11-15");
  return wrong === undefined
    ? pass
    : fail(
        "Version=2016-11-15 in each request",
        `Version=${wrong.parameters.get("Version") ?? "(none)"} with ${wrong.action || "no Action"}`,
      );
};

const common =
  /^(Action|Version|X-Amz-.*|AWSAccessKeyId|Expires|SecurityToken|Signature|SignatureMethod|SignatureVersion|Timestamp)$/;

/** No parameter but those of the model, each of them once. */
const knownParameters: ScenarioCheck = ({ sent, known }) => {
  for (const { action, parameters, repeated } of sent) {
    const [twice] = repeated;
    if (twice !== undefined) return fail("each parameter once", `${twice} more than once`);
    const names = known[action];
    const unknown =
      names &&
      [...parameters.keys()].find((name) => !common.test(name) && !names.has(name.replace(/\.\d+(?=\.|$)/g, ".N")));
    if (unknown !== undefined) return fail(`parameters of ${action}`, `the parameter ${unknown}`);
  }
  return pass;
};

/** A form in the body, or a query. */
const form: ScenarioCheck = (view) =>
  eachImport(view, ({ method, headers, body }) => {
    if (method === "GET") return pass;
    const type = headers["content-type"] ?? "";
    if (!/^application\/x-www-form-urlencoded\b/i.test(type))
      return fail("content-type: application/x-www-form-urlencoded", `content-type: ${type || "(none)"}`);
    return body.trimStart().startsWith("{") ? fail("a form", body.slice(0, 80)) : pass;
  });

/** The name arrives as it was given, character by character. */
const name: ScenarioCheck = (view) => {
  const { keyName } = view.drawn.input;
  return eachImport(view, ({ parameters }) =>
    parameters.get("KeyName") === keyName
      ? pass
      : fail(`KeyName=${keyName}`, `KeyName=${parameters.get("KeyName") ?? "(none)"}`),
  );
};

/** The base64 of the key's text, once. */
const material: ScenarioCheck = (view) => {
  const { publicKey } = view.drawn.input;
  return eachImport(view, ({ parameters }) => {
    const text = parameters.get("PublicKeyMaterial") ?? "";
    const expected = "the base64, once, of the key that was given";
    if (text === "") return fail(expected, "no PublicKeyMaterial");
    const decoded = decode(text);
    if (decoded !== undefined && sameKey(decoded, publicKey)) return pass;
    const again = decode(decoded ?? "");
    if (again !== undefined && sameKey(again, publicKey)) return fail(expected, "base64 of base64");
    if (sameKey(text, publicKey)) return fail(expected, "the key's text without base64");
    const url = decode(text.replaceAll("-", "+").replaceAll("_", "/"));
    if (url !== undefined && sameKey(url, publicKey))
      return fail(expected, "base64url, with - and _ in place of + and /");
    if (text.includes(" ")) return fail(expected, "base64 whose + became a blank: it was not encoded for the form");
    return fail(expected, `another text: ${(decoded ?? text).slice(0, 60)}`);
  });
};

/** Base64 in its standard alphabet; line breaks are fine. */
function decode(text: string): string | undefined {
  const joined = text.replace(/[\r\n]/g, "");
  return /^[A-Za-z0-9+/]+={0,2}$/.test(joined) ? Buffer.from(joined, "base64").toString() : undefined;
}

const privateKey = /PRIVATE KEY|PuTTY-User-Key-File|openssh-key-v1/;

/** Nothing that is sent holds a private key, in plain or in base64. */
const noPrivateKey: ScenarioCheck = ({ sent }) => {
  for (const { action, parameters, body, url } of sent) {
    const texts = [body, url, ...parameters.values()];
    const once = texts.map((text) => Buffer.from(text, "base64").toString("latin1"));
    const twice = once.map((text) => Buffer.from(text, "base64").toString("latin1"));
    if ([...texts, ...once, ...twice].some((text) => privateKey.test(text)))
      return fail("no private key", `a private key in a request of ${action}`);
  }
  return pass;
};

/** One signature, for EC2. */
const signature: ScenarioCheck = ({ sent }) => {
  for (const { signatures, action, parameters } of sent) {
    if (isVersion2(parameters)) return open("it signs by Signature Version 2, of which the contract says nothing");
    if (signatures.length !== 1)
      return fail("one signature of Signature Version 4", `${signatures.length} with ${action}`);
    const [{ service } = { service: "" }] = signatures;
    if (service !== "ec2") return fail("a signature for the service ec2", `one for ${service}`);
  }
  return pass;
};

/** What old clients send to old Regions; it names no Region and no service. */
function isVersion2(parameters: SentCall["parameters"]): boolean {
  return parameters.get("SignatureVersion") === "2";
}

/** The signature is for the Region that was asked for. */
const region: ScenarioCheck = ({ sent, drawn }) => {
  const regions = sent.flatMap(({ signatures }) => signatures.map((one) => one.region));
  const wrong = regions.find((one) => one !== drawn.region);
  if (regions.length === 0) return open("it sent nothing that is signed by Signature Version 4");
  return wrong === undefined ? pass : fail(`requests signed for ${drawn.region}`, `one signed for ${wrong}`);
};

/** Tag specifications, where there are any, are of key pairs. */
const resourceType: ScenarioCheck = (view) =>
  eachImport(view, ({ parameters }) => {
    const numbers = specificationsOf(parameters);
    const types = numbers.map((number) => parameters.get(`TagSpecification.${number}.ResourceType`));
    const wrong = types.find((type) => type !== "key-pair");
    return types.length === 0 || types.every((type) => type === "key-pair")
      ? pass
      : fail("ResourceType=key-pair", `ResourceType=${wrong ?? "(none)"}`);
  });

/** No list of which there is nothing: no tag specification without tags, no empty `TagSpecification=`. */
const noEmptyList: ScenarioCheck = (view) =>
  eachImport(view, ({ parameters }) => {
    const empty = specificationsOf(parameters).find((number) => !hasTags(parameters, number));
    if (empty !== undefined) return fail("no tag specification without tags", `TagSpecification.${empty} without tags`);
    const bare = [...parameters.keys()].find((key) => /^(TagSpecifications?|Tags?|Filters?)$/.test(key));
    return bare === undefined ? pass : fail("no parameter for an empty list", `the parameter ${bare}`);
  });

function specificationsOf(parameters: SentCall["parameters"]): readonly string[] {
  return [...new Set([...parameters.keys()].flatMap((key) => /^TagSpecification\.(\d+)\./.exec(key)?.[1] ?? []))];
}

function hasTags(parameters: SentCall["parameters"], number: string): boolean {
  return [...parameters.keys()].some((key) => key.startsWith(`TagSpecification.${number}.Tag.`));
}

/** A dry run is one on the wire. */
const dryRun: ScenarioCheck = (view) =>
  eachImport(view, ({ parameters }) => {
    const said = parameters.get("DryRun");
    return said?.toLowerCase() === "true"
      ? pass
      : fail("DryRun=true", said === undefined ? "no DryRun" : `DryRun=${said}`);
  });

/** Whoever sends a request again sends the same. */
const sameAgain: ScenarioCheck = (view) => {
  const [first, ...more] = importsOf(view);
  if (first === undefined || more.length === 0) return open("it sent no second import");
  const differs = more.find(
    ({ parameters }) => parameters.get("PublicKeyMaterial") !== first.parameters.get("PublicKeyMaterial"),
  );
  return differs === undefined ? pass : fail("the same material in each import", "other material in a later one");
};

export const sentChecks = {
  "sends-version": version,
  "sends-known-parameters": knownParameters,
  "sends-form": form,
  "sends-name": name,
  "sends-material": material,
  "sends-no-private-key": noPrivateKey,
  "sends-signature": signature,
  "sends-region": region,
  "sends-resource-type": resourceType,
  "sends-no-empty-list": noEmptyList,
  "sends-dry-run": dryRun,
  "sends-same-again": sameAgain,
} as const satisfies Readonly<Record<string, ScenarioCheck>>;
