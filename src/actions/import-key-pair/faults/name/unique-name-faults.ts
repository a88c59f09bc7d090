import type { KeyPairFault } from "../key-pair-fault.ts";
import { keepRefused } from "../material/misread-key.ts";

/** When a name is taken. */
export const uniqueNameFaults: readonly KeyPairFault[] = [
  {
    id: "name-duplicate-accepted",
    summary: "An import under a taken name succeeds and replaces the key.",
    area: "name",
    clause: "E8G2",
    bug: { emulator: "floci", link: "https://github.com/floci-io/floci/issues/1845" },
    kind: "skip",
    refusals: ["name-taken"],
  },
  {
    id: "name-identical-import-accepted",
    summary: "Importing the same material under the same name again succeeds.",
    area: "name",
    clause: "H3VP",
    kind: "behaviour",
    behaviour: {
      taken: ({ call, name = "", text }, { store }) => {
        const found = store(call.region).byName(name);
        return found !== undefined && found.text !== text;
      },
    },
  },
  {
    id: "material-taken",
    summary: "A key that is there under another name is refused as a duplicate.",
    area: "name",
    clause: "G8BY",
    kind: "behaviour",
    behaviour: {
      taken: ({ call, name = "", text }, { store }) => {
        const pairs = store(call.region).all();
        return pairs.some((pair) => pair.name === name || pair.text === text);
      },
    },
  },
  {
    id: "name-duplicate-replaces",
    summary: "An import under a taken name is refused, and replaces the key all the same.",
    area: "name",
    clause: "E2YW",
    kind: "behaviour",
    behaviour: keepRefused((refusal) => refusal === "name-taken"),
  },
  {
    id: "name-duplicate-deletes",
    summary: "An import under a taken name is refused, and the first key is gone.",
    area: "name",
    clause: "E2YW",
    kind: "behaviour",
    behaviour: {
      afterRefusal: ({ name }, { call, name: wanted = "" }, { store }) => {
        const first = store(call.region).byName(wanted);
        if (first && name === "name-taken") store(call.region).remove(first);
      },
    },
  },
  {
    id: "name-duplicate-409",
    summary: "A taken name is refused with status 409.",
    area: "errors",
    clause: "T9QW",
    bug: { emulator: "spinifex" },
    kind: "recode",
    refusals: ["name-taken"],
    as: { status: 409 },
  },
  {
    id: "name-duplicate-wrong-code",
    summary: "A taken name is refused as an invalid value.",
    area: "name",
    clause: "E8G2",
    kind: "recode",
    refusals: ["name-taken"],
    as: { code: "InvalidParameterValue" },
  },
  {
    id: "name-duplicate-wrong-message",
    summary: "The message for a taken name is not AWS's.",
    area: "errors",
    clause: "B2BR",
    bug: { emulator: "devcloud" },
    kind: "recode",
    refusals: ["name-taken"],
    as: { message: "Key pair already exists in this region." },
  },
  {
    id: "name-case-sensitive",
    summary: "Names that differ in case only are two names.",
    area: "name",
    clause: "T4X8",
    kind: "behaviour",
    behaviour: {
      taken: ({ call, name = "" }, { store }) => store(call.region).byName(name) !== undefined,
    },
  },
  {
    id: "name-unique-over-regions",
    summary: "A name that is taken in one Region is taken in all.",
    area: "name",
    clause: "N2YQ",
    bug: { emulator: "fakecloud" },
    kind: "behaviour",
    behaviour: {
      taken: ({ name = "" }, { store, regions }) => regions().some((region) => store(region).byName(name)),
    },
  },
  {
    id: "name-lower-cased",
    summary: "Names are kept in lower case.",
    area: "response",
    clause: "K2MH",
    kind: "behaviour",
    behaviour: { keptName: (name) => name.toLowerCase() },
  },
];
