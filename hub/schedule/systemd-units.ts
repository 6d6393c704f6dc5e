/** The units of systemd for one hub, made of those in `deploy/`. */
import { isIP } from 'node:net';
import { readDeployFile } from './deploy-file.ts';
import { quoteForExecStart, quoteForSystemd } from './quoting.ts';
import { commandOf, type ScheduledHub } from './schedule.ts';

/**
 * What of the service a user's own systemd can do. It has no rights to change the file system that the service sees, its
 * network or its user, and refuses to start what asks for it.
 */
const USER_SETTINGS = new Set([
  'Description',
  'Type',
  'SuccessExitStatus',
  'RuntimeMaxSec',
  'MemoryHigh',
  'MemoryMax',
  'OOMPolicy',
  'TasksMax',
  'Nice',
  'UMask',
  'NoNewPrivileges',
  'RestrictAddressFamilies',
  'LockPersonality',
  'RestrictRealtime',
  'RestrictSUIDSGID',
  'SystemCallArchitectures',
  'SystemCallFilter',
  'SystemCallErrorNumber',
]);

const isIn = (folders: string[], { node, script, config, out, state }: ScheduledHub) =>
  [node, script, config, out, state].some((path) => folders.some((folder) => path.startsWith(`${folder}/`)));

export interface ServiceOptions {
  /** For a user's own systemd, not the system's. */
  isUserUnit: boolean;
  /** Whom all folders of the hub belong to; undefined if to several users. */
  owner?: number;
  /** The text of `resolv.conf`. */
  resolvers: string;
}

/** Settings in place of the template's; undefined leaves one out. */
function systemSettings(
  hub: ScheduledHub,
  { owner, resolvers }: ServiceOptions,
): Record<string, string | undefined> {
  const servers = [...resolvers.matchAll(/^nameserver\s+(\S+)/gm)].map(([, server]) => server!);
  const allowed = [...servers, ...hub.addresses].filter((address) => isIP(address));
  return {
    User: owner ? String(owner) : undefined,
    // Root without capabilities is the owner of its own files, and no more. Several owners need one.
    CapabilityBoundingSet: owner === undefined ? 'CAP_DAC_OVERRIDE' : '',
    IPAddressAllow: [...new Set(['127.0.0.53', '127.0.0.54', ...allowed])].join(' '),
    StateDirectory: undefined,
    StateDirectoryMode: undefined,
    ReadWritePaths: [hub.out, hub.state].map(quoteForSystemd).join(' '),
    ...(isIn(['/home', '/root', '/run/user'], hub) && { ProtectHome: 'read-only' }),
    ...(isIn(['/tmp', '/var/tmp'], hub) && { PrivateTmp: 'false' }),
  };
}

/** The text of `tct-hub.service`. */
export async function serviceUnit(hub: ScheduledHub, options: ServiceOptions): Promise<string> {
  const settings = options.isUserUnit ? {} : systemSettings(hub, options);
  const replaced: Record<string, string | undefined> = {
    ...settings,
    ExecStart: quoteForExecStart(commandOf(hub)),
  };
  const lines = ['# Do lệnh tct-hub schedule ghi. Mỗi mục để làm gì thì xem deploy/tct-hub.service.'];
  for (const line of (await readDeployFile('tct-hub.service')).split('\n')) {
    const [, name] = /^(\w+)=/.exec(line) ?? [];
    if (/^\[/.test(line)) lines.push('', line);
    else if (!name || (options.isUserUnit && name !== 'ExecStart' && !USER_SETTINGS.has(name))) continue;
    else if (!(name in replaced)) lines.push(line);
    else if (replaced[name] !== undefined) lines.push(`${name}=${replaced[name]}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Whether a service runs the hub of a configuration. */
export const runsHub = (service: string, config: string): boolean =>
  service.includes(` --config ${quoteForExecStart(['', config]).slice(3)} `);
