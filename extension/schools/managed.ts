/** What an IT department presets by policy. */
import { browser } from '../browser.ts';
import { type Managed, presets } from '../store/schema.ts';

/** Feeds may be given as one address. */
function plural(school: unknown): object {
  const { news = [], documents = [], ...rest } = Object(school);
  return { ...rest, news: [news].flat(), documents: [documents].flat() };
}

/** What is valid of a policy: one mistake does not undo the rest. Undefined if nothing is preset. */
function managedFrom(policy: Record<string, unknown>): Managed | undefined {
  const given = Array.isArray(policy.schools) ? { ...policy, schools: policy.schools.map(plural) } : policy;
  const found: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(presets)) {
    const valid = shape(given[name]);
    if (valid !== undefined) found[name] = valid;
  }
  return Object.keys(found).length ? (found as Managed) : undefined;
}

/** The policy as it stands now; Firefox throws where there is none. */
export async function readManaged(): Promise<Managed | undefined> {
  const policy = await browser.storage.managed.get(null).catch(() => ({}));
  return managedFrom(policy);
}
