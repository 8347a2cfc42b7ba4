import { root } from './steps.ts';

/** Takes `.env` beside the root's package.json into the environment; ends the program if it is there and cannot be read. */
export const loadEnvFile = (): void => {
  try {
    process.loadEnvFile(`${root}.env`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    process.stderr.write(`The file .env cannot be read: ${message}\n`);
    process.exit(1);
  }
};
