import type { ServerResponse } from 'node:http';
import { ConfigError } from '../config/load-config.ts';
import { WriteError } from '../memory/files.ts';
import { BusyError } from '../memory/lock.ts';
import { NewerStateError } from '../memory/state.ts';
import type { Words } from './api.ts';
import { UserError } from './user-error.ts';

const BUG: Words = {
  vi: 'tct-hub gặp lỗi của chính nó; chi tiết ở cửa sổ dòng lệnh. Xin báo cho người làm tct-hub. Trang này vẫn dùng tiếp được.',
  en: 'tct-hub has hit a bug of its own; the terminal shows the details. Please report it. You can go on using this page.',
};

/** The hub's errors that are no bugs. They are in Vietnamese only. */
const HUB_ERRORS = [ConfigError, WriteError, BusyError, NewerStateError];

/** The answer to a call: a stream of JSON lines. Nothing is sent once the page has closed the connection. */
export class AnswerStream {
  constructor(
    private readonly response: ServerResponse,
    private readonly log: (text: string) => void,
  ) {}

  /** Sends the headers, so that the page sees that the call was taken. */
  begin(status = 200): void {
    this.response.writeHead(status, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
    this.response.flushHeaders();
  }

  event(event: unknown): void {
    this.write({ event });
  }

  result(result: unknown): void {
    this.write({ result });
    this.response.end();
  }

  /** Ends with an error in words. */
  refuse(error: Words, field?: string): void {
    this.write({ error, ...(field !== undefined && { field }) });
    this.response.end();
  }

  /** Ends with what was thrown. A bug is logged with its stack. */
  fail(error: unknown): void {
    if (error instanceof UserError) {
      this.refuse(error.words, error.field);
    } else if (HUB_ERRORS.some((type) => error instanceof type)) {
      const { message } = error as Error;
      this.refuse({ vi: message, en: message });
    } else {
      this.log(`${(error as Error)?.stack ?? error}\n`);
      this.refuse(BUG);
    }
  }

  private write(line: object): void {
    if (!this.response.destroyed && !this.response.writableEnded)
      this.response.write(`${JSON.stringify(line)}\n`);
  }
}
