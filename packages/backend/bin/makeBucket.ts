/** Makes the bucket that the S3_ settings name, where it is missing. */
import { loadConfig } from '../src/config.ts';
import { makeBucket } from '../src/services/makeBucket.ts';

const fail = (why: string): never => {
  process.stderr.write(`The bucket could not be made: ${why}\n`);
  process.exit(1);
};

const { s3 } = loadConfig(process.env);
if (s3) await makeBucket(s3).catch(({ name, message }: Error) => fail(message || name));
else fail('the S3_ settings are not set.');
