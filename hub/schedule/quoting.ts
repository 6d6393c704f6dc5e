/** How each scheduler wants an argument written, so that the hub gets exactly that argument. */
import { ScheduleError } from './schedule.ts';

/** Every character below U+0020, and U+007F. No scheduler's file can hold a line break in an argument. */
const CONTROLS = /[\0-\x1f\x7f]/;

function withoutControls(text: string): string {
  if (!CONTROLS.test(text)) return text;
  const shown = JSON.stringify(text);
  throw new ScheduleError({
    vi: `Đường dẫn ${shown} có ký tự điều khiển, không ghi vào lịch được. Hãy đổi tên thư mục.`,
    en: `The path ${shown} contains a control character and cannot be put in a schedule. Rename the folder.`,
  });
}

const isPlain = (text: string) => /^[\w@+:,./=-]+$/.test(text);

/**
 * For a line of a crontab, which `cron` unescapes before it gives it to `/bin/sh`: `%` is a line break there, and `\\` is
 * one backslash to some versions and two to others. So a backslash is never followed by a backslash or `%` of the path.
 */
export function quoteForCron(text: string): string {
  if (isPlain(withoutControls(text))) return text;
  const escapes: Record<string, string> = { "'": `'\\''`, '\\': `\\''`, '%': '\\%' };
  return `'${text.replace(/['\\%]/g, (letter) => escapes[letter]!)}'`;
}

/** For a setting of a systemd unit. `%` begins a specifier there. */
export function quoteForSystemd(text: string): string {
  if (isPlain(withoutControls(text))) return text;
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}

/** Arguments of `ExecStart`, where `$` begins a variable, except in the program's path. */
export const quoteForExecStart = (command: readonly string[]): string =>
  command
    .map((text, index) => (index ? quoteForSystemd(text).replaceAll('$', '$$$$') : quoteForSystemd(text)))
    .join(' ');

/** A command line of Windows, as programs split it: a backslash is one, except before a quotation mark. */
export function quoteForWindows(text: string): string {
  // Task Scheduler replaces these, and knows no escape for them.
  const [replaced] = /%[^%]+%|\$\(/.exec(withoutControls(text)) ?? [];
  if (replaced)
    throw new ScheduleError({
      vi: `Task Scheduler sẽ hiểu “${replaced}” trong ${text} là một biến. Hãy đổi tên thư mục.`,
      en: `Task Scheduler would take “${replaced}” in ${text} for a variable. Rename the folder.`,
    });
  if (text && !/[\s"]/.test(text)) return text;
  return `"${text.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => slashes + slashes + (quote && '\\"'))}"`;
}
