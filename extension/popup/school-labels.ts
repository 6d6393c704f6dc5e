import type { School } from '../../core/model/feed.ts';

/** Matches the province in a school's name, and the words with which all the names begin. */
const PROVINCE = /(?:^|\s)(?:tỉnh|thành phố|TP\.?)\s+(\S.*)$/iu;
const GENERIC_PREFIX = /^trường\s+(?:chính trị|đào tạo cán bộ)\s+(?=\S)/iu;

/** Short names by school id: the province if the name has one. Names that would be ambiguous stay in full. */
export function schoolLabels(schools: Record<string, School>): Map<string, string> {
  const labels = Object.entries(schools).map(([id, { name }]) => {
    const fullName = name.normalize('NFC');
    const label = PROVINCE.exec(fullName)?.[1] ?? fullName.replace(GENERIC_PREFIX, '');
    return { id, name, label };
  });
  const isUnique = (label: string) => labels.filter((other) => other.label === label).length === 1;
  return new Map(labels.map(({ id, name, label }) => [id, isUnique(label) ? label : name]));
}
