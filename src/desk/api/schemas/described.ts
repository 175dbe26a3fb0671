/** Schemas of the record and the readers, with what the document of the API says of them. */
import { z } from '@hono/zod-openapi';

type What = Exclude<Parameters<z.ZodType['openapi']>[0], undefined>;

/**
 * They were made before zod learned to describe itself, and have no method for it of their own.
 * @param what Their name in the document, or what it says of them.
 */
export const described = <Schema extends z.ZodType>(
  schema: Schema,
  what: string | Record<string, unknown>,
): Schema => z.ZodType.prototype.openapi.call(schema, what as What) as Schema;
