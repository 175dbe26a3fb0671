/** Land and borders, from world-atlas (Natural Earth, public domain). */
import { useEffect, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface Atlas {
  readonly land: GeoJSON.Feature | GeoJSON.FeatureCollection;
  readonly borders: GeoJSON.MultiLineString;
}

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** Finer lines where one looks closer; each is fetched once, when it is first wanted. */
const files = {
  coarse: () => import('world-atlas/countries-110m.json'),
  fine: () => import('world-atlas/countries-50m.json'),
};
type Fineness = keyof typeof files;

const fetched = new Map<Fineness, Promise<Atlas>>();

function atlasOf(fineness: Fineness): Promise<Atlas> {
  const known = fetched.get(fineness);
  if (known !== undefined) return known;
  const coming = files[fineness]().then((file) => {
    const world = file.default as unknown as World;
    const { countries, land } = world.objects;
    return { land: feature(world, land), borders: mesh(world, countries, (a, b) => a !== b) };
  });
  // What failed once may come the next time.
  coming.catch(() => fetched.delete(fineness));
  fetched.set(fineness, coming);
  return coming;
}

/** The latest that there is: the coarse one until the fine one is here. */
export function useAtlas(radius: number): Atlas | undefined {
  const [atlas, setAtlas] = useState<Atlas>();
  const fineness: Fineness = radius < 28 ? 'fine' : 'coarse';
  useEffect(() => {
    let wanted = true;
    const show = (each: Atlas) => wanted && setAtlas(each);
    // Circles on an empty ground are worse than none of the land, not wrong.
    atlasOf(fineness).then(show, () => undefined);
    return () => {
      wanted = false;
    };
  }, [fineness]);
  return atlas;
}
