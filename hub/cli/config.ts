import { readFile } from 'node:fs/promises';
import { type JSONVisitor, parse, printParseErrorCode, visit } from 'jsonc-parser';
import { type Cluster, ClusterError, readCluster } from '../../core/config/cluster.ts';
import { decodeBytes } from '../../core/read/charset.ts';

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

const UNREADABLE: Record<string, string> = { EISDIR: 'đó là một thư mục', EACCES: 'không có quyền đọc' };

/** Mistakes that are told of at once: a file of another kind has one in every line. */
const MOST = 10;

/** Where the text is no JSON with comments, a line a place; and where a name stands twice, of which one would be lost. */
function syntaxProblems(text: string): string[] {
  const found = new Map<number, string>();
  const objects: Set<string>[] = [];
  const visitor: JSONVisitor = {
    onObjectBegin: () => void objects.push(new Set()),
    onObjectEnd: () => void objects.pop(),
    onObjectProperty: (name, offset) => {
      const names = objects.at(-1)!;
      if (names.has(name))
        found.set(offset, `mục "${name}" ghi hai lần; nhiều nguồn thì ghi danh sách [ … ]`);
      names.add(name);
    },
    // What follows at the same place follows from it.
    onError: (error, offset) => {
      const code = printParseErrorCode(error);
      if (!found.has(offset)) found.set(offset, WORDS[code] ?? code);
    },
  };
  visit(text, visitor, { allowTrailingComma: true });
  const places = [...found].slice(0, MOST).map(([offset, words]) => `${position(text, offset)}: ${words}`);
  return found.size > MOST ? [...places, `… và ${found.size - MOST} chỗ nữa`] : places;
}

/**
 * Reads a cluster's configuration: JSON, comments and trailing commas allowed.
 *
 * @throws ConfigError that names file, place and what is wanted there
 */
export async function loadConfig(path: string): Promise<Cluster> {
  let text: string;
  try {
    // Windows' own tools write UTF-16.
    text = decodeBytes(await readFile(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new ConfigError(
      code === 'ENOENT'
        ? `Không có tệp cấu hình ${path}. Tạo một tệp mẫu bằng: tct-hub init ${path}`
        : `Không đọc được tệp cấu hình ${path}: ${UNREADABLE[code ?? ''] ?? code}.`,
    );
  }
  const problems = syntaxProblems(text);
  if (problems.length)
    throw new ConfigError(`Tệp cấu hình ${path} không phải JSON đúng:\n  ${problems.join('\n  ')}`);
  const value: unknown = parse(text, [], { allowTrailingComma: true });
  try {
    return readCluster(value);
  } catch (error) {
    if (!(error instanceof ClusterError)) throw error;
    throw new ConfigError(
      `Tệp cấu hình ${path} có ${error.problems.length} chỗ cần sửa:\n  ${error.message.replaceAll('\n', '\n  ')}`,
    );
  }
}
