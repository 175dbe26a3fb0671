/** Checks a value against the schemas of an OpenAPI 3.1 document, as far as ours go. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly format?: string;
  readonly default?: unknown;
}

const KNOWN = new Set([
  '$ref',
  'type',
  'enum',
  'anyOf',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'prefixItems',
]);
const NARROWER = new Set([
  'minItems',
  'maxItems',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'format',
  'default',
  'description',
]);

export type Components = Readonly<Record<string, Schema>>;

export function resolved(schema: Schema, components: Components): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  if (name === undefined) return schema;
  const found = components[name];
  if (found === undefined) throw new Error(`the document has no schema ${name}.`);
  return found;
}

/** What does not fit, each with its place; nothing where all does. */
export function faultsIn(value: unknown, given: Schema, components: Components, at = '$'): string[] {
  const schema = resolved(given, components);
  for (const word of Object.keys(schema))
    if (!KNOWN.has(word) && !NARROWER.has(word))
      throw new Error(`${at}: the checker does not know '${word}'.`);
  if (schema.anyOf !== undefined) {
    const tries = schema.anyOf.map((each) => faultsIn(value, each, components, at));
    return tries.some((faults) => faults.length === 0)
      ? []
      : [`${at} fits no form: ${tries.flat().join('; ')}`];
  }
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}`];
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return [`${at} is no ${types.join(' or ')}`];
  if (
    typeof value === 'string' &&
    schema.pattern !== undefined &&
    !new RegExp(schema.pattern, 'u').test(value)
  )
    return [`${at} does not fit ${schema.pattern}`];
  if (Array.isArray(value)) return listFaults(value, schema, components, at);
  return typeof value === 'object' && value !== null ? objectFaults(value, schema, components, at) : [];
}

const isOf = (type: string, value: unknown): boolean => {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
};

const listFaults = (
  values: readonly unknown[],
  schema: Schema,
  components: Components,
  at: string,
): string[] =>
  values.flatMap((value, index) => {
    const item = schema.prefixItems?.[index] ?? schema.items;
    return item === undefined ? [] : faultsIn(value, item, components, `${at}[${index}]`);
  });

function objectFaults(value: object, schema: Schema, components: Components, at: string): string[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${at} has no ${name}`);
  const rest = Object.entries(value).flatMap(([name, each]) => {
    const property = properties[name];
    if (property !== undefined) return faultsIn(each, property, components, `${at}.${name}`);
    return additionalProperties === false ? [`${at} has ${name}, which the document does not name`] : [];
  });
  return [...missing, ...rest];
}
