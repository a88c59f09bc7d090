import { conformanceSuite } from "ec2-contract/vitest";

// `mock`, or the URL of an emulator.
conformanceSuite({ target: process.env["EC2_CONTRACT_TARGET"] ?? "mock" });
