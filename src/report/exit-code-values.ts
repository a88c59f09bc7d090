/** What the program's exit codes mean; scripts rely on them. */
export const exitCodes = { conforms: 0, deviates: 1, usage: 2, unobserved: 3, bug: 70, interrupted: 130 } as const;
