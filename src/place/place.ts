import { z } from 'zod';
import { Span } from '../span.js';

export const Place = z.object({
  id: z.string(),
  span: Span,
  /** As the report writes it. */
  name: z.string(),
  /** GeoNames id. */
  geonames: z.int().positive().optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  /** ISO 3166-1 alpha-3. */
  country: z.string().optional(),
  /** The report only says that it was written there: not where anything happened. */
  dateline: z.literal(true).optional(),
  kind: z.enum(['country', 'city', 'region', 'physical', 'facility', 'unknown']),
});
export type Place = z.infer<typeof Place>;
