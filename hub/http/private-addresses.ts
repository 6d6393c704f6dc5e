/** Keeps sources from pointing the hub at its own machine or network (server-side request forgery). */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { networkInterfaces } from 'node:os';

/** IPv4 blocks that are not on the public Internet (RFC 6890 and IANA's registry of special-purpose addresses). */
export const IPV4_BLOCKS: [network: string, prefix: number][] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private use
  ['100.64.0.0', 10], // carriers' NAT
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, metadata services of clouds
  ['172.16.0.0', 12], // private use
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // deprecated 6to4 relays
  ['192.168.0.0', 16], // private use
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and the broadcast address
];

/** The same for IPv6 (RFC 6890, RFC 4291 and IANA's registry). */
export const IPV6_BLOCKS: [network: string, prefix: number][] = [
  ['::', 96], // unspecified, loopback, deprecated IPv4-compatible
  ['64:ff9b:1::', 48], // local NAT64
  ['100::', 63], // discard-only, and the dummy prefix after it
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['3fff::', 20], // documentation
  ['5f00::', 16], // segment routing
  ['fc00::', 7], // unique local
  ['fe80::', 10], // link-local
  ['fec0::', 10], // deprecated site-local
  ['ff00::', 8], // multicast
];

/** `0a00:0001` for `10.0.0.1`. */
function toHexGroups(ipv4: string): string {
  const hex = ipv4
    .split('.')
    .map((byte) => Number(byte).toString(16).padStart(2, '0'))
    .join('');
  return `${hex.slice(0, 4)}:${hex.slice(4)}`;
}

/** Adds an IPv4 block, and the IPv6 addresses that lead to it. */
function addIpv4(blocks: BlockList, network: string, prefix: number): void {
  blocks.addSubnet(network, prefix);
  // Mapped (RFC 4291), translated (RFC 2765), NAT64 (RFC 6052), 6to4 (RFC 3056).
  for (const start of ['::ffff:', '::ffff:0:', '64:ff9b::'])
    blocks.addSubnet(start + network, 96 + prefix, 'ipv6');
  blocks.addSubnet(`2002:${toHexGroups(network)}::`, 16 + prefix, 'ipv6');
}

const PRIVATE_BLOCKS = new BlockList();
for (const [network, prefix] of IPV6_BLOCKS) PRIVATE_BLOCKS.addSubnet(network, prefix, 'ipv6');
for (const [network, prefix] of IPV4_BLOCKS) addIpv4(PRIVATE_BLOCKS, network, prefix);

/** The addresses of this machine, its public ones included. Read each time, because they change. */
function ownAddresses(): BlockList {
  const own = new BlockList();
  let interfaces: ReturnType<typeof networkInterfaces> = {};
  try {
    interfaces = networkInterfaces();
  } catch {
    // Not allowed in some sandboxes.
  }
  for (const { address, family } of Object.values(interfaces).flatMap((each) => each ?? []))
    if (family === 'IPv4') addIpv4(own, address, 32);
    else own.addAddress(address.replace(/%.*/, ''), 'ipv6');
  return own;
}

/** @param address an IP address, with or without a zone; a host name is not private by itself */
function isPrivate(address: string): boolean {
  const version = isIP(address);
  if (!version) return false;
  const plain = address.replace(/%.*/, '');
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return PRIVATE_BLOCKS.check(plain, family) || ownAddresses().check(plain, family);
}

/** Thrown if a URL leads to a private address. */
export class PrivateAddressError extends Error {}

const hostnameOf = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '');

/** Whether a URL's host is a private IP address. Host names are checked by `lookupPublic`. */
export const isPrivateUrl = (url: string): boolean => isPrivate(hostnameOf(url));

/** Whether a URL's host is private as it is written: a private IP address, or a name of this machine (RFC 6761). */
export const isWrittenPrivate = (url: string): boolean =>
  isPrivateUrl(url) || /(?:^|\.)localhost\.?$/.test(hostnameOf(url));

/**
 * `dns.lookup` that fails with `PrivateAddressError` if any resolved address is private. The connection itself uses it,
 * because a separate lookup before could return other addresses (DNS rebinding).
 */
export const lookupPublic: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, options, (error, found, family) => {
    const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
    callback(error ?? (addresses.some(isPrivate) ? new PrivateAddressError(hostname) : null), found, family);
  });
