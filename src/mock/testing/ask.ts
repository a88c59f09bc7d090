import { SignatureV4 } from "@smithy/signature-v4";
import type { Transport } from "../../model.ts";
import { sha256 } from "../../wire/sha256.ts";

/** A request of a test: parameters, or a form as it is to be on the wire. */
export interface Question {
  readonly form: Readonly<Record<string, string>> | string;
  readonly method?: "GET";
  readonly region?: string;
  readonly contentType?: string;
  /** Signs with these; the body can be another one than was signed. */
  readonly as?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly tampered?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

const toForm = (form: Question["form"]): string =>
  typeof form === "string"
    ? form
    : Object.entries({ Version: "2016-11-15", ...form })
        .map((pair) => pair.map(encodeURIComponent).join("="))
        .join("&");

const sign = async (url: URL, body: string, headers: Record<string, string>, question: Question) => {
  if (!question.as) return headers;
  const signer = new SignatureV4({
    credentials: question.as,
    region: question.region ?? "us-east-1",
    service: "ec2",
    sha256,
  });
  const { protocol, hostname, pathname: path, host } = url;
  const signed = await signer.sign({
    method: "POST",
    protocol,
    hostname,
    path,
    headers: { ...headers, host },
    body,
  });
  return signed.headers;
};

/** Asks as a client would; the Region is in the credential scope. */
export const ask = async (
  transport: Transport,
  question: Question,
  endpoint = "https://ec2.us-east-1.amazonaws.com/",
): Promise<Reply> => {
  const form = toForm(question.form);
  const url = new URL(endpoint);
  const scope = `AKIDEXAMPLE/20260101/${question.region ?? "us-east-1"}/ec2/aws4_request`;
  const plain = {
    "content-type": question.contentType ?? "application/x-www-form-urlencoded",
    ...(!question.as && { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0` }),
  };
  if (question.method === "GET") url.search = form;
  const headers = await sign(url, form, plain, question);
  const response = await transport(
    new Request(url, question.method ? { headers } : { method: "POST", headers, body: question.tampered ?? form }),
  );
  const body = await response.text();
  const inside = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1];
  return { status: response.status, headers: response.headers, body, code: inside("Code"), message: inside("Message") };
};
