import type { PropertyDeclaration } from 'lit';
import { pageSettings } from '../globals.ts';
import { attributeNames } from './attribute-names.ts';
import type { Finding } from './finding.ts';
import { nearest } from './nearest.ts';
import { checkSwitch, mistakeFinding, oneOf, VALUE_CHECKS, type ValueMistake } from './value-checks.ts';

/** Attributes of any element, and what frameworks add. */
const FOREIGN =
  /^(?:class|state|is|part|exportparts|role|tabindex|contenteditable|xmlns|nonce|item\w+|on\w+|js\w+|(?:aria|data|ng|v|x|hx|wire)-.*|_.*|.*[^a-z_-].*)$/;

/** The attributes whose presence alone counts, from the element's class; empty until its code has loaded. */
function switchesOf(element: Element): Set<string> {
  const { elementProperties = new Map<PropertyKey, PropertyDeclaration>() } = element.constructor as {
    elementProperties?: ReadonlyMap<PropertyKey, PropertyDeclaration>;
  };
  return new Set(
    [...elementProperties].flatMap(([name, { attribute, type }]) =>
      type === Boolean ? (typeof attribute === 'string' ? attribute : String(name).toLowerCase()) : [],
    ),
  );
}

/** The values to choose from, one or several, if the pattern of `define.ts` lists them. */
function choicesOf(name: string, values: string): { choices: string[]; several: boolean } | undefined {
  const found = RegExp(`(?:^|\\|)${name}="\\(\\?!(\\(\\?:)?\\(\\?:([\\w|-]+)\\)`).exec(values);
  return found ? { choices: found[2]!.split('|'), several: found[1] !== undefined } : undefined;
}

function checkChoice(
  name: string,
  value: string,
  { choices, several }: { choices: string[]; several: boolean },
): ValueMistake | undefined {
  const unknown = (several ? value.split(/\s+/).filter(Boolean) : [value]).filter(
    (each) => !choices.includes(each),
  );
  if (!unknown.length) return undefined;
  return {
    is: several
      ? [
          `có tên không tồn tại: ${unknown.join(', ')}.`,
          `has names that do not exist: ${unknown.join(', ')}.`,
        ]
      : [
          'không phải giá trị hợp lệ, nên khối dùng giá trị mặc định.',
          'is not a valid value, so the widget uses its default.',
        ],
    remedy: oneOf(unknown[0]!, choices, name),
  };
}

function checkValue(
  name: string,
  value: string,
  element: HTMLElement,
  values: string,
): ValueMistake | undefined {
  const choices = choicesOf(name, values);
  if (choices) return checkChoice(name, value, choices);
  if (switchesOf(element).has(name)) return checkSwitch(name, value);
  if (name === 'lang') return checkLanguage(value);
  return VALUE_CHECKS[name]?.(value, element);
}

function checkLanguage(value: string): ValueMistake | undefined {
  const language = value.toLowerCase().split('-')[0]!;
  return /^(?:vi|en|)$/.test(language) || pageSettings().locales?.[language]
    ? undefined
    : {
        is: [
          'không phải ngôn ngữ của khối, nên khối hiện tiếng Việt.',
          'is no language of the widgets, which show Vietnamese.',
        ],
        remedy: [
          'Ghi lang="vi" hoặc lang="en"; câu chữ của ngôn ngữ khác đặt trong tct.locales.',
          'Write lang="vi" or lang="en"; texts of other languages go into tct.locales.',
        ],
      };
}

/** An attribute that the element does not have. */
function checkName(name: string, known: readonly string[], prefix: string): Finding | undefined {
  const near = nearest(name, known);
  return {
    problem: [
      `Không có thuộc tính ${prefix}${name}, nên nó bị bỏ qua.`,
      `There is no attribute ${prefix}${name}; it is ignored.`,
    ],
    remedy: near
      ? [`Có lẽ bạn muốn ghi ${prefix}${near}.`, `Perhaps you mean ${prefix}${near}.`]
      : [`Các thuộc tính: ${known.join(', ')}.`, `The attributes are: ${known.join(', ')}.`],
  };
}

/** What is wrong with the names on a tag, or on a `<div data-tct>`. */
function checkNames(element: HTMLElement, div: HTMLElement | undefined): Finding[] {
  const known = attributeNames(element.localName);
  const findings: (Finding | undefined)[] = [];
  if (div)
    for (const name of div.getAttributeNames()) {
      const plain = name.replace(/^data-/, '');
      if (known.includes(name) && name !== 'lang')
        findings.push({
          problem: [`Trên <div>, ${name} không có tác dụng.`, `On a <div>, ${name} has no effect.`],
          remedy: [`Ghi data-${name}.`, `Write data-${name}.`],
        });
      else if (plain !== name && plain !== 'tct' && !known.includes(plain) && nearest(plain, known))
        findings.push(checkName(plain, known, 'data-'));
    }
  else
    for (const name of element.getAttributeNames()) {
      const plain = name.replace(/^data-/, '');
      if (plain !== name && known.includes(plain))
        findings.push({
          problem: [`Trên thẻ này, ${name} không có tác dụng.`, `On this tag, ${name} has no effect.`],
          remedy: [`Ghi ${plain}, không có data-.`, `Write ${plain}, without data-.`],
        });
      else if (!known.includes(name) && !(name in element) && !FOREIGN.test(name))
        findings.push(checkName(name, known, ''));
    }
  return findings.flatMap((finding) => finding ?? []);
}

/**
 * What is wrong with the attributes of a widget, or of the `<div data-tct>` around it.
 *
 * @param values the patterns of `define.ts`; empty if the widget's code has not loaded
 */
export function checkAttributes(element: HTMLElement, values: string): Finding[] {
  const div = element.parentElement?.matches('[data-tct]') ? element.parentElement : undefined;
  const findings = checkNames(element, div);
  for (const name of attributeNames(element.localName)) {
    const value = element.getAttribute(name);
    const mistake = value === null ? undefined : checkValue(name, value, element, values);
    if (mistake) findings.push(mistakeFinding(div ? `data-${name}` : name, value!, mistake));
  }
  if (element.hasAttribute('latitude') !== element.hasAttribute('longitude'))
    findings.push({
      problem: ['latitude và longitude phải đi cùng nhau.', 'latitude and longitude go together.'],
      remedy: ['Ghi cả hai.', 'Write both.'],
    });
  else if (element.hasAttribute('latitude') && !element.getAttribute('src')?.trim())
    findings.push({
      problem: ['Có tọa độ mà không có máy chủ để hỏi.', 'There are coordinates, but no server to ask.'],
      remedy: [
        'Ghi src="https://api.open-meteo.com/v1/forecast", hoặc máy chủ cùng loại.',
        'Write src="https://api.open-meteo.com/v1/forecast", or a server like it.',
      ],
    });
  return findings;
}
