/** Which addresses of strangers may be opened. Pure rules; `safeFetch` resolves names and connects. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { AppError } from '../errors.ts';

/** Exactly one place to connect to. */
export type Endpoint = { address: string; port: number };

const DEFAULT_PORTS: Record<string, number> = { 'http:': 80, 'https:': 443 };
const PORTS = Object.values(DEFAULT_PORTS);
/** All of IPv6 that is given out to the public; what lies outside is special or not given out yet. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Routed like a public address, but inside Azure it is the host's own service. */
const AZURE_HOST = '168.63.129.16';

/**
 * True only for plain public addresses. Forms that wrap another address (IPv4-mapped, NAT64, 6to4,
 * Teredo) are never public, whatever they wrap.
 */
export const isPublicAddress = (address: string): boolean => {
  if (!isIP(address) || address === AZURE_HOST) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6);
};

const isSame = (one: string, other: string): boolean =>
  ipaddr.parse(one).toNormalizedString() === ipaddr.parse(other).toNormalizedString();

const mayConnect = ({ address, port }: Endpoint, allow: readonly Endpoint[]): boolean =>
  (PORTS.includes(port) && isPublicAddress(address)) ||
  allow.some((open) => open.port === port && isIP(address) > 0 && isSame(open.address, address));

/** The host without the brackets that IPv6 wears in URLs. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

const portOf = (url: URL): number => Number(url.port || DEFAULT_PORTS[url.protocol]);

/** Throws `BLOCKED_URL` unless every one of a host's addresses may be connected to. */
export const checkAddresses = (
  url: URL,
  addresses: readonly string[],
  allow: readonly Endpoint[],
): void => {
  const port = portOf(url);
  const allowed = addresses.every((address) => mayConnect({ address, port }, allow));
  if (addresses.length === 0 || !allowed) throw new AppError('BLOCKED_URL');
};

/**
 * A web address as typed, as far as can be judged without asking for the name's addresses. `allow`
 * opens places besides the public ones. Throws `INVALID_URL` or `BLOCKED_URL`.
 */
export const parseWebUrl = (text: string, allow: readonly Endpoint[]): URL => {
  const url = URL.parse(text.trim());
  if (!url || !(url.protocol in DEFAULT_PORTS)) throw new AppError('INVALID_URL');
  if (url.username !== '' || url.password !== '') throw new AppError('BLOCKED_URL');
  const port = portOf(url);
  if (!PORTS.includes(port) && !allow.some((open) => open.port === port))
    throw new AppError('BLOCKED_URL');
  const host = hostOf(url);
  if (isIP(host)) checkAddresses(url, [host], allow);
  return url;
};
