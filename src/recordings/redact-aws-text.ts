const hidden = "***";

const rules: readonly (readonly [RegExp, string])[] = [
  [/(Encoded authorization failure message: ?)[\w+/=-]+/g, `$1${hidden}`],
  [/\barn:aws[\w-]*:[\w-]*:[\w-]*:(?:\d{12}|\*+)?:[^\s<>"'&,;)]*/g, `arn:${hidden}`],
  // Keys, and the ids of users and roles.
  [/\b(?:AKIA|ASIA|AIDA|AROA)[A-Z0-9]{12,124}\b/g, hidden],
  // An account; the last part of a UUID and of a name of ours stand behind a dash.
  [/(?<![\w.-])\d{12}(?![\w.-])/g, hidden],
  [/(?<![\d.])(?!127\.)(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g, hidden],
  // Fingerprints have more groups, of two digits.
  [/(?<![\w:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])/gi, hidden],
  [/(?<![\w:])(?:[0-9a-f]{1,4}:)+(?::[0-9a-f]{1,4})+(?![\w:])/gi, hidden],
];

/**
 * A text of the real AWS without what tells whose account it is: account ids, ARNs, ids of keys, users and roles,
 * encoded authorization messages, IP addresses other than the loopback's.
 * @param account the run's own, hidden wherever it stands.
 */
export function redactAwsText(text: string, account?: string): string {
  const clean = rules.reduce((so, [pattern, by]) => so.replace(pattern, by), text);
  return account === undefined ? clean : clean.replaceAll(account, hidden);
}
