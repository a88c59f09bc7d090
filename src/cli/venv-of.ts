/** The virtual environment that emulators are looked for in: the option's, else the environment's. */
export function venvOf(option: string | undefined): string | undefined {
  return option ?? (process.env["EC2_CONTRACT_VENV"] || undefined);
}
