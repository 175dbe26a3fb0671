/** Fields of a filter. What is chosen holds at once, what is written with Enter or the button. */
import { type ChangeEvent, type FormEvent, useId, useRef } from 'react';
import { useDossiers } from '../api/questions.js';
import { statusWords, typeWords } from '../words/codes.js';
import { countries } from '../words/country.js';
import { type Asked, type Change, type Field, listFields } from './asked.js';
import { Between } from './between.js';
import { Choice, Text } from './inputs.js';
import { Several } from './several.js';
import { useProblems } from './use-problems.js';
import { backgroundWords, sortWords } from './words.js';

interface FilterFormProps {
  readonly asked: Asked;
  readonly change: (change: Change) => void;
  /** Which of them the question knows. */
  readonly known: readonly Field[];
}

export function FilterForm({ asked, change, known }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const { data: dossiers } = useDossiers();
  const problems = useProblems();
  const has = (field: Field): boolean => known.includes(field);
  const text = (field: Field) => ({
    name: field,
    value: String(asked[field] ?? ''),
    problem: problems.find((each) => each.field === field)?.message,
  });
  const { turn, own } = useTurn(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    own();
    if (form.current !== null) change(changeOf(new FormData(form.current), known));
  };
  const chosen = (event: ChangeEvent<HTMLFormElement>) => {
    const { type, tagName } = event.target as unknown as HTMLInputElement;
    if (tagName === 'SELECT' || type === 'checkbox' || type === 'radio') form.current?.requestSubmit();
  };
  return (
    <form ref={form} key={turn} className="filter form" onSubmit={submit} onChange={chosen} noValidate>
      {has('actor') && <Text {...text('actor')} label="Who" hint="A name as reports write it" />}
      {has('country') && (
        <Text
          {...text('country')}
          label="Country"
          hint="Each takes part; commas between"
          list={`${id}-countries`}
        />
      )}
      {has('dyad') && <Between value={asked.dyad} list={`${id}-countries`} />}
      <div className="filter-pair">
        {has('since') && <Text {...text('since')} label="From" type="date" />}
        {has('until') && <Text {...text('until')} label="Until" type="date" />}
      </div>
      {has('place') && (
        <div className="filter-pair">
          <Text {...text('place')} label="Place" />
          <Text {...text('within')} label="Within km" type="number" />
        </div>
      )}
      {has('type') && <Several legend="Acts" name="type" words={typeWords} chosen={asked.type ?? []} />}
      {has('status') && (
        <Several legend="Status" name="status" words={statusWords} chosen={asked.status ?? []} />
      )}
      {has('minSources') && <Text {...text('minSources')} label="Sources at least" type="number" />}
      {has('background') && (
        <Choice
          name="background"
          label="Told as"
          value={asked.background}
          words={backgroundWords}
          none="news or history"
        />
      )}
      {has('dossier') && (dossiers?.rows.length ?? 0) > 0 && (
        <Choice
          name="dossier"
          label="Dossier"
          value={asked.dossier}
          words={Object.fromEntries((dossiers?.rows ?? []).map(({ name, title }) => [name, title]))}
          none="all of the record"
        />
      )}
      {has('sort') && (
        <Choice name="sort" label="Order" value={asked.sort} words={sortWords} none="newest first" />
      )}
      <button type="submit">Narrow</button>
      <datalist id={`${id}-countries`}>
        {countries.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  );
}

/** The fields are filled in anew where the filter was changed elsewhere; what the form changes itself leaves the focus where it is. */
function useTurn(asked: Asked): { readonly turn: number; readonly own: () => void } {
  const text = JSON.stringify(asked);
  const state = useRef({ text, turn: 0, isOwn: false });
  const { current } = state;
  if (text !== current.text) {
    state.current = { text, turn: current.turn + (current.isOwn ? 0 : 1), isOwn: false };
  }
  return {
    turn: state.current.turn,
    own: () => {
      state.current.isOwn = true;
    },
  };
}

function changeOf(data: FormData, known: readonly Field[]): Change {
  const one = (name: string): string => String(data.get(name) ?? '').trim();
  const change: Record<string, string | readonly string[]> = {};
  for (const field of known) {
    if (field === 'words') continue;
    if (field === 'dyad') change.dyad = dyadOf(one('dyad-a'), one('dyad-b'), one('dyad-way'));
    else if (field === 'country')
      change.country = one('country')
        .split(',')
        .map((each) => each.trim());
    else
      change[field] = (listFields as readonly string[]).includes(field)
        ? data.getAll(field).map(String)
        : one(field);
  }
  return change.place === '' ? { ...change, within: '' } : change;
}

const dyadOf = (a: string, b: string, way: string): string => (a === '' || b === '' ? '' : `${a}${way}${b}`);
