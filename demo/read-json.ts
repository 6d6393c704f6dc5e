import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../widgets/data/request-options.ts';

/** A JSON file of the hub's folder; undefined if it cannot be read. */
export async function readJson<T>(url: URL): Promise<T | undefined> {
  try {
    const response = await fetch(url, {
      ...REQUEST_OPTIONS,
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
