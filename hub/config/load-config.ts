import { readFile } from 'node:fs/promises';
import { type JSONVisitor, parse, printParseErrorCode, visit } from 'jsonc-parser';
import { type Cluster, ClusterError, readCluster } from '../../core/config/cluster.ts';
import { decodeBytes } from '../../core/read/charset.ts';

/** The configuration is wrong. The message lists the problems, one per line, for its author. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Line and column of an offset, both from 1. */
function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `dòng ${before.length}, cột ${before.at(-1)!.length + 1}`;
}

const SYNTAX_ERRORS: Record<string, string> = {
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

const READ_ERRORS: Record<string, string> = { EISDIR: 'đó là một thư mục', EACCES: 'không có quyền đọc' };

/** Problems listed at once. A file that is not JSON at all has one in every line. */
const MAX_PROBLEMS = 10;

/** Syntax errors, and duplicate names in an object, of which JSON parsers would drop one. */
function syntaxProblems(text: string): string[] {
  const problems = new Map<number, string>();
  /** Property names of the objects that are open at the current offset. */
  const objects: Set<string>[] = [];
  const visitor: JSONVisitor = {
    onObjectBegin: () => void objects.push(new Set()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty: (name, offset) => {
      const names = objects.at(-1)!;
      if (names.has(name))
        problems.set(offset, `mục "${name}" ghi hai lần; nhiều nguồn thì ghi danh sách [ … ]`);
      names.add(name);
    },
    // Further errors at the same offset are consequences of the first.
    onError: (error, offset) => {
      const code = printParseErrorCode(error);
      if (!problems.has(offset)) problems.set(offset, SYNTAX_ERRORS[code] ?? code);
    },
  };
  visit(text, visitor, { allowTrailingComma: true });
  const lines = [...problems]
    .slice(0, MAX_PROBLEMS)
    .map(([offset, message]) => `${lineAndColumn(text, offset)}: ${message}`);
  return problems.size > MAX_PROBLEMS ? [...lines, `… và ${problems.size - MAX_PROBLEMS} chỗ nữa`] : lines;
}

/** The bytes of a configuration file. @throws ConfigError */
export async function readConfigBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new ConfigError(
      code === 'ENOENT'
        ? `Không có tệp cấu hình ${path}. Tạo một tệp mẫu bằng: tct-hub init ${path}`
        : `Không đọc được tệp cấu hình ${path}: ${READ_ERRORS[code ?? ''] ?? code}.`,
    );
  }
}

/**
 * Parses the text of a configuration file: JSON with comments and trailing commas.
 *
 * @param path named in errors
 * @param read checks the value; throws `ClusterError`
 * @throws ConfigError
 */
export function parseConfig(text: string, path: string, read = readCluster): Cluster {
  const problems = syntaxProblems(text);
  if (problems.length)
    throw new ConfigError(`Tệp cấu hình ${path} không phải JSON đúng:\n  ${problems.join('\n  ')}`);
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  try {
    return read(value);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    throw new ConfigError(
      `Tệp cấu hình ${path} có ${error.problems.length} chỗ cần sửa:\n  ${error.message.replaceAll('\n', '\n  ')}`,
    );
  }
}

/** Reads a configuration file. @throws ConfigError */
export async function loadConfig(path: string): Promise<Cluster> {
  // Tools that come with Windows write UTF-16.
  return parseConfig(decodeBytes(await readConfigBytes(path)), path);
}
