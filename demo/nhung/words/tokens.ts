/** What the widgets' custom properties are called in the builder. A test fails if one of `custom-elements.json` is missing. */
import type { Words } from './language.ts';

/** What a custom property holds, which decides its control. */
export type TokenKind = 'colour' | 'font' | 'length' | 'number' | 'ratio';

export interface TokenWords {
  label: Words;
  kind: TokenKind;
  /** The words for the value that is used if none is set, where the manifest has none. */
  unset?: Words;
}

const INHERITED: Words = ['theo trang', 'as the page'];

export const TOKEN_WORDS: Record<string, TokenWords> = {
  '--tct-accent': { kind: 'colour', label: ['Màu nhấn', 'Accent'] },
  '--tct-color': { kind: 'colour', label: ['Màu chữ', 'Text'], unset: INHERITED },
  '--tct-on-accent': {
    kind: 'colour',
    label: ['Chữ trên màu nhấn', 'Text on the accent'],
    unset: ['đen hay trắng, tự chọn', 'black or white, by itself'],
  },
  '--tct-line': { kind: 'colour', label: ['Đường kẻ', 'Lines'], unset: ['xám nhạt', 'light grey'] },
  '--tct-sun': { kind: 'colour', label: ['Nắng và nhiệt độ', 'Sun and temperature'] },
  '--tct-rain': { kind: 'colour', label: ['Mưa', 'Rain'] },
  '--tct-font': { kind: 'font', label: ['Phông chữ', 'Font'], unset: INHERITED },
  '--tct-title-font': {
    kind: 'font',
    label: ['Phông tiêu đề (khi có kiểu dáng)', 'Font of titles (with a style)'],
    unset: ['như phông chữ', 'as the font'],
  },
  '--tct-font-size': { kind: 'length', label: ['Cỡ chữ', 'Text size'], unset: INHERITED },
  '--tct-gap': { kind: 'length', label: ['Khoảng cách', 'Spacing'] },
  '--tct-radius': { kind: 'length', label: ['Bo góc', 'Corner radius'] },
  '--tct-density': { kind: 'number', label: ['Độ thưa giữa các dòng', 'Space between rows'] },
  '--tct-columns': {
    kind: 'number',
    label: ['Số cột ảnh', 'Columns of photos'],
    unset: ['tự chọn theo bề rộng', 'by the width'],
  },
  '--tct-ratio': { kind: 'ratio', label: ['Tỉ lệ ảnh', 'Aspect ratio of photos'] },
};

/** Fonts that a visitor's device has, each with the letters of Vietnamese. */
export const FONTS: [value: string, label: Words][] = [
  ['system-ui, sans-serif', ['Không chân, của máy', 'Sans serif of the device']],
  ['Arial, Helvetica, sans-serif', ['Arial', 'Arial']],
  ['Tahoma, Verdana, sans-serif', ['Tahoma', 'Tahoma']],
  ['"Segoe UI", Roboto, sans-serif', ['Segoe UI / Roboto', 'Segoe UI / Roboto']],
  ['Georgia, "Noto Serif", serif', ['Georgia', 'Georgia']],
  ['"Times New Roman", Times, serif', ['Times New Roman', 'Times New Roman']],
];
