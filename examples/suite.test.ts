import { conformanceSuite } from "ec2-contract/vitest";

// One test for each case, grouped by area. The target: "mock", a URL, or a function that answers requests.
conformanceSuite({ target: process.env["EC2_URL"] ?? "mock" });
