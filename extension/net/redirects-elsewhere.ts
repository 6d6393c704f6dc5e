import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../../widgets/data/request-options.ts';
import { hostQueue } from './host-queue.ts';

/** Whether an address redirects. If we may not read the target, the browser reports only a failed request. */
export function redirectsElsewhere(url: string): Promise<boolean> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), REQUEST_TIMEOUT_MS);
  const request = hostQueue.run(url, () =>
    fetch(url, { ...REQUEST_OPTIONS, redirect: 'manual', signal: abort.signal }),
  );
  return request
    .then(
      ({ type }) => type === 'opaqueredirect',
      () => false,
    )
    .finally(() => clearTimeout(timer));
}
