export * from './batchEvents.ts';
export * from './calendar.ts';
export { raceTitle } from './calendarWords.ts';
export * from './errorCodes.ts';
export * from './eventNames.ts';
export * from './operator.ts';
export * from './requests.ts';
export * from './types.ts';
export * from './v1.ts';
