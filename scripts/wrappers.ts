import { join } from "node:path";
import { pythonEnvironment } from "./python-environment.ts";

/** A wrapper of ImportKeyPair that nobody here wrote, from PyPI. */
export interface PublicWrapper {
  /** Of its policy, its known deviations and its row. */
  readonly name: string;
  readonly package: string;
  readonly version: string;
  /** What pip installs. */
  readonly install: string;
  /** The adapter in `suites/wrappers/`, and its arguments. */
  readonly adapter: readonly string[];
  /** Whose users it speaks to, in `docs/wrappers.md`. */
  readonly title: string;
}

const boto3 = { package: "boto3", version: "1.44.8", install: "boto3==1.44.8" };

/** The public wrappers that CI runs, with their versions. A further one is an entry, an adapter, a policy and a gate. */
export const publicWrappers: readonly PublicWrapper[] = [
  { ...boto3, name: "boto3-standard", adapter: ["boto3_client.py", "standard"], title: "boto3, standard retries" },
  { ...boto3, name: "boto3-legacy", adapter: ["boto3_client.py", "legacy"], title: "boto3, legacy retries" },
  {
    name: "awscli",
    package: "awscli",
    version: "1.46.3",
    install: "awscli==1.46.3",
    adapter: ["aws_cli.py"],
    title: "AWS CLI 1",
  },
  {
    name: "ansible",
    package: "ansible",
    version: "12.3.0",
    install: "ansible==12.3.0 boto3==1.44.8",
    adapter: ["ansible_ec2_key.py"],
    title: "Ansible, amazon.aws.ec2_key",
  },
  {
    name: "libcloud",
    package: "apache-libcloud",
    version: "3.9.1",
    install: "apache-libcloud==3.9.1",
    adapter: ["libcloud_ec2.py"],
    title: "Apache Libcloud",
  },
  {
    name: "cloudbridge",
    package: "cloudbridge",
    version: "4.4.2",
    install: "cloudbridge[aws]==4.4.2",
    adapter: ["cloudbridge_aws.py"],
    title: "CloudBridge",
  },
];

export const policyOf = (name: string): string => `suites/wrappers/${name}.policy.yaml`;
export const knownOfWrapper = (name: string): string => `suites/known/wrapper-${name}.yaml`;

/** The command of a wrapper, in an environment that is made for it. */
export function commandOf(root: string, wrapper: PublicWrapper): readonly string[] {
  const recipe = { package: wrapper.package, install: wrapper.install, module: "", ready: "" };
  const [adapter = "", ...args] = wrapper.adapter;
  return [join(pythonEnvironment(root, recipe), "bin/python"), join(root, "suites/wrappers", adapter), ...args];
}
