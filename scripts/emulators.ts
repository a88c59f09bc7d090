/**
 * The emulators that CI runs the suite against, by the name of their profile in `suites/profiles/`. A further one is a
 * name here, and how it is known to deviate in `suites/known/`. LocalEmu is left out, as its key pairs are LocalStack's.
 */
export const emulators: readonly string[] = ["moto", "moto-auth", "localstack", "ministack"];

/** Those whose answers are kept, and replayed by every test run. */
export const recordedEmulators: readonly string[] = ["moto", "localstack"];

export const recordingOf = (name: string): string => `fixtures/exchanges/${name}`;

/** The deviations that the emulator must show, no more and no fewer. */
export const knownOf = (name: string): string => `suites/known/${name}.yaml`;
