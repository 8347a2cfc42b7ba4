/** OpenStack Swift with its S3 side: a real server that checks signatures. Needs root, for Debian's packages. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { installDebian } from '../../../../scripts/debian.ts';
import { freePort } from './net.ts';
import type { Outside } from './outside.ts';

const run = promisify(execFile);
const KINDS = ['account', 'container', 'object'] as const;
const START_MS = 120_000;
const PACKAGES = ['swift-proxy', 'swift-account', 'swift-container', 'swift-object', 'memcached'];

export type S3Server = {
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Installs it where that can be. */
export const findSwift = async (): Promise<Outside<object>> => {
  if (process.getuid?.() !== 0)
    return {
      found: false,
      reason: 'the S3 server for tests, OpenStack Swift, is started by root only',
    };
  const isThere = () =>
    existsSync('/usr/bin/swift-proxy-server') && existsSync('/usr/bin/memcached');
  if (isThere() || ((await installDebian(...PACKAGES)) && isThere())) return { found: true };
  return { found: false, reason: 'OpenStack Swift could not be installed from Debian' };
};

type Place = {
  folder: string;
  ports: Record<(typeof KINDS)[number], number>;
  proxy: number;
  cache: number;
};

const storageSettings = (kind: string, { folder }: Place, port: number) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = root
swift_dir = ${folder}
devices = ${folder}/devices
mount_check = false
log_level = ERROR
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
`;

const proxySettings = ({ folder, proxy, cache }: Place) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${proxy}
workers = 0
user = root
swift_dir = ${folder}
log_level = ERROR
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = false
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${cache}
${['catch_errors', 'gatekeeper', 'healthcheck', 'listing_formats', 'bulk', 'slo', 'dlo']
  .map((name) => `[filter:${name}]\nuse = egg:swift#${name}\n`)
  .join('')}`;

/** One Python for all three rings: each start of it costs half a second. */
const RINGS = `
import sys
from swift.common.ring import RingBuilder
folder = sys.argv[1]
for kind, port in (arg.split('=') for arg in sys.argv[2:]):
    builder = RingBuilder(4, 1, 1)
    builder.add_dev({'id': 0, 'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': int(port), 'device': 'd1', 'weight': 1.0})
    builder.rebalance()
    builder.get_ring().save(f'{folder}/{kind}.ring.gz')
`;

const writeRings = ({ folder, ports }: Place) =>
  run('/usr/bin/python3', ['-c', RINGS, folder, ...KINDS.map((kind) => `${kind}=${ports[kind]}`)]);

const untilAnswering = async (port: number): Promise<void> => {
  const deadline = Date.now() + START_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthcheck`).catch(() => null);
    if (answer) return;
    if (Date.now() > deadline) throw new Error('the S3 server did not start');
    await sleep(200);
  }
};

const startAll = async (place: Place): Promise<ChildProcess[]> => {
  const { folder, ports, proxy, cache } = place;
  await mkdir(join(folder, 'devices/d1'), { recursive: true });
  await writeRings(place);
  const file = (name: string) => join(folder, `${name}-server.conf`);
  for (const kind of KINDS) await writeFile(file(kind), storageSettings(kind, place, ports[kind]));
  await writeFile(file('proxy'), proxySettings(place));
  const commands: [string, string[]][] = [
    ['memcached', ['-u', 'nobody', '-l', '127.0.0.1', '-p', String(cache)]],
    ...[...KINDS, 'proxy'].map((kind): [string, string[]] => [
      `swift-${kind}-server`,
      [file(kind)],
    ]),
  ];
  const children = commands.map(([command, args]) => spawn(command, args, { stdio: 'ignore' }));
  // The proxy would shun a server behind it that once did not answer.
  await Promise.all([...Object.values(ports), proxy].map(untilAnswering));
  return children;
};

/** An empty S3 server of one's own. */
export const startSwift = async (): Promise<S3Server & { stop(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'hs-swift-'));
  const [account, container, object, proxy, cache] = await Promise.all(
    Array.from({ length: 5 }, freePort),
  );
  if (!account || !container || !object || !proxy || !cache) throw new Error('no free port');
  const children = await startAll({ folder, ports: { account, container, object }, proxy, cache });
  return {
    endpoint: `http://127.0.0.1:${proxy}`,
    region: 'us-east-1',
    accessKeyId: 'test:tester',
    secretAccessKey: 'testing',
    stop: async () => {
      const ends = children.map((child) => once(child, 'exit'));
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(ends);
      await rm(folder, { recursive: true });
    },
  };
};
