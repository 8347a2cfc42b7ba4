/** The sample meet, drawn once for all tests of a worker. */
import { sampleMeet as drawSampleMeet, type SampleMeet } from '@heatsync/sheetgen';

let drawn: Promise<SampleMeet> | undefined;

/** Not to be changed: it is everybody's. */
export const sampleMeet = (): Promise<SampleMeet> => (drawn ??= drawSampleMeet());
