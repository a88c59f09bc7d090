import { join } from "node:path";
import { scaffoldAction } from "./scaffold-action.ts";

// `npm run new-action -- CreateKeyPair`

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || rest.length > 0) {
  process.stderr.write("Failed to make an action: it needs one name. Run npm run new-action -- CreateKeyPair.\n");
  process.exitCode = 2;
} else {
  try {
    const files = scaffoldAction(join(import.meta.dirname, ".."), name);
    console.log(
      `${files.join("\n")}\nNow: npm run format; then describe the action in spec/, and give each clause its grounds.`,
    );
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exitCode = 2;
  }
}
