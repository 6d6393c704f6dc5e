/** The console: one page on this machine to set up a hub and to look after it. */
import { findBuild, MissingPartError } from '../publish/find-build.ts';
import type { Handlers } from './api.ts';
import { configHandlers } from './config-handlers.ts';
import type { SetupContext } from './context.ts';
import { feedRoutes } from './feed-routes.ts';
import { look } from './look.ts';
import { pointHandlers } from './point.ts';
import { publishedFeeds } from './published-feeds.ts';
import { readAddresses } from './read-addresses.ts';
import { ask, run } from './run.ts';
import { scheduleHandlers } from './schedules.ts';
import { ConsoleServer } from './server.ts';
import { shownRoutes } from './shown-routes.ts';
import { consoleState } from './state.ts';
import type { Route } from './static-files.ts';
import { SetupTools } from './tools.ts';
import { tryRun } from './try.ts';

/** Where the page and the scripts are that the console serves. */
interface ConsoleFolders {
  page: string;
  scripts?: string | undefined;
}

/** The folders of the build. @throws MissingPartError */
function consoleFolders(): ConsoleFolders {
  const [page, scripts] = [findBuild('console'), findBuild('embed')];
  if (page) return { page, scripts };
  throw new MissingPartError(
    'Không thấy thư mục console cạnh tct-hub.js: bản này thiếu trang cài đặt. Hãy chép lại cả thư mục tct-hub.',
  );
}

/** All handlers of the console, and what it serves besides. */
function assemble(
  context: SetupContext,
  tools: SetupTools,
): { handlers: Partial<Handlers>; routes: Route[] } {
  return {
    handlers: {
      state: () => consoleState(context),
      publishedFeeds: () => publishedFeeds(context, tools),
      readAddresses: async ({ text }) => readAddresses(text),
      try: (_, call) => tryRun(context, tools, call),
      run: (_, call) => run(context, tools, call),
      ask: (request, call) => ask(context, tools, request, call),
      look: (request, call) => look(context, tools, request, call),
      ...scheduleHandlers(context),
      ...pointHandlers(context, tools),
      ...configHandlers(context),
    },
    routes: [...feedRoutes(tools), ...shownRoutes(tools)],
  };
}

/**
 * Starts the console.
 *
 * @param port 0 for any free port
 * @throws the error of the system if the port cannot be used
 */
export async function startConsole(
  context: SetupContext,
  { port = 0, folders = consoleFolders() }: { port?: number; folders?: ConsoleFolders } = {},
): Promise<ConsoleServer> {
  const tools = new SetupTools(context);
  const server = await ConsoleServer.start({
    ...assemble({ ...context, published: tools.published }, tools),
    ...folders,
    port,
    log: context.log,
  });
  void server.closed.then(() => tools.published.close());
  return server;
}
