/** Explains zod's issues in Vietnamese, with paths as they are in the file. */
import type * as z from 'zod/mini';
import {
  clusterSchema,
  columnsSchema,
  feedSourceSchema,
  pageSourceSchema,
  placeSchema,
  schoolSchema,
} from './cluster-schema.ts';

/**
 * Whether zod's path has a step that the file does not: the schema puts a single source into a list, and a URL into
 * `{ "url": … }`.
 */
function isImplied(at: unknown, step: PropertyKey): boolean {
  return typeof step === 'number' ? !Array.isArray(at) : typeof at === 'string';
}

const property = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;

/** The value at a path, as the file has it. */
function valueAtPath(path: readonly PropertyKey[], value: unknown): unknown {
  return path.reduce((at: unknown, step) => (isImplied(at, step) ? at : property(at, step)), value);
}

/** For example `schools[2] "nb" › news[0] › url`: counted from 0 as in JSON; schools and places also by id. */
export function describePath(path: readonly PropertyKey[], value: unknown): string {
  let at = value;
  const steps: string[] = [];
  for (const step of path) {
    if (isImplied(at, step)) continue;
    at = property(at, step);
    if (typeof step !== 'number') {
      steps.push(String(step));
      continue;
    }
    const named = property(at, 'id');
    steps.push(`${steps.pop() ?? ''}[${step}]${typeof named === 'string' ? ` "${named}"` : ''}`);
  }
  return steps.join(' › ') || 'cấu hình';
}

/** The keys allowed where an unknown one was found. */
function keysAllowedAt([list, , ...deeper]: readonly PropertyKey[], given: unknown): string[] {
  const source = property(given, 'kind') === 'page' ? pageSourceSchema : feedSourceSchema;
  const schema = deeper.includes('columns')
    ? columnsSchema
    : deeper.length
      ? source
      : list === 'schools'
        ? schoolSchema
        : list === 'places'
          ? placeSchema
          : clusterSchema;
  return Object.keys(schema.shape).filter((key) => key !== '$schema');
}

function describeUnknownKeys({ keys, path }: z.core.$ZodIssueUnrecognizedKeys, given: unknown): string {
  const known = keysAllowedAt(path, given);
  const forPages = known.includes('url') && keys.every((key) => key in pageSourceSchema.shape);
  const instead = forPages ? 'mục này chỉ đi với "kind": "page"' : `chỉ có: ${known.join(', ')}`;
  return `không có mục ${keys.map((key) => `"${key}"`).join(', ')}; ${instead}`;
}

/** Describes what is expected and what the file has instead. */
export function describeIssue(issue: z.core.$ZodIssue, value: unknown): string {
  const given = valueAtPath(issue.path, value);
  if (issue.code === 'unrecognized_keys') return describeUnknownKeys(issue, given);
  const isKind = issue.code === 'invalid_union' && issue.path.at(-1) === 'kind';
  const wanted = isKind ? 'kind là "feed" hoặc "page"' : issue.message;
  if (given === undefined) return `thiếu (${wanted})`;
  return typeof given === 'object' ? wanted : `${wanted}; đang ghi ${JSON.stringify(given).slice(0, 100)}`;
}
