import { rowsOf, usePages } from '../../api/answer.js';
import type { Params } from '../../api/client.js';
import type { Happening } from '../../api/types.js';
import { HappeningLine } from '../../piece/happening-line.js';
import { More } from '../../piece/more.js';
import { Failed, Loading } from '../../piece/state.js';
import { NothingFound } from './found.js';
import { Highlighted } from './highlighted.js';

/** Also the lists of other views: happenings that a filter leaves, page by page. */
export function HappeningsFound({
  params,
  words,
}: {
  readonly params: Params;
  readonly words?: string | undefined;
}) {
  const pages = usePages<Happening>('/happenings', params);
  const rows = rowsOf(pages.data);
  if (pages.data === undefined) {
    return pages.error === null ? (
      <Loading />
    ) : (
      <Failed error={pages.error} retry={() => void pages.refetch()} />
    );
  }
  if (rows.length === 0) return <NothingFound what="happenings" />;
  return (
    <>
      <ol>
        {rows.map((happening) => (
          <li key={happening.id}>
            <HappeningLine
              happening={happening}
              {...(words === undefined
                ? {}
                : { mark: (text: string) => <Highlighted text={text} words={words} /> })}
            />
          </li>
        ))}
      </ol>
      <More pages={pages} shown={rows.length} what="happenings" />
    </>
  );
}
