import { rowsOf, usePages } from '../../api/answer.js';
import type { Params } from '../../api/client.js';
import type { Saying } from '../../api/types.js';
import { More } from '../../piece/more.js';
import { SayingLine } from '../../piece/saying-line.js';
import { Failed, Loading } from '../../piece/state.js';
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
        {(hit) => <HitLine hit={hit} />}
      </Hits>
    );
  }
  return <Newest params={params} />;
}

function Newest({ params }: { readonly params: Params }) {
  const pages = usePages<Saying>('/statements', params);
  const rows = rowsOf(pages.data);
  if (pages.data === undefined) {
    return pages.error === null ? (
      <Loading what="what was said" />
    ) : (
      <Failed error={pages.error} retry={() => void pages.refetch()} />
    );
  }
  if (rows.length === 0) return <NothingFound what="statements" />;
  return (
    <>
      <ol>
        {rows.map((saying) => (
          <li key={saying.id}>
            <SayingLine saying={saying} />
          </li>
        ))}
      </ol>
      <More pages={pages} shown={rows.length} what="statements" />
    </>
  );
}
