/** The two lines of cooperation and conflict, by month. */

import type { Relation } from '../../api/types.js';
import { Relations } from '../../chart/index.js';
import { countryName } from '../../words/country.js';
import { NoneTold, Part } from './part.js';

export const RelationsOf = ({ relations }: { readonly relations: readonly Relation[] }) => (
  <Part id="relations">
    {relations.length === 0 ? <NoneTold /> : null}
    {relations.map((relation) => {
      const [a, b] = [countryName(relation.pair[0]), countryName(relation.pair[1])];
      return (
        <div key={relation.pair.join()} className="relation">
          <h3>
            {a} and {b}
          </h3>
          <Relations relation={relation} names={[a, b]} />
        </div>
      );
    })}
  </Part>
);
