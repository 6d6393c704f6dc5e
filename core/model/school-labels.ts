import type { School } from './feed.ts';

/** Matches the province in a school's name, and the words with which all the names begin. */
const PROVINCE = /(?:^|\s)(?:tỉnh|thành phố|TP\.?)\s+(\S.*)$/iu;
const GENERIC_PREFIX = /^trường\s+(?:chính trị|đào tạo cán bộ)\s+(?=\S)/iu;

/** A school's name without what all the names have: the province if the name has one. */
export function schoolLabel(name: string): string {
  const fullName = name.normalize('NFC');
  return PROVINCE.exec(fullName)?.[1] ?? fullName.replace(GENERIC_PREFIX, '');
}

/** Short names by school id. Names that would be ambiguous stay in full. */
export function schoolLabels(schools: Record<string, School>): Map<string, string> {
  const labels = Object.entries(schools).map(([id, { name }]) => ({ id, name, label: schoolLabel(name) }));
  const isUnique = (label: string) => labels.filter((other) => other.label === label).length === 1;
  return new Map(labels.map(({ id, name, label }) => [id, isUnique(label) ? label : name]));
}
