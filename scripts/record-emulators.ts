import { recordedEmulators, recordingOf } from "./emulators.ts";
import { runEmulator } from "./run-emulator.ts";

// `npm run record:emulators -- [NAME…]`: what the emulators answer, into `fixtures/exchanges/`. suites/recorded.suite.ts
// replays it. The fresh keys are those of the recording that is there, so that a diff shows what the emulator does.

const names = process.argv.slice(2);
const unknown = names.find((name) => !recordedEmulators.includes(name));
if (unknown === undefined) {
  for (const name of names.length === 0 ? recordedEmulators : names) {
    const code = runEmulator(name, ["--record", recordingOf(name), "--reporter", "badge"]);
    process.stderr.write(`\n${name}: ${code === 0 ? "as known" : `not as known, exit code ${code}`}\n`);
    if (code !== 0) process.exitCode = 1;
  }
} else {
  process.stderr.write(
    `Failed to record ${unknown}: no recording of it is kept. Choose from ${recordedEmulators.join(", ")}.\n`,
  );
  process.exitCode = 2;
}
