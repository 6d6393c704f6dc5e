/** Corrects values that make no sense, and says so. */
import { both, join, type Words } from '../../widgets/debug/finding.ts';
import { nearest } from '../../widgets/debug/nearest.ts';
import type { Field, Limits, TokenField } from './fields.ts';

/** A value that may be used, undefined for none; `note` says what was wrong, if anything was. */
export interface Corrected {
  value: string | undefined;
  note?: Words;
}

/** Finds the `#rrggbb` of a colour in another notation, such as a name; undefined if it is no colour. */
export type ToHex = (colour: string) => string | undefined;

const quoted = (text: string): Words => both(`“${text}”`);

const dropped = (value: string, what: Words): Corrected => ({
  value: undefined,
  note: join(quoted(value), what, ['Đã bỏ qua.', 'It was dropped.']),
});

const changed = (value: string, what: Words, to: string): Corrected => ({
  value: to,
  note: join(quoted(value), what, [`Đã sửa thành ${to}.`, `It was changed to ${to}.`]),
});

/** A number within its limits, in the notation of HTML. */
function correctNumber(given: string, { min, max, step, least = min }: Limits): Corrected {
  const text = given.trim();
  if (!text) return { value: undefined };
  const number = Number(text.replace(',', '.'));
  if (Number.isNaN(number)) return dropped(given, ['không phải số.', 'is no number.']);
  const isWhole = Number.isInteger(step);
  const near = isWhole ? Math.round(number) : number;
  if (near > max) return changed(given, [`lớn hơn ${max}.`, `is more than ${max}.`], String(max));
  if (near < min) return changed(given, [`nhỏ hơn ${min}.`, `is less than ${min}.`], String(min));
  if (near !== 0 && near < least)
    return changed(given, [`nhỏ hơn ${least}.`, `is less than ${least}.`], String(least));
  if (near !== number) return changed(given, ['không phải số nguyên.', 'is no whole number.'], String(near));
  return { value: String(near) };
}

function correctChoice(given: string, values: readonly string[]): Corrected {
  if (values.includes(given)) return { value: given };
  const what: Words = ['không phải giá trị hợp lệ.', 'is not a valid value.'];
  const near = nearest(given, values);
  return near ? changed(given, what, near) : dropped(given, what);
}

function correctNames(given: string, values: readonly string[]): Corrected {
  const names = given.split(/\s+/).filter(Boolean);
  const unknown = names.filter((name) => !values.includes(name));
  const value = names.filter((name) => values.includes(name)).join(' ') || undefined;
  return unknown.length
    ? { ...dropped(unknown.join(' '), ['không có.', 'does not exist.']), value }
    : { value };
}

