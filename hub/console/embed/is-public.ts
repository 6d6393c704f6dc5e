/** Whether an address may be one that everybody can open: no name or number of this computer or of a local network. */
export function isPublic(address: string): boolean {
  let host: string;
  try {
    host = new URL(address).hostname;
  } catch {
    return false;
  }
  if (/^(127|10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./.test(host)) return false;
  return !/^\[|(^|\.)(localhost|local|internal|lan)$/.test(host) && host.includes('.');
}
