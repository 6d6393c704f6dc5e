import type { Cluster } from '../../core/config/cluster.ts';
import { VERSION } from '../version.ts';
import type { ClientOptions } from './client.ts';

/** Adds the configured contact to the `User-Agent`, without characters that are not allowed in headers. */
export function clientOptionsFor(cluster?: Pick<Cluster, 'contact' | 'hub'>): ClientOptions {
  const contact = (cluster?.contact ?? cluster?.hub)?.replace(/[^ -~]|[()]/g, '');
  return { userAgent: `tct-hub/${VERSION}${contact ? ` (+${contact})` : ''}` };
}
