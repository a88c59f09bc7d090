/** Milliseconds: who listens answers by then, or is asked again. */
const patience = 2_000;

/**
 * The status of what is answered at a URL; undefined where nobody answers. Asked without any proxy of the caller's, which
 * is for other places.
 */
export async function statusAt(url: URL, redirect: "manual" | "follow" = "manual"): Promise<number | undefined> {
  const { Agent, fetch } = await import("undici");
  const dispatcher = new Agent();
  try {
    const { status } = await fetch(url, { dispatcher, redirect, signal: AbortSignal.timeout(patience) });
    return status;
  } catch {
    return undefined; // nobody listens
  } finally {
    await dispatcher.destroy();
  }
}
