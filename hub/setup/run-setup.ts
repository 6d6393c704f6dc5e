import { once } from 'node:events';
import { hostname } from 'node:os';
import { createInterface } from 'node:readline';
import type { SetupContext } from './context.ts';
import { isRemote, openBrowser } from './open-browser.ts';
import { startConsole } from './setup.ts';

interface Terminal {
  input: NodeJS.ReadStream;
  print: (text: string) => void;
}

/**
 * `tct-hub setup`: serves the console until its user ends it, on the page or with Ctrl+C. A run that has begun goes on to
 * its end, unless Ctrl+C comes again.
 *
 * @throws MissingPartError; the error of the system if the port cannot be used
 */
export async function runSetup(
  context: SetupContext,
  port: number | undefined,
  { input, print }: Terminal,
): Promise<void> {
  const server = await startConsole(context, { port });
  const address = server.newAddress();
  print(`Mở trang này trong trình duyệt (địa chỉ chỉ dùng được một lần):\n\n  ${address}\n\n`);
  if (isRemote(process.env)) {
    // A fixed port lets the tunnel be used again.
    const tunnel = `ssh -L ${server.port}:127.0.0.1:${server.port} ${process.env.USER ?? 'TÊN'}@${hostname()}`;
    print(
      `Máy này ở xa. Trước khi mở trang, chạy trên máy của bạn một cửa sổ nữa, và để nó mở:\n\n  ${tunnel}\n\n`,
    );
  }
  print(
    `Cấu hình: ${context.config}\nNhấn Enter để có địa chỉ mới. Ctrl+C, hoặc “Xong” trên trang, để kết thúc.\n`,
  );
  openBrowser(address);

  const lines = input.isTTY ? createInterface({ input }) : undefined;
  lines?.on('line', () => print(`  ${server.newAddress()}\n`));
  // What a handler has left running must not end the others' work.
  const onStray = (error: unknown) => context.log(`${(error as Error)?.stack ?? error}\n`);
  process.on('unhandledRejection', onStray);
  const stop = new AbortController();
  const interrupted = Promise.race([
    ...(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => once(process, signal, stop)),
    // Otherwise readline takes Ctrl+C for itself.
    ...(lines ? [once(lines, 'SIGINT', stop)] : []),
  ]).catch(() => {});
  await Promise.race([server.closed, interrupted]);
  stop.abort();
  lines?.close();
  await server.close();
  if (server.isWorking) {
    print('Trạm đang thu tin dở, sẽ làm nốt rồi kết thúc. Nhấn Ctrl+C lần nữa để dừng ngay.\n');
    await server.settled();
  }
  process.off('unhandledRejection', onStray);
  print('Đã kết thúc.\n');
}
