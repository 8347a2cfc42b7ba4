export * from './heatSheet.ts';
export * from './meet.ts';
export type * from './types.ts';
