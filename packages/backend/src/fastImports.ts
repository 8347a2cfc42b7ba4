/** Imported first, it makes what is imported dynamically later load faster; all works without it. */
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../../.cache/node', import.meta.url)));

/**
 * Node parses a package's package.json again for each relative import inside the package, and
 * drizzle-orm's has 179 kB: a second of every start. Its files are modules, wherever they lie.
 */
const PACKAGE = '/node_modules/drizzle-orm/';

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && context.parentURL?.includes(PACKAGE)
      ? {
          url: new URL(specifier, context.parentURL).href,
          format: 'module',
          shortCircuit: true,
        }
      : next(specifier, context),
});
