import { installCommand } from "./emulator/find-program.ts";
import { findPython } from "./emulator/find-python.ts";
import { pythonRecipe } from "./emulator/start-recipe.ts";
import { namedProfile, profileNames } from "./profile.ts";

/** A target that can be named, and whether it could be started here. */
export interface ListedTarget {
  readonly name: string;
  readonly about: string;
  /** The version that is installed. */
  readonly version?: string;
  /** The command that installs it, where it is not. */
  readonly install?: string;
}

/** Every target that has a name. @param venv where else than on the `PATH` to look. */
export async function listTargets(venv: string | undefined): Promise<readonly ListedTarget[]> {
  const emulators = profileNames().map(async (name): Promise<ListedTarget> => {
    const profile = namedProfile(name);
    const { about = "" } = profile;
    const start = pythonRecipe(profile);
    if (start === undefined) return { name, about };
    const found = await findPython(start.package, venv);
    return {
      name,
      about,
      ...(found === undefined ? { install: installCommand(start, venv) } : { version: found.version }),
    };
  });
  return [
    { name: "mock", about: "the embedded reference emulator, in process" },
    ...(await Promise.all(emulators)),
    { name: "aws", about: namedProfile("aws").about ?? "" },
    { name: "http(s)://…", about: "anything that answers at a URL" },
  ];
}
