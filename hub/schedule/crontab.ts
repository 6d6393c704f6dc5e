/** The lines of one hub in a crontab: a block, known by the path of the hub's configuration. */

const begin = (config: string) => `# BEGIN tct-hub ${config}`;
const end = (config: string) => `# END tct-hub ${config}`;

/** The block of a hub, with its line for cron. */
export const blockOf = (config: string, line: string): string =>
  `${begin(config)}\n${line}\n${end(config)}\n`;

/**
 * Replaces the block of a hub, where it stands, by other lines. All other lines stay, those after a marker without its
 * end as well; there, only the marker goes.
 *
 * @returns the crontab, and whether it had a block
 */
function replaceBlock(crontab: string, config: string, lines: string[]): [crontab: string, found: boolean] {
  const kept: string[] = [];
  let open: string[] | undefined;
  let found = false;
  for (const line of crontab.split('\n')) {
    if (line === begin(config)) {
      kept.push(...(open ?? []));
      open = [];
    } else if (line === end(config)) {
      if (open && !found) kept.push(...lines);
      found ||= !!open;
      open = undefined;
    } else (open ?? kept).push(line);
  }
  return [[...kept, ...(open ?? [])].join('\n'), found];
}

export const withoutBlock = (crontab: string, config: string): string => replaceBlock(crontab, config, [])[0];

/** A crontab with the block of a hub once: in its old place, or at the end. */
export function withBlock(crontab: string, config: string, line: string): string {
  const block = blockOf(config, line);
  const [changed, found] = replaceBlock(crontab, config, block.trimEnd().split('\n'));
  return found ? changed : `${changed}${changed && !changed.endsWith('\n') ? '\n' : ''}${block}`;
}
