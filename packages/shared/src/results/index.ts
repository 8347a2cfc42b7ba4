/** From read sheets to a swimmer's races: the same on the server and, for who uploads nothing, in the browser. */
export * from './answers.ts';
export * from './derive.ts';
