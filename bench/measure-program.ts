import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { median } from "./measure-target.ts";

/** Seconds of a whole program, from its start to its end; the median of the rounds. */
export async function secondsOf(args: readonly string[], rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    await end(spawn(process.execPath, args, { stdio: "ignore" }));
    if (round > 0) times.push((performance.now() - started) / 1000);
  }
  return median(times);
}

/** The most memory that a program held at once, in mebibytes, as Linux counts it. */
export async function peakMemory(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, highWater(child.pid));
  }, 10);
  await end(child);
  clearInterval(timer);
  return peak / 1024;
}

async function end(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0)
    throw new Error(`Failed to measure ${child.spawnargs.join(" ")}: it ended with ${code}. Run it by hand.`);
}

/** VmHWM in kibibytes. */
function highWater(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)?.[1] ?? 0);
  } catch {
    return 0; // it has ended between two looks
  }
}
