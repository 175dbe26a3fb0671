/** Which other one is the same: looked for by words. */
import { useDeferredValue, useState } from 'react';
import { useLocation } from 'wouter';
import { toldBy, whenWords } from '../../../src/record/dossier/words.js';
import { useAnswer } from '../api/answer.js';
import type { ActorOfRecord, Happening, Page } from '../api/types.js';
import { Failed } from '../piece/state.js';
import { toHappening } from '../route.js';
import { countryName } from '../words/country.js';
import { decide } from './decide.js';
import { Dialog, NoteField, noteOf } from './dialog.js';

interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly words: string;
}

interface MergeProps {
  readonly what: 'happening' | 'actor';
  readonly subject: string;
  /** Not offered: the subject itself under its ids. */
  readonly own: readonly string[];
  readonly title: string;
  /** What to look for first. */
  readonly begin: string;
  /** When it was: others are looked for around it. */
  readonly when?: { readonly from: string; readonly to: string };
  readonly onClose: () => void;
}

const MANY = 12;
const DAY = 86_400_000;
const NEAR = 14;

const around = ({ from, to }: NonNullable<MergeProps['when']>) => ({
  since: dayAt(Date.parse(from) - NEAR * DAY),
  until: dayAt(Date.parse(to) + NEAR * DAY),
});

const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

export function Merge({ what, subject, own, title, begin, when, onClose }: MergeProps) {
  const [, go] = useLocation();
  const [words, setWords] = useState(begin);
  const [isNear, setNear] = useState(when !== undefined);
  const wanted = useDeferredValue(words.trim());
  const query = useAnswer<Page<Happening | ActorOfRecord>>(
    wanted === '' ? undefined : what === 'happening' ? '/happenings' : '/actors',
    what === 'happening'
      ? { words: wanted, limit: MANY, ...(isNear && when !== undefined ? around(when) : {}) }
      : { actor: wanted, limit: MANY },
    { keep: true },
  );
  const found = (query.data?.rows ?? []).map(candidateOf).filter(({ id }) => !own.includes(id));
  return (
    <Dialog
      title={`Merge “${title}” with …`}
      action="Merge"
      isReady={found.length > 0}
      onClose={onClose}
      onDo={async (form) => {
        const other = form.get('other');
        if (typeof other !== 'string') return false;
        const verdict = { kind: 'merge', subjects: [subject, other], ...noteOf(form) } as const;
        const back = what === 'happening' ? () => go(toHappening(subject)) : undefined;
        return (
          (await decide(verdict, 'Merged: the record takes them for one.', { undone: back })) !== undefined
        );
      }}
    >
      <label>
        {what === 'happening' ? 'Words of the other happening' : 'Name of the other'}
        <input value={words} onChange={(event) => setWords(event.target.value)} autoComplete="off" />
      </label>
      {when === undefined ? null : (
        <label className="choice">
          <input type="checkbox" checked={isNear} onChange={(event) => setNear(event.target.checked)} />
          only within two weeks of it
        </label>
      )}
      <Candidates found={found} isAsked={wanted !== '' && query.isFetched} />
      {query.error === null ? null : <Failed error={query.error} />}
      <NoteField />
    </Dialog>
  );
}

function Candidates({ found, isAsked }: { readonly found: readonly Candidate[]; readonly isAsked: boolean }) {
  if (found.length === 0) return isAsked ? <p role="status">None found: try other words.</p> : null;
  return (
    <fieldset className="choices">
      <legend>Found</legend>
      {found.map(({ id, title, words }) => (
        <label key={id}>
          <input type="radio" name="other" value={id} required />
          <span>
            {title} <span className="faint">{words}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function candidateOf(row: Happening | ActorOfRecord): Candidate {
  if ('title' in row) {
    const day = row.when === undefined ? 'day not told' : whenWords(row.when);
    return { id: row.id, title: row.title, words: `${day}, ${toldBy(row.reports, row.sources)}` };
  }
  const country = row.country === undefined ? [] : [countryName(row.country)];
  return {
    id: row.id,
    title: row.name,
    words: [...country, ...row.roles.map(({ title }) => title)].join(', '),
  };
}
