/** Settings preset by an IT department (`storage.managed`); see managed-schema.json. */
import { asObject } from '../../core/read/json/values.ts';
import { browser } from '../browser.ts';
import { type Managed, policyFields } from '../store/schema.ts';

/** Accepts a single URL in place of a list of feeds. */
function withFeedLists(school: unknown): object {
  const { news = [], documents = [], ...rest } = asObject(school);
  return { ...rest, news: [news].flat(), documents: [documents].flat() };
}

/** The valid fields of a policy; undefined if there are none. */
function parsePolicy(policy: Record<string, unknown>): Managed | undefined {
  const { schools } = policy;
  const fields = Array.isArray(schools) ? { ...policy, schools: schools.map(withFeedLists) } : policy;
  const valid: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(policyFields)) {
    const value = schema(fields[name]);
    if (value !== undefined) valid[name] = value;
  }
  return Object.keys(valid).length ? (valid as Managed) : undefined;
}

/** The current policy, if any. */
export async function readPolicy(): Promise<Managed | undefined> {
  // Firefox rejects if there is no policy.
  const policy = await browser.storage.managed.get(null).catch(() => ({}));
  return parsePolicy(policy);
}
