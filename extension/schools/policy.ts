/** Settings preset by an IT department (`storage.managed`); see managed-schema.json. */
import { boolean, isRecord } from '../../core/schema.ts';
import { browser } from '../browser.ts';
import { type Managed, managed, policyFields } from '../store/schema.ts';
import { pageAddresses } from './addresses.ts';

/** Accepts a single URL in place of a list of feeds. */
function withFeedLists(school: unknown): unknown {
  if (!isRecord(school)) return school;
  const { news = [], documents = [], ...rest } = school;
  return { ...rest, news: [news].flat(), documents: [documents].flat() };
}

/** Unambiguous ways to write a value that the schema does not know: `tin.truong.example`, one id, 0 for false. */
function normalize(name: string, value: unknown): unknown {
  if (name === 'hub' && typeof value === 'string') return pageAddresses(value)[0] ?? value;
  if (name === 'schools' && Array.isArray(value)) return value.map(withFeedLists);
  if (name === 'on' && typeof value === 'string') return [value];
  // Windows' registry has no booleans.
  const isBoolean = policyFields[name as keyof typeof policyFields] === boolean;
  return isBoolean && (value === 0 || value === 1) ? !!value : value;
}

/** The settings of a policy that fit, and in `rejected` the paths of what does not; undefined if there are none. */
export function parsePolicy(policy: Record<string, unknown>): Managed | undefined {
  const rejected = Object.keys(policy).filter((name) => !Object.hasOwn(policyFields, name));
  const report = (path: string) => void rejected.push(path);
  const fields = Object.fromEntries(
    Object.entries(policy).map(([name, value]) => [name, normalize(name, value)]),
  );
  const { on, ...others } = managed({ ...fields, rejected: undefined }, report) ?? {};
  // A list of which nothing fits would switch off all schools.
  const isEmptied = on && !on.length && (policy.on as unknown[]).length > 0;
  const valid = { ...others, ...(on && !isEmptied && { on }) };
  if (!Object.keys(valid).length && !rejected.length) return undefined;
  // In the order and within the limits in which it is stored.
  return managed({ ...valid, ...(rejected.length && { rejected }) }, () => undefined);
}

/**
 * The policy as the browser has it. Undefined if there certainly is none: Firefox rejects then. Chromium gives an empty
 * one, also while it has not read the policy yet, for some seconds after it has installed the extension.
 */
export async function storedPolicy(): Promise<Record<string, unknown> | undefined> {
  const policy: unknown = await browser.storage.managed.get(null).catch(() => undefined);
  return isRecord(policy) ? policy : undefined;
}

/** The current policy, if any. */
export const readPolicy = async (): Promise<Managed | undefined> => parsePolicy((await storedPolicy()) ?? {});
