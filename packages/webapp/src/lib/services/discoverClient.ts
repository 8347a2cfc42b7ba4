/** Asks the server for the sheets that a meet's page links to. */
import type { DiscoveredSheet, DiscoverResponse } from '@heatsync/shared';
import type { SheetKind } from '../words/common.ts';
import { web } from '../words/start.ts';
import { request } from './http.ts';
import {
  isNumber,
  isText,
  isTrue,
  listOf,
  objectOf,
  optional,
  schemaOf,
  type Check,
} from './shape.ts';

const isKind: Check<SheetKind> = (value): value is SheetKind =>
  isText(value) && Object.hasOwn(web.kinds, value);

const isSheet = objectOf<DiscoveredSheet>({
  url: isText,
  name: isText,
  kind: optional(isKind),
  size: optional(isNumber),
});

const Discovered = schemaOf(
  objectOf<DiscoverResponse>({
    success: isTrue,
    meetName: optional(isText),
    heatsheets: listOf(isSheet),
  }),
);

/** Throws `ClientError`. */
export const discover = (url: string): Promise<DiscoverResponse> =>
  request(Discovered, '/api/discover-heatsheets', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url }),
  });
