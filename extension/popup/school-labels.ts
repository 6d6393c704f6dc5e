import type { School } from '../../core/model/feed.ts';

/** What stands before a school's province, and what all of them are called. */
const PROVINCE = /(?:^|\s)(?:tỉnh|thành phố|TP\.?)\s+(\S.*)$/iu;
const KIND = /^trường\s+(?:chính trị|đào tạo cán bộ)\s+(?=\S)/iu;

/** Names short enough for a chip, by school: the province where the name has one. Two alike stay whole. */
export function shortNames(schools: Record<string, School>): Map<string, string> {
  const short = Object.entries(schools).map(([id, { name }]) => {
    const words = name.normalize('NFC');
    return [id, PROVINCE.exec(words)?.[1] ?? words.replace(KIND, '')] as const;
  });
  const unique = (name: string) => short.filter(([, other]) => other === name).length === 1;
  return new Map(short.map(([id, name]) => [id, unique(name) ? name : schools[id]!.name]));
}
