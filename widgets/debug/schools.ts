import { REQUEST_OPTIONS, REQUEST_TIMEOUT_MS } from '../data/request-options.ts';
import { splitWords } from '../data/source-urls.ts';
import { pageSettings } from '../globals.ts';
import type { Finding } from './finding.ts';
import { nearest } from './nearest.ts';

let hubSchools: Promise<string[]> | undefined;

/** The ids of the hub's schools, from its `cluster.json`; none if it cannot be read. */
function schoolsOfHub(): Promise<string[]> {
  hubSchools ??= fetch(`${pageSettings().base}cluster.json`, {
    ...REQUEST_OPTIONS,
    signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
  })
    .then((response) => response.json())
    .then(({ schools }: { schools: { id: string }[] }) => schools.map(({ id }) => String(id)))
    .catch(() => []);
  return hubSchools;
}

function finding(id: string, known: readonly string[]): Finding {
  const near = nearest(id, known);
  const list = known.join(', ');
  return {
    problem: [`Không có trường nào mang mã “${id}”.`, `There is no school with the id “${id}”.`],
    remedy: known.length
      ? [
          `${near ? `Có lẽ bạn muốn ghi school="${near}". ` : ''}Các mã: ${list}.`,
          `${near ? `Perhaps you mean school="${near}". ` : ''}The ids are: ${list}.`,
        ]
      : ['Xem mã trong cluster.json của trạm.', 'See the ids in the hub’s cluster.json.'],
  };
}

/** Says that the hub has no such school if a missing file is that of one. */
export async function unknownSchool(url: string): Promise<Finding | undefined> {
  const { base } = pageSettings();
  if (!base || !url.startsWith(`${base}schools/`)) return undefined;
  const id = decodeURIComponent(url.slice(`${base}schools/`.length).split('/')[0]!);
  const known = await schoolsOfHub();
  return known.includes(id) ? undefined : finding(id, known);
}

/** Says which schools named by a tag are not among those of its sources, if these list any. */
export function schoolsNotIn(school: string | null, known: readonly string[]): Finding[] {
  return known.length
    ? splitWords(school)
        .filter((id) => !known.includes(id))
        .map((id) => finding(id, known))
    : [];
}
