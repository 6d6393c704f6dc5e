/** Settings preset by an IT department (`storage.managed`); see managed-schema.json. */
import { isRecord } from '../../core/schema.ts';
import { browser } from '../browser.ts';
import { type Managed, managed, policyFields } from '../store/schema.ts';

/** Accepts a single URL in place of a list of feeds. */
function withFeedLists(school: unknown): unknown {
  if (!isRecord(school)) return school;
  const { news = [], documents = [], ...rest } = school;
  return { ...rest, news: [news].flat(), documents: [documents].flat() };
}

/** The settings of a policy that fit, and in `rejected` the names of the others; undefined if there are none. */
export function parsePolicy(policy: Record<string, unknown>): Managed | undefined {
  const rejected = Object.keys(policy).filter((name) => !Object.hasOwn(policyFields, name));
  const report = (path: string) => void rejected.push(path);
  const { schools } = policy;
  const fields = Array.isArray(schools) ? { ...policy, schools: schools.map(withFeedLists) } : policy;
  const { on, ...others } = managed({ ...fields, rejected: undefined }, report) ?? {};
  // A list of which nothing fits would switch off all schools.
  const isEmptied = on && !on.length && (policy.on as unknown[]).length > 0;
  const valid = { ...others, ...(on && !isEmptied && { on }) };
  if (!Object.keys(valid).length && !rejected.length) return undefined;
  // In the order and within the limits in which it is stored.
  return managed({ ...valid, ...(rejected.length && { rejected }) }, () => undefined);
}

/** The current policy, if any. */
export async function readPolicy(): Promise<Managed | undefined> {
  // Firefox rejects if there is no policy.
  const policy: unknown = await browser.storage.managed.get(null).catch(() => ({}));
  return parsePolicy(isRecord(policy) ? policy : {});
}
