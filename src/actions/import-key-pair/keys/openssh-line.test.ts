import { expect, test } from "vitest";
import { UsageError } from "../../../errors.ts";
import { joinOpenSshLine, splitOpenSshLine } from "./openssh-line.ts";

const blob = Buffer.from("ABC");

test.for([
  { given: "ssh-rsa QUJD", want: { label: "ssh-rsa", blob } },
  { given: "ssh-rsa QUJD\n", want: { label: "ssh-rsa", blob } },
  { given: "ssh-rsa QUJDQQ==", want: { label: "ssh-rsa", blob: Buffer.from("ABCA") } },
  { given: "ssh-rsa QUJD a  b", want: { label: "ssh-rsa", blob, comment: "a  b" } },
  { given: "ssh-rsa QUJD \n", want: { label: "ssh-rsa", blob, comment: "" } },
])("$given is taken apart", ({ given, want }) => {
  expect(splitOpenSshLine(given)).toStrictEqual(want);
});

test.for([
  "",
  "ssh-rsa",
  "ssh-rsa ",
  " ssh-rsa QUJD",
  "ssh-rsa  QUJD",
  "ssh-rsa QU,JD",
  "ssh-rsa QUJD\n\n",
  "ssh-rsa QUJD=a",
  "# ssh-rsa\nssh-rsa QUJD",
])("%j is no line of ours", (given) => {
  expect(() => splitOpenSshLine(given)).toThrow(UsageError);
  expect(() => splitOpenSshLine(given)).toThrow(
    `Failed to read the key ${JSON.stringify(given)}: it is no OpenSSH line. Give \`type base64 comment\`.`,
  );
});

test("of a text that is no line, only the start is told", () => {
  expect(() => splitOpenSshLine("-".repeat(41))).toThrow(`Failed to read the key "${"-".repeat(40)}": it is`);
});

test("a line is put together from its fields", () => {
  expect(joinOpenSshLine({ label: "ssh-rsa", blob })).toBe("ssh-rsa QUJD");
  expect(joinOpenSshLine({ label: "ssh-rsa", blob, comment: "a b" })).toBe("ssh-rsa QUJD a b");
  expect(joinOpenSshLine({ label: "ssh-rsa", blob, comment: "" })).toBe("ssh-rsa QUJD ");
});
