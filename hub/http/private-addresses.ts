import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses of this machine and of the networks it stands in, by RFC 6890 and RFC 4291. */
const INNER = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INNER.addSubnet(network, prefix);
for (const [network, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  INNER.addSubnet(network, prefix, 'ipv6');

function isInner(address: string): boolean {
  const version = isIP(address);
  return version > 0 && INNER.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** An address that a source has named leads to this machine, or to one beside it. */
export class PrivateAddressError extends Error {}

/** Whether a host is written as the number of such an address, for which nothing is looked up. */
export const isPrivateUrl = (url: string): boolean => isInner(new URL(url).hostname.replace(/^\[|\]$/g, ''));

/** As the system looks names up, but for those that lead inside: what is checked is what is then connected to. */
export const lookupPublic: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, options, (error, found, family) => {
    const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
    callback(error ?? (addresses.some(isInner) ? new PrivateAddressError(hostname) : null), found, family);
  });
