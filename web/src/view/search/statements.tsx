import { usePages } from '../../api/answer.js';
import type { Params } from '../../api/client.js';
import type { Saying } from '../../api/types.js';
import { Listed } from '../../piece/listed.js';
import { SayingLine, Speakers } from '../../piece/saying-line.js';
import { NothingFound } from './found.js';
import { HitLine, Hits } from './hits.js';

interface FoundProps {
  readonly params: Params;
  readonly words: string | undefined;
}

/** By words the best first, else the newest. */
export function StatementsFound({ params, words }: FoundProps) {
  const { minSources, sort, ...ranked } = params;
  if (words !== undefined && minSources === undefined && sort === undefined) {
    return (
      <Hits params={ranked} only="statement">
        {(hit) => <HitLine hit={hit} title={<Speakers speakers={hit.speakers ?? []} />} />}
      </Hits>
    );
  }
  return <Newest params={params} />;
}

function Newest({ params }: { readonly params: Params }) {
  const pages = usePages<Saying>('/statements', params);
  return (
    <Listed pages={pages} what="statements" empty={<NothingFound what="statements" />}>
      {(rows) => (
        <ol>
          {rows.map((saying) => (
            <li key={saying.id}>
              <SayingLine saying={saying} />
            </li>
          ))}
        </ol>
      )}
    </Listed>
  );
}
