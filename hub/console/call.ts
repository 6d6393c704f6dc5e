import type { Answer, CallName, Calls, Words } from '../setup/api.ts';

/** What the server says went wrong, in both languages. */
export class CallError extends Error {
  override readonly name = 'CallError';

  /** @param field name of the input that it is about */
  constructor(
    readonly words: Words,
    readonly field?: string,
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
  request: Calls[Name]['request'],
  { onEvent, signal }: { onEvent?: (event: Calls[Name]['event']) => void; signal?: AbortSignal } = {},
): Promise<Calls[Name]['result']> {
  try {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(session !== undefined && { Authorization: `Bearer ${session}` }),
      },
      body: JSON.stringify(request),
      ...(signal && { signal }),
    });
    for await (const line of linesOf(response.body!)) {
      const answer = JSON.parse(line) as Answer<Calls[Name]['event'], Calls[Name]['result']>;
      if ('result' in answer) return answer.result;
      if ('error' in answer) throw new CallError(answer.error, answer.field);
      onEvent?.(answer.event);
    }
  } catch (error) {
    if (error instanceof CallError || signal?.aborted) throw error;
  }
  throw new CallError(NO_SERVER);
}
