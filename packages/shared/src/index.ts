export * from './batchEvents.ts';
export * from './calendar.ts';
export * from './errorCodes.ts';
export * from './types.ts';
