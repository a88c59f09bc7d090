/** The product goes to standard output. Awaits the flush, so that an exit code set afterwards cuts nothing off. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}
