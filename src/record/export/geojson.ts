/** GeoJSON by RFC 7946: a point where the place is known, else no geometry; properties as in CSV. */
import type { Happening } from '../ask/index.js';
import type { Chunk } from './chunk.js';
import type { Column } from './column.js';

export async function* toGeoJson<Row extends Happening>(
  rows: AsyncIterable<Row>,
  columns: readonly Column<Row>[],
): AsyncGenerator<Chunk, void, undefined> {
  yield '{"type":"FeatureCollection","features":[';
  let first = true;
  for await (const row of rows) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(featureOf(row, columns))}`;
    first = false;
  }
  yield '\n]}\n';
}

function featureOf<Row extends Happening>(row: Row, columns: readonly Column<Row>[]): object {
  const { lat, lon } = row.where ?? {};
  return {
    type: 'Feature',
    id: row.id,
    geometry: lat === undefined || lon === undefined ? null : { type: 'Point', coordinates: [lon, lat] },
    properties: Object.fromEntries(columns.map(({ name, of }) => [name, of(row)])),
  };
}
