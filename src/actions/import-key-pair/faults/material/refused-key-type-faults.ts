import type { KeyPairFault } from "../key-pair-fault.ts";
import { accept } from "./misread-key.ts";

const goodLine = /\b(ssh-(?:rsa|ed25519)) (AAAA[A-Za-z0-9+/]+={0,2})/;

/** Keys of other types than EC2 takes, which it takes here. */
export const refusedKeyTypeFaults: readonly KeyPairFault[] = [
  {
    id: "dsa-accepted",
    summary: "DSA keys are taken.",
    area: "material",
    clause: "R8TM",
    bug: { emulator: "floci" },
    kind: "behaviour",
    behaviour: accept((text) => text.startsWith("ssh-dss ")),
  },
  {
    id: "ecdsa-accepted",
    summary: "ECDSA keys are taken.",
    area: "material",
    clause: "M6EM",
    bug: { emulator: "fakecloud" },
    kind: "behaviour",
    behaviour: accept((text) => /^ecdsa-sha2-nistp\d+ /.test(text)),
  },
  {
    id: "ecdsa-p256-accepted",
    summary: "ECDSA keys on the curve P-256 are taken.",
    area: "material",
    clause: "M6EM",
    kind: "behaviour",
    behaviour: accept((text) => text.startsWith("ecdsa-sha2-nistp256 ")),
  },
  {
    id: "ecdsa-p384-accepted",
    summary: "ECDSA keys on the curve P-384 are taken.",
    area: "material",
    clause: "M6EM",
    kind: "behaviour",
    behaviour: accept((text) => text.startsWith("ecdsa-sha2-nistp384 ")),
  },
  {
    id: "ecdsa-p521-accepted",
    summary: "ECDSA keys on the curve P-521 are taken.",
    area: "material",
    clause: "M6EM",
    kind: "behaviour",
    behaviour: accept((text) => text.startsWith("ecdsa-sha2-nistp521 ")),
  },
  {
    id: "security-key-accepted",
    summary: "Keys of security tokens are taken.",
    area: "material",
    clause: "V3KT",
    kind: "behaviour",
    behaviour: accept((text) => text.startsWith("sk-")),
  },
  {
    id: "certificate-accepted",
    summary: "OpenSSH certificates are taken.",
    area: "material",
    clause: "N8ZA",
    kind: "behaviour",
    behaviour: accept((text) => /^ssh-\S+-cert-v01@openssh\.com /.test(text)),
  },
  {
    id: "private-key-accepted",
    summary: "A private key is taken.",
    area: "material",
    clause: "Q7FQ",
    kind: "behaviour",
    behaviour: accept((text) => /^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)),
  },
  {
    id: "options-500",
    summary: "Options of authorized_keys in front of a key crash the parser.",
    area: "errors",
    clause: "Z3R6",
    bug: { emulator: "moto" },
    kind: "behaviour",
    behaviour: {
      alsoRefuse: ({ key, text }) =>
        !key && goodLine.test(text) && !text.startsWith("ssh-")
          ? { name: "crash", status: 500, code: "InternalError", message: "UnsupportedAlgorithm" }
          : undefined,
    },
  },
];
