import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pythonEnvironment } from "./python-environment.ts";

/** The first pip that knows when a file was uploaded is 26. */
const pip = { package: "pip", install: "pip==26.3" };

// pip has no command that prints dates, so it is asked as its own command "index" asks.
const program = `
import json, sys
from pip._internal.commands import create_command
command = create_command("index")
options, _ = command.parse_args(["versions", sys.argv[1]])
days = {}
with command._build_session(options) as session:
    for found in command._build_package_finder(options=options, session=session).find_all_candidates(sys.argv[1]):
        if found.link.upload_time is not None:
            days.setdefault(str(found.version), []).append(found.link.upload_time.date().isoformat())
print(json.dumps({version: min(all) for version, all in days.items()}))
`;

/** The day on which each version of a package was released; nothing where the index does not tell, which is said. */
export function releaseDates(root: string, name: string): ReadonlyMap<string, string> {
  const { status, stdout, stderr } = spawnSync(
    join(pythonEnvironment(root, pip), "bin/python"),
    ["-c", program, name],
    { encoding: "utf8" },
  );
  if (status === 0) return new Map(Object.entries(JSON.parse(stdout) as Record<string, string>));
  console.error(`When ${name} was released is not known: ${stderr.trim().split("\n").at(-1)}`);
  return new Map();
}
