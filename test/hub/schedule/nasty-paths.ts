import { fc } from '../../property.ts';

/** Pieces of folder names that mean something to a shell, cron, systemd or Windows. */
const PIECES = [
  ...` '"%$\\\`&;|<>()*?#!~{}[]^=,@:`,
  ...[
    'a',
    'Trường',
    'ế',
    'trạm tin',
    '%%',
    '\\\\',
    '\\%',
    "''",
    '$HOME',
    '%h',
    '$(id)',
    '$' + '{x}',
    '-n',
    '🌸',
  ],
];

/** Folder names of Unix, with everything but control characters. */
export const nastyName = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''))
  .filter((name) => name !== '.' && name !== '..');
