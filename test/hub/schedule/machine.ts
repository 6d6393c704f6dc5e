/** A computer made of temporary folders, with programs that a test writes. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../../../hub/schedule/machine.ts';
import type { ScheduledHub } from '../../../hub/schedule/schedule.ts';

export interface FakeMachine {
  folder: string;
  machine: Machine;
  hub: ScheduledHub;
  /** Puts a shell script on the `PATH`. In it, `$DATA` is a folder of the test. */
  addProgram: (name: string, script: string) => Promise<void>;
  /** A file that such a script wrote; empty if there is none. */
  read: (name: string) => Promise<string>;
  remove: () => Promise<void>;
}

export async function fakeMachine(changes: Partial<Machine> = {}): Promise<FakeMachine> {
  const folder = await mkdtemp(join(tmpdir(), 'tct-schedule-'));
  const programs = join(folder, 'bin');
  await mkdir(programs);
  const at = (name: string) => join(folder, 'trạm tin', name);
  await mkdir(at(''));
  await writeFile(at('cụm.jsonc'), '{}');
  return {
    folder,
    machine: {
      platform: 'linux',
      uid: 1000,
      home: join(folder, 'home'),
      env: { PATH: programs, DATA: folder },
      systemUnits: join(folder, 'units'),
      resolvers: join(folder, 'resolv.conf'),
      ...changes,
    },
    hub: {
      node: process.execPath,
      script: at('tct-hub.js'),
      config: at('cụm.jsonc'),
      out: at('tin'),
      state: at('tin-state'),
      addresses: [],
    },
    addProgram: async (name, script) => {
      const path = join(programs, name);
      await writeFile(path, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
      await chmod(path, 0o755);
    },
    read: (name) => readFile(join(folder, name), 'latin1').catch(() => ''),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
