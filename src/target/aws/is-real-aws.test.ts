import { EC2Client } from "@aws-sdk/client-ec2";
import { expect, test } from "vitest";
import { isRealAws } from "./is-real-aws.ts";

test.for([
  ["ec2.us-east-1.amazonaws.com", true],
  ["EC2.US-EAST-1.AMAZONAWS.COM", true],
  ["ec2.us-east-1.amazonaws.com.", true],
  ["ec2.us-east-1.amazonaws.com..", true],
  ["amazonaws.com", true],
  ["ec2.cn-north-1.amazonaws.com.cn", true],
  ["ec2.us-east-1.api.aws", true],
  ["ec2.cn-north-1.api.amazonwebservices.com.cn", true],
  ["ec2-fips.us-gov-west-1.amazonaws.com", true],
  ["vpce-0a1b.ec2.us-east-1.vpce.amazonaws.com", true],
  ["localhost", false],
  ["127.0.0.1", false],
  ["[::1]", false],
  ["localhost.localstack.cloud", false],
  ["amazonaws.com.evil.test", false],
  ["ec2.us-east-1.amazonaws.com.evil.test", false],
  ["notamazonaws.com", false],
  ["ec2.us-east-1.notamazonaws.com", false],
  ["amazonaws.com-ec2.test", false],
  ["myapi.aws", false],
  ["amazonaws", false],
  ["", false],
] as const)("%s: %s", ([host, want]) => {
  expect(isRealAws(host)).toBe(want);
});

const { endpointProvider } = new EC2Client({ region: "us-east-1" }).config;
const regions = [
  "us-east-1",
  "cn-north-1",
  "us-gov-west-1",
  "us-iso-east-1",
  "us-isob-east-1",
  "eu-isoe-west-1",
  "us-isof-south-1",
  "eusc-de-east-1",
];

test.for(regions)("law: every endpoint that the SDK has for EC2 in %s is real", (Region) => {
  for (const UseDualStack of [false, true]) {
    for (const UseFIPS of [false, true]) {
      const { hostname } = endpointProvider({ Region, UseDualStack, UseFIPS }).url;
      expect([hostname, isRealAws(hostname)]).toEqual([hostname, true]);
    }
  }
});
