/**
 * The hash by which a Content-Security-Policy allows an inline style; undefined where the browser computes none, as on pages
 * of plain http.
 */
export async function styleHash(css: string): Promise<string | undefined> {
  if (!css || !globalThis.crypto?.subtle) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css)));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}
