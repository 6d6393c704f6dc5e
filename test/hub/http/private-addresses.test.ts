import { networkInterfaces } from 'node:os';
import { expect } from 'chai';
import {
  isPrivateUrl,
  isWrittenPrivate,
  lookupPublic,
  PrivateAddressError,
} from '../../../hub/http/private-addresses.ts';

/** First and last address of each range, and its neighbours where those are public. */
const RANGES: [name: string, inside: string[], outside: string[]][] = [
  ['this network', ['0.0.0.0', '0.255.255.255'], ['1.0.0.0']],
  ['private use, 10/8', ['10.0.0.0', '10.255.255.255'], ['9.255.255.255', '11.0.0.0']],
  ['carriers’ NAT', ['100.64.0.0', '100.127.255.255'], ['100.63.255.255', '100.128.0.0']],
  ['loopback', ['127.0.0.0', '127.0.0.1', '127.255.255.255'], ['126.255.255.255', '128.0.0.0']],
  ['link-local', ['169.254.0.0', '169.254.169.254', '169.254.255.255'], ['169.253.255.255', '169.255.0.0']],
  ['private use, 172.16/12', ['172.16.0.0', '172.31.255.255'], ['172.15.255.255', '172.32.0.0']],
  ['protocol assignments', ['192.0.0.0', '192.0.0.255'], ['191.255.255.255', '192.0.1.0']],
  ['documentation, 192.0.2/24', ['192.0.2.0', '192.0.2.255'], ['192.0.1.255', '192.0.3.0']],
  ['6to4 relays', ['192.88.99.0', '192.88.99.255'], ['192.88.98.255', '192.88.100.0']],
  ['private use, 192.168/16', ['192.168.0.0', '192.168.255.255'], ['192.167.255.255', '192.169.0.0']],
  ['benchmarking', ['198.18.0.0', '198.19.255.255'], ['198.17.255.255', '198.20.0.0']],
  ['documentation, 198.51.100/24', ['198.51.100.0', '198.51.100.255'], ['198.51.99.255', '198.51.101.0']],
  ['documentation, 203.0.113/24', ['203.0.113.0', '203.0.113.255'], ['203.0.112.255', '203.0.114.0']],
  ['multicast', ['224.0.0.0', '239.255.255.255'], ['223.255.255.255']],
  ['reserved and broadcast', ['240.0.0.0', '255.255.255.255'], []],
  ['IPv6 loopback and unspecified', ['[::]', '[::1]'], []],
  ['IPv4-compatible', ['[::7f00:1]', '[::8.8.8.8]'], []],
  ['IPv4-mapped', ['[::ffff:10.0.0.1]', '[::ffff:a9fe:a9fe]'], ['[::ffff:8.8.8.8]']],
  ['IPv4-translated', ['[::ffff:0:10.0.0.1]', '[::ffff:0:a9fe:a9fe]'], ['[::ffff:0:8.8.8.8]']],
  ['NAT64', ['[64:ff9b::10.0.0.1]', '[64:ff9b::7f00:1]'], ['[64:ff9b::8.8.8.8]']],
  ['local NAT64', ['[64:ff9b:1::]', '[64:ff9b:1:ffff::1]'], ['[64:ff9b:2::]']],
  ['6to4', ['[2002:a00:1::1]', '[2002:c0a8:101::]'], ['[2002:808:808::1]']],
  ['discard-only', ['[100::]', '[100::ffff]', '[100:0:0:1::]'], ['[100:0:0:2::]']],
  ['protocol assignments, IPv6', ['[2001::]', '[2001:1ff:ffff::]'], ['[2001:200::]']],
  ['documentation, 2001:db8::/32', ['[2001:db8::1]'], ['[2001:db7::1]', '[2001:db9::1]']],
  ['documentation, 3fff::/20', ['[3fff::1]', '[3fff:fff::1]'], ['[3fff:1000::1]']],
  ['segment routing', ['[5f00::1]'], ['[5f01::1]']],
  ['unique local', ['[fc00::]', '[fdff::1]'], ['[fbff::1]']],
  ['link-local and site-local, IPv6', ['[fe80::1]', '[febf::1]', '[fec0::1]', '[feff::1]'], ['[fe7f::1]']],
  ['multicast, IPv6', ['[ff00::]', '[ff02::1]', '[ffff::1]'], []],
];

describe('private addresses', () => {
  for (const [name, inside, outside] of RANGES)
    it(`recognises ${name}`, () => {
      for (const host of inside) expect(isPrivateUrl(`http://${host}/`), host).to.equal(true);
      for (const host of outside) expect(isPrivateUrl(`http://${host}/`), host).to.equal(false);
    });

  it('recognises them however they are written', () => {
    for (const host of [
      '2130706433',
      '0x7f.1',
      '127.1',
      '017700000001',
      '0300.0250.1.1',
      '127.0.0.1.',
      '１２７.0.0.1',
      '%31%32%37.0.0.1',
      '[0:0:0:0:0:ffff:7f00:1]',
      '[::ffff:169.254.169.254]',
    ])
      expect(isPrivateUrl(`http://${host}:8080/rss`), host).to.equal(true);
  });

  it('counts the addresses of this machine among them, and what leads to them', () => {
    for (const { address, family } of Object.values(networkInterfaces()).flatMap((each) => each ?? []))
      for (const host of family === 'IPv6' ? [`[${address}]`] : [address, `[::ffff:${address}]`])
        expect(isPrivateUrl(`http://${host}/`), host).to.equal(true);
  });

  it('are written as such only by number, or as a name of this machine', () => {
    for (const host of ['10.0.0.1', '0x7f.1', '[::1]', 'localhost', 'LOCALHOST.', 'tin.localhost:8080'])
      expect(isWrittenPrivate(`http://${host}/`), host).to.equal(true);
    for (const host of ['truong.example', 'localhost.truong.example', 'mylocalhost', '8.8.8.8', 'intranet'])
      expect(isWrittenPrivate(`http://${host}/`), host).to.equal(false);
  });

  it('leaves public addresses alone', () => {
    for (const host of ['8.8.8.8', '[2606:4700::1111]', '[2400:cb00::1]'])
      expect(isPrivateUrl(`http://${host}/`), host).to.equal(false);
  });

  it('have no zone in a URL', () => {
    for (const host of ['[fe80::1%eth0]', '[fe80::1%25eth0]'])
      expect(URL.canParse(`http://${host}/`), host).to.equal(false);
  });

  it('checks host names when they are looked up, not by their spelling', async () => {
    expect(isPrivateUrl('http://localhost/')).to.equal(false);
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => lookupPublic('localhost', { all }, resolve));
      expect(error).to.be.instanceOf(PrivateAddressError);
    }
  });
});
