/** Reads and checks data/article/metadata-*.yaml. */
import { z } from 'zod';
import { checkedData } from '../../../data-file.js';

const Weight = z.number().min(0).max(1);
const Names = z.array(z.string().min(1));
const Kind = z.enum(['published', 'updated']);
const Id = z.string().regex(/^[a-z-]+\/[a-z-]+$/);

const DateTrust = z.object({
  enough: Weight,
  local: Weight,
  noted: z.array(Id),
  'article-types': Names,
  'work-types': Names,
  'foreign-paths': Names,
  'article-parts': Names,
  'json-ld': z.array(
    z.object({ id: Id, of: z.enum(['article', 'work']), property: z.string(), kind: Kind, weight: Weight }),
  ),
  meta: z.array(z.object({ id: Id, kind: Kind, weight: Weight, names: Names, endings: Names.optional() })),
  itemprop: z.array(z.object({ id: Id, kind: Kind, weight: Weight, names: Names })),
  time: z.object({ pubdate: Weight, published: Weight, near: Weight, far: Weight, updated: Weight }),
  url: z.object({ path: Weight, name: Weight, 'day-first': Weight }),
  state: z.object({ weight: Weight, keys: Names }),
  description: Weight,
  text: z.object({
    'label-near': Weight,
    'label-inside': Weight,
    'label-far': Weight,
    'marked-near': Weight,
    'marked-inside': Weight,
    'marked-far': Weight,
    'alone-near': Weight,
    'alone-inside': Weight,
    'alone-far': Weight,
    'line-near': Weight,
    dateline: Weight,
    prose: Weight,
    sole: Weight,
    'sole-from': Weight,
    crowd: z.int().positive(),
    'crowd-factor': Weight,
  }),
  marked: z.object({ published: Names, updated: Names, any: Names }),
  side: z.array(
    z.object({
      id: Id,
      factor: Weight,
      inside: Weight.optional(),
      looks: z.boolean().optional(),
      words: Names,
      elements: Names.optional(),
    }),
  ),
});
export type DateTrust = z.infer<typeof DateTrust>;

const Place = z.strictObject({
  id: Id,
  'json-ld': Names.optional(),
  itemprop: Names.optional(),
  meta: Names.optional(),
  element: z.string().optional(),
  attribute: z.string().optional(),
  strong: z.boolean().optional(),
});
export type Place = z.infer<typeof Place>;

const FieldTrust = z.strictObject({
  headline: z.array(Place),
  dek: z.array(Place),
  outlet: z.array(Place),
  byline: z.array(Place),
  agency: z.array(Place),
  language: z.array(Place),
  canonical: z.array(Place),
  'byline-labels': Names,
  'not-bylines': Names,
  'title-separators': Names,
});
export type FieldTrust = z.infer<typeof FieldTrust>;

export const readMetadataYaml = <Row>(name: string, schema: z.ZodType<Row>): Row =>
  checkedData('article', name, schema);

export const readDateTrust = (): DateTrust => readMetadataYaml('metadata-dates.yaml', DateTrust);
export const readFieldTrust = (): FieldTrust => readMetadataYaml('metadata-trust.yaml', FieldTrust);
