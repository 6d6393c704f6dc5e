/** Names what is wrong in the policy, why, and what it costs. */
import { html, nothing, type TemplateResult } from 'lit';
import { isRecord } from '../../core/schema.ts';
import { schoolsOf } from '../schools/configuration.ts';
import type { Store } from '../store/schema.ts';
import type { Words } from '../words/words.ts';

type RawPolicy = Record<string, unknown>;

/** Characters of a value that is quoted. */
const MAX_QUOTED_CHARS = 60;

interface Mistake {
  /** Where, such as `schools.2.id`. */
  path: string;
  /** What is wrong and what is expected. */
  reason: string;
}

/** A policy may name a setting `constructor`: only what an object itself holds counts. */
const own = <T>(record: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** The value at a path; a single value in place of a list is its first entry. */
function valueAt(policy: unknown, path: readonly string[]): unknown {
  return path.reduce((value, name) => {
    if (isRecord(value)) return own(value, name);
    return Array.isArray(value) ? value[Number(name)] : value;
  }, policy);
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MAX_QUOTED_CHARS ? `${text.slice(0, MAX_QUOTED_CHARS)}…` : text;
}

/** How a school is called in a message: its name, else its id, else its place in the list. */
function schoolName(policy: RawPolicy, index: string, words: Words): string {
  const { name, id } = (valueAt(policy, ['schools', index]) ?? {}) as Record<string, unknown>;
  const given = [name, id].find((text) => typeof text === 'string' && text.trim() !== '') as
    | string
    | undefined;
  return words.options.policy.school(Number(index) + 1, given);
}

/** Explains why the value at a path was left out. */
function explain(path: string, policy: RawPolicy, store: Store, words: Words): string {
  const { policy: text } = words.options;
  const [name, index, field] = path.split('.') as [string, string?, string?];
  const isSchool = name === 'schools' && index !== undefined;
  if (path.includes('…')) return text.tooMany(Number(/(\d+)…/.exec(path)?.[1]));
  const kind = isSchool ? (field ?? 'school') : name === 'on' && index !== undefined ? 'id' : name;
  const expected = own(text.expected, kind);
  if (!expected) return text.unknown;
  const value = valueAt(policy, path.split('.'));
  const wrong = value === undefined ? text.expects(expected) : text.wrong(quoted(value), expected);
  const isSchoolLost = isSchool && (!field || field === 'id');
  const lost = isSchoolLost
    ? text.lostSchool(schoolName(policy, index, words))
    : isSchool
      ? text.lostField(schoolName(policy, index, words))
      : name === 'on' && index !== undefined && !store.managed?.on
        ? text.lostList
        : '';
  return [wrong, lost].filter(Boolean).join(' ');
}

/** What fits the schema but cannot have been meant. */
function unusable(store: Store, { options: { policy: text } }: Words): Mistake[] {
  const { schools = [], on = [], hub } = store.managed ?? {};
  const ids = schools.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  const withoutFeeds = schools.filter(({ news, documents }) => !news.length && !documents.length);
  const listed = new Set(schoolsOf(store).map(({ id }) => id));
  // A hub that has not been read yet may list them.
  const unlisted = hub && !store.policyHub ? [] : on.filter((id) => !listed.has(id));
  return [
    ...[...repeated].map((id) => ({ path: 'schools', reason: text.repeated(id) })),
    ...withoutFeeds.map(({ name }) => ({ path: 'schools', reason: text.withoutFeeds(name) })),
    ...unlisted.map((id) => ({ path: 'on', reason: text.unlisted(id) })),
  ];
}

/**
 * The mistakes of the policy in words.
 *
 * @param policy as the browser has it; empty if that is not known
 */
export function policyMistakes(
  store: Store,
  policy: RawPolicy,
  words: Words,
): TemplateResult | typeof nothing {
  const rejected = (store.managed?.rejected ?? []).map((path) => ({
    path,
    reason: explain(path, policy, store, words),
  }));
  const mistakes = [...rejected, ...unusable(store, words)];
  if (!mistakes.length) return nothing;
  return html`<div class="mistakes"><p>${words.options.policy.lead}</p>
    <ul>${mistakes.map(({ path, reason }) => html`<li><code>${path}</code>: ${reason}</li>`)}</ul></div>`;
}
