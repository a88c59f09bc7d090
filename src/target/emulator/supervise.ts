import { spawn } from "node:child_process";

/**
 * Waits for a line. Where the pipe closes without one, whoever held its other end is gone, however it was killed: then
 * the group is ended and the folder removed. In a session of its own, so that no terminal takes it along.
 */
const script = `
trap '' HUP INT TERM
read -r line && exit 0
kill -s TERM -- "-$1" 2>/dev/null && sleep 1
kill -s KILL -- "-$1" 2>/dev/null
rm -rf -- "$2"
`;

/**
 * Has another process end a process group, and remove its folder, when this process is gone, whatever ended it.
 * @returns a function that says that there is nothing left to end.
 */
export function supervise(group: number, folder: string): () => void {
  const child = spawn("sh", ["-c", script, "ec2-contract-supervisor", String(group), folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Where there is no shell, or it was killed, the group is still ended by whoever calls `stop`.
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  child.unref();
  return () => void child.stdin.end("done\n");
}
