import { httpUrl } from '../core/url.ts';
import type { Words } from './language.ts';

const LOCAL = /^https?:\/\/(?:localhost|127\.|\[::1\])/;

const LOCAL_HUB: Words = [
  'Địa chỉ trạm chỉ mở được trên máy này. Đặt trạm lên máy chủ, ghi "hub" vào cấu hình rồi chép mã.',
  'The hub’s address opens on this computer only. Put the hub on a server, write "hub" into its configuration, then copy the code.',
];
const HTTP_HUB: Words = [
  'Trạm chỉ có http: trang https không nạp được khối từ đó. Đưa trạm lên https.',
  'The hub is http only: https pages cannot load the block from it. Put the hub on https.',
];

/**
 * The public address of a hub, ending in a slash.
 *
 * @param configured `hub` of its `cluster.json`, if there is one
 * @param folder where this page reaches it
 */
export const hubAddress = (configured: string | undefined, folder: URL): string =>
  (httpUrl(configured) ?? folder.href).replace(/\/*$/, '/');

/** What is wrong with a hub's address for the pages of others; undefined if nothing is. */
export function addressFault(address: string): Words | undefined {
  if (LOCAL.test(address)) return LOCAL_HUB;
  return address.startsWith('http:') ? HTTP_HUB : undefined;
}