/** Links of an attribute: to http(s) addresses, or within the partner's site. */
function correctLink(given: string): Corrected {
  const text = given.trim();
  if (/^(?:https?:\/\/|[/?#.])/i.test(text)) return { value: text };
  if (/^[a-z][a-z\d+.-]*:(?!\d)/i.test(text))
    return dropped(given, ['không phải địa chỉ http hay https.', 'is no http or https address.']);
  return changed(given, ['thiếu https://.', 'lacks https://.'], `https://${text}`);
}

/** @param values the values of a field whose values the hub decides, such as its places */
export function correctValue(
  { attribute, kind, limits, values: own, words }: Field,
  given: string,
  values = own,
): Corrected {
  if (given === '' && words.empty) return { value: '' };
  switch (kind) {
    case 'switch':
      return { value: own[0]! };
    case 'choice':
      return correctChoice(given, values);
    case 'names':
      return correctNames(given, values);
    case 'number':
      return correctNumber(given, limits!);
    case 'text':
      if (!given.trim()) return { value: undefined };
      return attribute === 'more-href' ? correctLink(given) : { value: given };
  }
}

/** A colour as `#rrggbb`. */
export function correctColour(given: string, toHex: ToHex): Corrected {
  const text = given.trim();
  if (!text) return { value: undefined };
  const [, digits] = /^#([\da-f]{6}|[\da-f]{3})$/i.exec(text) ?? [];
  if (digits)
    return { value: `#${(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).toLowerCase()}` };
  const hex = /^(?:[\da-f]{6}|[\da-f]{3})$/i.test(text)
    ? correctColour(`#${text}`, toHex).value
    : toHex(text);
  return hex
    ? changed(given, ['không theo dạng #rrggbb.', 'is not written as #rrggbb.'], hex)
    : dropped(given, ['không phải màu; ghi ví dụ #a3150e.', 'is no colour; write for example #a3150e.']);
}

/** Font families: no character that could end the rule of a stylesheet. */
function correctFont(given: string): Corrected {
  const text = given.replace(/[^\p{L}\p{N}\p{M}\s,"'-]/gu, '').trim();
  const even = (text.match(/"/g)?.length ?? 0) % 2 || (text.match(/'/g)?.length ?? 0) % 2;
  const safe = even ? text.replace(/["']/g, '') : text;
  if (!safe)
    return given.trim() ? dropped(given, ['không phải tên phông.', 'names no font.']) : { value: undefined };
  return safe === given.trim()
    ? { value: safe }
    : changed(
        given,
        ['có dấu không dùng được trong tên phông.', 'has characters that no font’s name has.'],
        safe,
      );
}

function correctLength(given: string): Corrected {
  const text = given.trim().toLowerCase();
  if (!text) return { value: undefined };
  const [, number, unit] = /^(\d+(?:[.,]\d+)?|[.,]\d+)\s*([a-z%]*)$/.exec(text) ?? [];
  const size = number?.replace(',', '.').replace(/^\./, '0.');
  if (!size)
    return dropped(given, [
      'không phải độ dài; ghi ví dụ 15px hay 1em.',
      'is no length; write for example 15px or 1em.',
    ]);
  if (unit === 'rem')
    return changed(
      given,
      ['sai trên trang có html{font-size:62.5%}.', 'is wrong on pages with html{font-size:62.5%}.'],
      `${size}em`,
    );
  if (unit === 'px' || unit === 'em')
    return `${size}${unit}` === text
      ? { value: text }
      : changed(given, ['được ghi theo cách khác.', 'is another notation.'], `${size}${unit}`);
  if (unit) return dropped(given, ['không dùng đơn vị px hay em.', 'has neither px nor em as its unit.']);
  // A bare number of a few is one of lines, a larger one of pixels.
  return changed(given, ['thiếu đơn vị.', 'lacks a unit.'], `${size}${Number(size) > 4 ? 'px' : 'em'}`);
}

function correctRatio(given: string): Corrected {
  const text = given.trim();
  if (!text) return { value: undefined };
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*(?:[/:x]\s*(\d+(?:\.\d+)?))?$/.exec(text) ?? [];
  if (!Number(width) || (height && !Number(height)))
    return dropped(given, ['không phải tỉ lệ; ghi ví dụ 4 / 3.', 'is no ratio; write for example 4 / 3.']);
  const value = height ? `${width} / ${height}` : width!;
  return value.replace(/ /g, '') === text.replace(/ /g, '')
    ? { value }
    : changed(given, ['được ghi theo cách khác.', 'is another notation.'], value);
}

export function correctToken({ words, limits }: TokenField, given: string, toHex: ToHex): Corrected {
  switch (words.kind) {
    case 'colour':
      return correctColour(given, toHex);
    case 'font':
      return correctFont(given);
    case 'length':
      return correctLength(given);
    case 'number':
      return correctNumber(given, limits!);
    case 'ratio':
      return correctRatio(given);
  }
}

/** The ids that the hub knows, each once. */
export function correctSchools(
  given: readonly string[],
  known: readonly string[],
): { ids: string[]; note?: Words } {
  const ids = [...new Set(given)].filter((id) => known.includes(id));
  const unknown = given.filter((id) => !known.includes(id));
  if (!unknown.length) return { ids };
  const near = nearest(unknown[0]!, known);
  const hint: Words = near ? [` Có lẽ bạn muốn chọn “${near}”.`, ` Perhaps you mean “${near}”.`] : ['', ''];
  return {
    ids,
    note: [
      `Trạm không có trường mang mã ${unknown.join(', ')}; đã bỏ qua.${hint[0]}`,
      `The hub has no school with the id ${unknown.join(', ')}; it was dropped.${hint[1]}`,
    ],
  };
}
