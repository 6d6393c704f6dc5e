import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../data/request-options.ts';

/** Browsers report a blocked request a moment after it has failed. */
const REPORT_DELAY_MS = 100;

/** Why a request that failed did: the server answers, though not to this page; the page's policy; or anything else. */
export type ProbeResult = 'answered' | 'policy' | 'unreachable';

const probes = new Map<string, Promise<ProbeResult>>();

async function send(url: string): Promise<ProbeResult> {
  let isBlocked = false;
  const { origin } = new URL(url);
  const listen = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    isBlocked ||= disposition === 'enforce' && blockedURI.startsWith(origin);
  };
  addEventListener('securitypolicyviolation', listen);
  try {
    await fetch(url, {
      ...REQUEST_OPTIONS,
      mode: 'no-cors',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    return 'answered';
  } catch {
    await new Promise((resolve) => setTimeout(resolve, REPORT_DELAY_MS));
    return isBlocked ? 'policy' : 'unreachable';
  } finally {
    removeEventListener('securitypolicyviolation', listen);
  }
}

/**
 * Asks an address that the page is configured with once more, at most once, without reading the response: a script cannot
 * see otherwise whether a server is down or only lets no other site read it.
 */
export function probe(url: string): Promise<ProbeResult> {
  if (!probes.has(url)) probes.set(url, send(url));
  return probes.get(url)!;
}
