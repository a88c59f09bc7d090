/**
 * The emulators that CI runs the suite against, by the name of their profile. A further one is a name here, its Python
 * packages in `suites/emulators/`, and how it is known to deviate in `suites/known/`.
 */
export const emulators: readonly string[] = ["moto"];

/** Python packages with their versions, as pip reads them. */
export const requirementsOf = (name: string): string => `suites/emulators/requirements-${name}.txt`;

/** The deviations that the emulator must show, no more and no fewer. */
export const knownOf = (name: string): string => `suites/known/${name}.yaml`;
