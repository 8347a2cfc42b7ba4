import { describe, expect, it } from 'vitest';
import { AppError } from '../errors.ts';
import { checkAddresses, isPublicAddress, parseWebUrl, type Endpoint } from './urlValidation.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : 'unknown';
  }
};
const judge = (text: string, allow: Endpoint[] = []) => codeOf(() => parseWebUrl(text, allow));

describe('a public address', () => {
  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1', '2a00:1450:4001:81b::200e'])('is %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '168.63.129.16',
    '169.254.169.254',
    '172.31.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:8.8.8.8',
    '::ffff:0:7f00:1',
    '64:ff9b::808:808',
    '64:ff9b:1::1',
    '100::1',
    '100:0:0:1::1',
    '2001::1',
    '2001:2::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'example.org',
    '',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('an address as typed', () => {
  it.each([
    ['https://example.org/meet.pdf', 'ok'],
    [' http://example.org:443/ ', 'ok'],
    ['https://8.8.8.8/a', 'ok'],
    ['https://[2606:4700::1]/', 'ok'],
    ['example.org/meet.pdf', 'INVALID_URL'],
    ['ftp://example.org/a', 'INVALID_URL'],
    ['file:///etc/passwd', 'INVALID_URL'],
    ['https://', 'INVALID_URL'],
    ['', 'INVALID_URL'],
    ['http://[fe80::1%25eth0]/', 'INVALID_URL'],
    ['https://me:secret@example.org/', 'BLOCKED_URL'],
    ['https://me@example.org/', 'BLOCKED_URL'],
    ['https://example.org:8443/', 'BLOCKED_URL'],
    ['http://127.0.0.1/', 'BLOCKED_URL'],
    ['http://127.1/', 'BLOCKED_URL'],
    ['http://127.0.0.1./', 'BLOCKED_URL'],
    ['http://0x7f000001/', 'BLOCKED_URL'],
    ['http://017700000001/', 'BLOCKED_URL'],
    ['http://2130706433/', 'BLOCKED_URL'],
    ['http://①②⑦.0.0.1/', 'BLOCKED_URL'],
    ['http://%31%32%37.0.0.1/', 'BLOCKED_URL'],
    ['http:127.0.0.1/', 'BLOCKED_URL'],
    ['http://[::]:80/', 'BLOCKED_URL'],
    ['http://[::ffff:127.0.0.1]/', 'BLOCKED_URL'],
  ])('%s is %s', (text, verdict) => expect(judge(text)).toBe(verdict));

  it('may name a place that is opened, and only that', () => {
    const allow = [
      { address: '127.0.0.1', port: 8123 },
      { address: '0:0::1', port: 8123 },
    ];
    expect(judge('http://127.0.0.1:8123/a', allow)).toBe('ok');
    expect(judge('http://[::1]:8123/a', allow)).toBe('ok');
    expect(judge('http://127.0.0.1/a', allow)).toBe('BLOCKED_URL');
    expect(judge('http://127.0.0.2:8123/a', allow)).toBe('BLOCKED_URL');
    expect(judge('http://127.0.0.1:8124/a', allow)).toBe('BLOCKED_URL');
    expect(judge('http://8.8.8.8:8123/a', allow)).toBe('BLOCKED_URL');
  });
});

describe('the addresses of a name', () => {
  const check = (...addresses: string[]) =>
    codeOf(() => checkAddresses(new URL('https://example.org/'), addresses, []));
  it('are all public or none is used', () => {
    expect(check('8.8.8.8', '2606:4700::1')).toBe('ok');
    expect(check('8.8.8.8', '10.0.0.1')).toBe('BLOCKED_URL');
    expect(check('8.8.8.8', '::1')).toBe('BLOCKED_URL');
    expect(check()).toBe('BLOCKED_URL');
  });
});
