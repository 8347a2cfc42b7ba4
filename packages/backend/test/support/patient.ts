/** For tests: on a busy machine a sheet may take longer than a family should wait. */
export const PATIENT = { READ_TIMEOUT_SECONDS: '120' };
