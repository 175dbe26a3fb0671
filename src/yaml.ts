import type * as Yaml from 'yaml';
import { onDemand } from './on-demand.js';

const yaml = onDemand<typeof Yaml>('yaml');

/** YAML to a value. */
export const parseYaml = (
  text: string,
  options: Yaml.ParseOptions & Yaml.SchemaOptions & Yaml.ToJSOptions = {},
): unknown => yaml().parse(text, options);
