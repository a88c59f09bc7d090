/** A part of the sources that is mutated, and the tests that have to see each mutant of it. */
export interface Area {
  /** A folder or file, as it is named on the command line and in the table. */
  readonly name: string;
  readonly mutate: readonly string[];
  readonly tests: readonly string[];
}

/** A folder with the tests beside its files, but for those that start other programs: they take too long. */
function folder(name: string): Area {
  return { name, mutate: [`${name}/**/*.ts`, "!**/*.test.ts"], tests: [`${name}/**/!(*-programs).test.ts`] };
}

/** All that a verdict depends on: what is asked, what is read, what is judged, and the oracle. */
export const areas: readonly Area[] = [
  folder("src/known"),
  folder("src/wire"),
  folder("src/judge"),
  folder("src/plan"),
  folder("src/actions/import-key-pair/keys"),
  folder("src/actions/import-key-pair/checks"),
];
