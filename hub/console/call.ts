import type { Answer, CallName, Calls, Words } from '../setup/api.ts';

/** What the server says went wrong, in both languages. */
export class CallError extends Error {
  override readonly name = 'CallError';

  /**
   * @param field name of the input that it is about
   * @param reason `gone`: there was no answer; `session`: the server does not know the session
   */
  constructor(
    readonly words: Words,
    readonly field?: string,
    readonly reason?: 'gone' | 'session',
  ) {
    super(words.vi);
  }
}

/** The server has ended, or cannot be reached. */
const NO_SERVER: Words = {
  vi: 'Không liên lạc được với tct-hub. Cửa sổ dòng lệnh chạy “tct-hub setup” còn mở không?',
  en: 'tct-hub does not answer. Is the terminal with “tct-hub setup” still open?',
};

/** The lines of a body, as they arrive. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  let rest = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

/** The lines of the answer, and whether the session was refused. @throws CallError; `AbortError` */
async function* request(
  session: string | undefined,
  name: CallName,
  body: unknown,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ answer: Answer<unknown, unknown>; isLocked: boolean }, void> {
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(session !== undefined && { Authorization: `Bearer ${session}` }),
      },
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
    const isLocked = response.status === 401;
    for await (const line of linesOf(response.body!))
      yield { answer: JSON.parse(line) as Answer<unknown, unknown>, isLocked };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new CallError(NO_SERVER, undefined, 'gone');
  }
}

/**
 * Calls the server.
 *
 * @param session undefined only for `open`
 * @param onEvent called with the progress of the work
 * @throws CallError; `AbortError` once `signal` is aborted
 */
export async function call<Name extends CallName>(
  session: string | undefined,
  name: Name,
  body: Calls[Name]['request'],
  { onEvent, signal }: { onEvent?: (event: Calls[Name]['event']) => void; signal?: AbortSignal } = {},
): Promise<Calls[Name]['result']> {
  for await (const { answer, isLocked } of request(session, name, body, signal)) {
    if ('result' in answer) return answer.result as Calls[Name]['result'];
    if ('error' in answer) throw new CallError(answer.error, answer.field, isLocked ? 'session' : undefined);
    onEvent?.(answer.event as Calls[Name]['event']);
  }
  throw new CallError(NO_SERVER, undefined, 'gone');
}
