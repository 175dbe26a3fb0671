/** Who acts and speaks, and what they are at odds over. */
import { z } from '@hono/zod-openapi';
import { actorFields } from '../../record/ask/actors.js';
import { dispute, disputeFields, disputes } from '../../record/ask/disputes.js';
import { actors } from '../../record/ask/index.js';
import { actor } from '../../record/ask/one-actor.js';
import type { Desk } from '../desk.js';
import { type Api, asks, idParams } from './asking.js';
import { filterOf, filterQuery, pageOptions, pageQuery } from './query.js';
import { pageOf } from './schemas/common.js';
import { ActorSchema, OneActorSchema, QuarrelSchema } from './schemas/record.js';

export function actorRoutes(api: Api, desk: Desk): void {
  asks(api, desk, {
    path: '/actors',
    tag: 'actors',
    summary: 'Who acts and speaks, with other names and with roles and their dates',
    query: z.strictObject({ ...filterQuery(actorFields), ...pageQuery }),
    answer: pageOf(ActorSchema),
    ask: (db, { query }) => actors(db, filterOf(desk, query), pageOptions(query)),
  });
  asks(api, desk, {
    path: '/actors/{id}',
    tag: 'actors',
    summary: 'One actor: roles over time, and whom it meets, speaks with and is at odds with',
    params: idParams,
    query: z.strictObject({}),
    answer: OneActorSchema,
    ask: (db, { params }) => actor(db, params.id),
  });
  asks(api, desk, {
    path: '/disputes',
    tag: 'disputes',
    summary: 'What parties are at odds over, with the names each side uses',
    query: z.strictObject({ ...filterQuery(disputeFields), ...pageQuery }),
    answer: pageOf(QuarrelSchema),
    ask: (db, { query }) => disputes(db, filterOf(desk, query), pageOptions(query)),
  });
  asks(api, desk, {
    path: '/disputes/{id}',
    tag: 'disputes',
    summary: 'One dispute with the sentences that tell of it',
    params: idParams,
    query: z.strictObject({}),
    answer: QuarrelSchema,
    ask: (db, { params }) => dispute(db, params.id),
  });
}
