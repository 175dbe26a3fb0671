import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A package that most runs don't need, loaded at the first call: loading them all took half of the time that
 * the command needed to start.
 */
export function onDemand<Module>(name: string): () => Module {
  let loaded: Module | undefined;
  return () => {
    loaded ??= require(name) as Module;
    return loaded;
  };
}
