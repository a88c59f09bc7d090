import type { Behaviour } from "../../reference/behaviour.ts";
import type { KeyPairFault } from "../key-pair-fault.ts";

/** Takes further resource types to mean a key pair. */
const alsoType = (applies: (resourceType: string) => boolean): Pick<Behaviour, "specifications"> => ({
  specifications: (sent) =>
    sent.map(({ resourceType, tags }) => ({
      resourceType: resourceType && applies(resourceType) ? "key-pair" : resourceType,
      tags,
    })),
});

// The first word of every type that EC2 has had.
const known =
  /^(?:application|capacity|carrier|client|coip|customer|declarative|dedicated|dhcp|egress|elastic|export|fca|fleet|fpga|host|image|import|instance|internet|ipam|ipv4pool|ipv6pool|key|launch|local|mac|metric|natgateway|network|outpost|placement|prefix|replace|reserved|route|secondary|security|service|snapshot|spot|subnet|traffic|transit|verified|volume|vpc|vpn)(?:-|$)/;

const later =
  /^(?:application-status|capacity-(?:block|manager)|declarative|fca|image-usage|mac|metric|outpost|route-server|secondary|service-link|transit-gateway-metering|vpc-encryption|vpn-concentrator)/;

/** For which resource types tags are taken. */
export const tagTypeFaults: readonly KeyPairFault[] = [
  {
    id: "tag-type-any-accepted",
    summary: "Tags for any resource type are put on the key.",
    area: "tags",
    clause: "B6JX",
    kind: "skip",
    refusals: ["tag-resource-type"],
  },
  {
    id: "tag-type-instance-accepted",
    summary: "Tags for an instance are put on the key.",
    area: "tags",
    clause: "B6JX",
    kind: "behaviour",
    behaviour: alsoType((type) => type === "instance"),
  },
  {
    id: "tag-type-ipam-accepted",
    summary: "Tags for address management are put on the key.",
    area: "tags",
    clause: "B6JX",
    kind: "behaviour",
    behaviour: alsoType((type) => type.startsWith("ipam")),
  },
  {
    id: "tag-type-later-accepted",
    summary: "Tags for the types that were added after the model of 2023 are put on the key.",
    area: "tags",
    clause: "B6JX",
    kind: "behaviour",
    behaviour: alsoType((type) => later.test(type)),
  },
  {
    id: "tag-type-unknown-accepted",
    summary: "Tags for a type that EC2 does not have are put on the key.",
    area: "tags",
    clause: "K3FN",
    kind: "behaviour",
    behaviour: alsoType((type) => !known.test(type)),
  },
  {
    id: "tag-type-wrong-code",
    summary: "A wrong resource type is refused as if there were none.",
    area: "tags",
    clause: "B6JX",
    kind: "recode",
    refusals: ["tag-resource-type"],
    as: { code: "MissingParameter" },
  },
  {
    id: "tag-type-missing-accepted",
    summary: "Tags without a resource type are put on the key.",
    area: "tags",
    clause: "G4MZ",
    kind: "skip",
    refusals: ["tag-resource-type-missing"],
  },
  {
    id: "tag-type-missing-500",
    summary: "Tags without a resource type crash.",
    area: "errors",
    clause: "Z3R6",
    kind: "recode",
    refusals: ["tag-resource-type-missing"],
    as: { status: 500, code: "InternalError" },
  },
  {
    id: "tags-missing-accepted",
    summary: "A specification without tags is passed over.",
    area: "tags",
    clause: "T4JK",
    kind: "skip",
    refusals: ["tags-missing"],
  },
  {
    id: "tag-second-specification-unchecked",
    summary: "Only the first specification's resource type is looked at.",
    area: "tags",
    clause: "E9QW",
    bug: { emulator: "moto" },
    kind: "behaviour",
    behaviour: {
      specifications: (sent) =>
        sent.map(({ resourceType, tags }, index) => ({ resourceType: index === 0 ? resourceType : "key-pair", tags })),
    },
  },
];
