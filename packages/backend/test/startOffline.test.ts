/** `npm start` where there is no network: in a network of its own, which leads to itself alone. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { buildWebapp } from '../../../scripts/buildWebapp.ts';
import { makePlace, NPM, processesOf, startProgram } from './support/program.ts';

const run = promisify(execFile);
const VISIT = join(import.meta.dirname, 'support/visit.ts');

/** A new network has not even the way to itself: this opens it (SIOCSIFFLAGS, up and running), with what every Debian has. */
const OPEN_LOOPBACK =
  "use Socket; socket(my $s, PF_INET, SOCK_DGRAM, 0); my $up = pack('a16sx22', 'lo', 0x41); ioctl($s, 0x8914, $up) or die $!";
const ALONE = ['unshare', '--net', 'sh', '-c', `perl -e "$0" && exec "$@"`, OPEN_LOOPBACK];

const canBeAlone =
  process.getuid?.() === 0 &&
  ['/usr/bin/unshare', '/usr/bin/nsenter', '/usr/bin/perl'].every((path) => existsSync(path));

it.skipIf(!canBeAlone)(
  'starts, serves page and API, and reads the sample meet',
  { timeout: 180_000 },
  async () => {
    await buildWebapp(new AbortController().signal);
    const place = await makePlace();
    const program = startProgram(place, {}, [...ALONE, ...NPM]);
    try {
      const { url } = await program.ready();
      await expect(fetch(url)).rejects.toThrow();
      const [inside] = await processesOf(place.dataDir);
      const there = ['--target', String(inside), '--net'];
      const { stdout } = await run('nsenter', [...there, process.execPath, VISIT, url]);
      expect(JSON.parse(stdout)).toEqual({ status: 'completed', races: expect.any(Number) });
      expect((JSON.parse(stdout) as { races: number }).races).toBeGreaterThan(0);
      expect(program.said.err).toBe('');
      program.kill('SIGTERM');
      expect(await program.ended).toBe(0);
    } finally {
      program.killGroup('SIGKILL');
      await program.ended;
      await place.remove();
    }
  },
);
