/**
 * The DNS suffixes of the partitions of AWS, as the SDK's own partition table lists them.
 * @see partitions.js of `@aws-sdk/core` (util-endpoints): dnsSuffix and dualStackDnsSuffix
 */
const awsSuffixes = [
  "amazonaws.com",
  "amazonaws.com.cn",
  "amazonaws.eu",
  "api.amazonwebservices.com.cn",
  "api.amazonwebservices.eu",
  "api.aws",
  "api.aws.hci.ic.gov",
  "api.aws.ic.gov",
  "api.aws.scloud",
  "api.cloud-aws.adc-e.uk",
  "c2s.ic.gov",
  "cloud.adc-e.uk",
  "csp.hci.ic.gov",
  "sc2s.sgov.gov",
];

/** Whether a host belongs to the real AWS, however it is spelled (upper case, final dot). */
export function isRealAws(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.+$/, "");
  return awsSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}
