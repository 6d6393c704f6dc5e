import { readFile } from 'node:fs/promises';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type Cluster, ClusterError, readCluster } from '../core/cluster.ts';
import { decode } from '../core/read/charset.ts';

/** What is wrong with the configuration, a line each, for the person who wrote it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

function position(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `dòng ${before.length}, cột ${before.at(-1)!.length + 1}`;
}

const WORDS: Record<string, string> = {
  PropertyNameExpected: 'cần tên mục trong dấu nháy kép',
  ValueExpected: 'thiếu giá trị',
  ColonExpected: 'thiếu dấu hai chấm',
  CommaExpected: 'thiếu dấu phẩy',
  CloseBraceExpected: 'thiếu dấu }',
  CloseBracketExpected: 'thiếu dấu ]',
  EndOfFileExpected: 'thừa chữ sau dấu } cuối cùng',
  InvalidSymbol: 'có chữ không nằm trong dấu nháy kép',
  InvalidNumberFormat: 'số viết sai',
  UnexpectedEndOfComment: 'chú thích chưa đóng',
  UnexpectedEndOfString: 'chuỗi chữ chưa đóng bằng dấu nháy kép',
  InvalidCharacter: 'có ký tự lạ',
  InvalidEscapeCharacter: 'dấu \\ dùng sai: viết \\\\',
};
const wordsOf = (code: string) => WORDS[code] ?? code;

/**
 * Reads a cluster's configuration: JSON, comments and trailing commas allowed.
 *
 * @throws ConfigError that names file, place and what is wanted there
 */
export async function loadConfig(path: string): Promise<Cluster> {
  let text: string;
  try {
    // Windows' own tools write UTF-16.
    text = decode(await readFile(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new ConfigError(
      code === 'ENOENT'
        ? `Không có tệp cấu hình ${path}. Tạo một tệp mẫu bằng: tct-hub init > ${path}`
        : `Không đọc được tệp cấu hình ${path} (${code}).`,
    );
  }
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length) {
    const lines = errors.map(
      ({ error, offset }) => `  ${position(text, offset)}: ${wordsOf(printParseErrorCode(error))}`,
    );
    throw new ConfigError(`Tệp cấu hình ${path} không phải JSON đúng:\n${lines.join('\n')}`);
  }
  try {
    return readCluster(value);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    throw new ConfigError(
      `Tệp cấu hình ${path} có ${error.problems.length} chỗ cần sửa:\n  ${error.message.replaceAll('\n', '\n  ')}`,
    );
  }
}
