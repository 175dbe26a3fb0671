/** A report with all that was read from it, where it stands. */
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useReport } from '../../api/questions.js';
import type { OneReport } from '../../api/types.js';
import { Answered } from '../../piece/state.js';
import { spanOf } from '../../route.js';
import { chosenStore } from './chosen.js';
import { Contradicted } from './contradicted.js';
import { Everything } from './everything.js';
import { Foot } from './foot.js';
import { Head } from './head.js';
import { layoutOf } from './layout.js';
import { type Kind, type Layer, layers, type Mark, marksOf } from './marks.js';
import { namesOf } from './names.js';
import { Notes } from './notes.js';
import { Panel } from './panel.js';
import { ReportText } from './text.js';
import './report.css';

export default function Report({ id }: { readonly id: string }) {
  const query = useReport(id);
  return (
    <Answered query={query} what="the report">
      {(one) => <Page one={one} />}
    </Answered>
  );
}

function Page({ one }: { readonly one: OneReport }) {
  const { reading } = one;
  const [search] = useSearchParams();
  const place = search.get('at');
  const at = useMemo(() => spanOf(place), [place]);
  const [chosen] = useState(chosenStore);
  const [shown, setShown] = useState<ReadonlySet<Layer>>(
    () => new Set(layers.map(({ kind }) => kind).filter((kind) => kind !== 'unread')),
  );
  const marks = useMemo(() => marksOf(one), [one]);
  const layout = useMemo(() => {
    const seen: Mark[] = marks.filter(({ kind }) => shown.has(kind as Layer));
    if (at !== undefined) seen.push({ kind: 'at', key: 'at', index: 0, spans: [at], value: at });
    return layoutOf(reading.article, seen);
  }, [reading, marks, shown, at]);
  const context = useMemo(() => ({ one, names: namesOf(reading) }), [one, reading]);
  const counts = useMemo(() => countsOf(marks), [marks]);
  const onShow = (layer: Layer, isShown: boolean) =>
    setShown(
      (before) => new Set(isShown ? [...before, layer] : [...before].filter((each) => each !== layer)),
    );
  return (
    <article className="folio report">
      <Head one={one} />
      <div className="report-body">
        <ReportText
          text={reading.article.text}
          lang={reading.article.language}
          layout={layout}
          chosen={chosen}
          {...(at === undefined ? {} : { at })}
        />
        <Contradicted one={one} />
        <Notes one={one} context={context} />
        <Everything marks={marks} layout={layout} chosen={chosen} context={context} onShow={onShow} />
        <Foot one={one} />
      </div>
      <Panel
        layout={layout}
        chosen={chosen}
        context={context}
        counts={counts}
        shown={shown}
        onShow={onShow}
      />
    </article>
  );
}

function countsOf(marks: readonly Mark[]): Readonly<Partial<Record<Kind, number>>> {
  const counts: Partial<Record<Kind, number>> = {};
  for (const { kind } of marks) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
