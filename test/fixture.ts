/** Recorded bytes below `test/fixtures/`, in Node and in browsers alike. */
export async function bytes(path: string): Promise<Uint8Array> {
  const url = new URL(`./fixtures/${path}`, import.meta.url);
  if (url.protocol === 'file:') {
    // In a variable, so that no bundler or dev server tries to resolve it for a browser.
    const fs = 'node:fs/promises';
    return (await import(fs)).readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
