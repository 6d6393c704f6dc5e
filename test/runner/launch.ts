import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { chromeLauncher } from '@web/test-runner-chrome';
import type { BrowserLauncher } from '@web/test-runner-core';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer, { type Page } from 'puppeteer-core';
import { type BrowserId, FLAGS, NAMES, pathOf } from './browsers.ts';
import { spawnedLauncher } from './spawned-launcher.ts';

/** Prepares a browser for web-test-runner. Throws if it is not installed: call `isAvailable` first. */
export async function launch(browser: BrowserId): Promise<BrowserLauncher> {
  const executablePath = await pathOf(browser);
  if (!executablePath) throw new Error(`${NAMES[browser]} is not installed.`);
  switch (browser) {
    case 'chromium':
      return chromium(executablePath);
    case 'firefox':
      return firefox(executablePath);
    case 'webkit':
      return webkit(executablePath);
    case 'chromium-109':
      return chromium109(executablePath);
  }
}

/** Opens a page with a long navigation timeout, for busy machines. */
async function createPage({ context }: { context: { newPage(): Promise<Page> } }): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultNavigationTimeout(120_000);
  return page;
}

/**
 * Opens a page that forgets its history after each test file, when web-test-runner shows an empty page in it. Of more than
 * 50 entries Chromium drops those first that were made without a click or key of the user's: those of the tests.
 */
async function createChromiumPage(options: Parameters<typeof createPage>[0]): Promise<Page> {
  const page = await createPage(options);
  const session = await page.createCDPSession();
  const goto = page.goto.bind(page);
  page.goto = async (url, gotoOptions) => {
    const response = await goto(url, gotoOptions);
    if (url === 'about:blank') await session.send('Page.resetNavigationHistory');
    return response;
  };
  return page;
}

function chromium(executablePath: string): BrowserLauncher {
  return chromeLauncher({
    // The two packages' types of puppeteer differ in a patch version.
    puppeteer: puppeteer as never,
    launchOptions: { executablePath, args: FLAGS },
    createPage: createChromiumPage as never,
    // Pages in the background are not laid out, so nothing in them would ever come near the viewport.
    concurrency: 1,
  });
}

function firefox(executablePath: string): BrowserLauncher {
  return chromeLauncher({
    puppeteer: puppeteer as never,
    launchOptions: { browser: 'firefox', executablePath } as never,
    createPage: createPage as never,
    concurrency: 1,
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** WebKitGTK on its own virtual screen; both end with this process. */
async function webkit(binary: string): Promise<BrowserLauncher> {
  const display = `:${90 + (process.pid % 900)}`;
  const screen = spawn('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: 'ignore',
  });
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', WEBKIT_DISABLE_COMPOSITING_MODE: '1' },
  });
  process.once('exit', () => {
    driver.kill();
    screen.kill();
  });
  return webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    } as never,
  });
}

function chromium109(path: string): BrowserLauncher {
  return spawnedLauncher(NAMES['chromium-109'], path, [
    '--headless',
    ...FLAGS,
    '--no-sandbox',
    '--no-zygote',
    '--in-process-gpu',
  ]);
}
