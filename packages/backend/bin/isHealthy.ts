/** For a container's health check: exit code 0 if the program on this machine's PORT answers that it works. */
const port = process.env['PORT'] || '8000';
const isHealthy = await fetch(`http://127.0.0.1:${port}/api/health`).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(isHealthy ? 0 : 1);
