/** An emulator that CI runs the suite against. A further one is a line here, its requirements and its known deviations. */
export interface Emulator {
  readonly name: string;
  /** Seconds that it may take to answer. */
  readonly patience: number;
  /** What starts it, from the `bin` folder of its Python environment. */
  readonly command: (port: number) => readonly [program: string, ...args: string[]];
  readonly env: (port: number) => Readonly<Record<string, string>>;
  /** Answers 200 when it is up. */
  readonly ready: string;
}

export const emulators: readonly Emulator[] = [
  {
    name: "moto",
    patience: 30,
    command: (port) => ["moto_server", "-H", "127.0.0.1", "-p", String(port)],
    env: () => ({}),
    ready: "/moto-api/data.json",
  },
];

/** Python packages with their versions, as pip reads them. */
export const requirementsOf = ({ name }: Emulator): string => `suites/emulators/requirements-${name}.txt`;

/** The deviations that the emulator must show, no more and no fewer. */
export const knownOf = ({ name }: Emulator): string => `suites/known/${name}.yaml`;
