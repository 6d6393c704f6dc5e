import { UsageError } from './arguments.ts';

/** An error of the system about a port, in words. */
export function toPortError(error: unknown, port: number): unknown {
  const reason = { EADDRINUSE: 'đang có chương trình khác dùng', EACCES: 'cần quyền quản trị' }[
    (error as NodeJS.ErrnoException).code as string
  ];
  return reason ? new UsageError(`Cổng ${port} ${reason}; hãy chọn cổng khác.`) : error;
}
