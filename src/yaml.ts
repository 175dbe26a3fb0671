import type * as Yaml from 'yaml';
import { onDemand } from './on-demand.js';

const yaml = onDemand<typeof Yaml>('yaml');

/** YAML to a value. */
export const parseYaml = (
  text: string,
  options: Yaml.ParseOptions & Yaml.SchemaOptions & Yaml.ToJSOptions = {},
): unknown => yaml().parse(text, options);

/** The line, from 1, on which each item of a list begins, by its `id`; nothing of what is no such list. */
export function yamlLines(text: string): ReadonlyMap<string, number> {
  const { parseDocument, LineCounter, isMap, isSeq } = yaml();
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter });
  if (!isSeq(contents)) return new Map();
  return new Map(
    contents.items.flatMap((item) => {
      if (!isMap(item) || !item.range) return [];
      return [[String(item.get('id')), lineCounter.linePos(item.range[0]).line] as const];
    }),
  );
}

/** A value as YAML, long lines kept whole. */
export const yamlText = (value: unknown): string => yaml().stringify(value, { lineWidth: 0 });
