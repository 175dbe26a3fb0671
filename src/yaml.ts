import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

const require = createRequire(import.meta.url);

/** YAML to a value. The package is loaded at the first call: a built program seldom makes one. */
export const parseYaml = (
  text: string,
  options: Yaml.ParseOptions & Yaml.SchemaOptions & Yaml.ToJSOptions = {},
): unknown => (require('yaml') as typeof Yaml).parse(text, options);
