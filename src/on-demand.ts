import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * A package that most runs don't need, loaded at the first call: loading them all took half of the time that
 * the command needed to start.
 */
export function onDemand<Module>(name: string): () => Module {
  let loaded: Module | undefined;
  return () => {
    // By its file: `require` by name refuses a package that exports itself to `import` alone.
    loaded ??= require(fileURLToPath(import.meta.resolve(name))) as Module;
    return loaded;
  };
}
