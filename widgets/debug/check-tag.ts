import { TAGS } from '../tags.ts';
import type { Finding } from './finding.ts';
import { nearest } from './nearest.ts';

/** Says of a tag or a `data-tct` that it is no widget, and which it may stand for; undefined if it is one. */
export function checkTag({ localName, dataset }: HTMLElement): Finding | undefined {
  const isTag = localName.startsWith('tct-');
  const names = isTag ? TAGS : TAGS.map((tag) => tag.slice('tct-'.length));
  const name = isTag ? localName : dataset.tct!;
  if (names.includes(name)) return undefined;
  const near = nearest(name, names);
  const written = isTag ? `<${name}>` : `data-tct="${name}"`;
  const suggested = near && (isTag ? `<${near}>` : `data-tct="${near}"`);
  const list = names.join(', ');
  return {
    problem: [`Không có khối nào tên ${written}.`, `There is no widget named ${written}.`],
    remedy: suggested
      ? [
          `Có lẽ bạn muốn ghi ${suggested}. Các khối: ${list}.`,
          `Perhaps you mean ${suggested}. The widgets are: ${list}.`,
        ]
      : [`Các khối: ${list}.`, `The widgets are: ${list}.`],
  };
}
