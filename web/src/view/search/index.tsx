/** Words and filters, and what the record has of them. */
import { type FormEvent, useId } from 'react';
import { type Address, fitting, useAddress } from '../../filter/asked.js';
import { Chips } from '../../filter/chips.js';
import { FilterForm } from '../../filter/form.js';
import { FilterPanel } from '../../filter/panel.js';
import { Tabs } from '../../piece/tabs.js';
import { PageTitle } from '../../shell/title.js';
import { Exports } from './exports.js';
import { HappeningsFound } from './happenings.js';
import { Passed } from './passed.js';
import { questionOf, questions } from './question.js';
import { ReportsFound } from './reports.js';
import { StatementsFound } from './statements.js';
import './search.css';
import { toSearch } from '../../route.js';

export default function Search() {
  const address = useAddress();
  const { asked, change } = address;
  const question = questionOf(address.get('in'));
  const { params, passed } = fitting(asked, question.fields);
  const tabs = questions.map(({ key, label }) => ({
    href: toSearch({ ...asked, in: key === 'happenings' ? undefined : key }),
    label,
    isHere: key === question.key,
  }));
  return (
    <div className="folio search">
      <PageTitle>Search</PageTitle>
      <WordsForm address={address} />
      <div className="beside">
        <FilterPanel>
          <FilterForm asked={asked} change={change} known={question.fields} />
        </FilterPanel>
        <div>
          <Tabs label="What to find" tabs={tabs} />
          <Chips asked={asked} change={change} except={['words']} />
          <h2 className="visually-hidden">{question.label} found</h2>
          <Passed fields={passed} what={question.label} />
          {question.key === 'happenings' && <HappeningsFound params={params} words={asked.words} />}
          {question.key === 'statements' && <StatementsFound params={params} words={asked.words} />}
          {question.key === 'reports' && <ReportsFound params={params} words={asked.words} />}
          <Exports question={question} params={params} />
        </div>
      </div>
    </div>
  );
}

function WordsForm({ address: { asked, change } }: { readonly address: Address }) {
  const hint = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    change({ words: String(new FormData(event.currentTarget).get('words') ?? '').trim() });
  };
  return (
    <search>
      <form className="search-words" onSubmit={submit}>
        <input
          key={asked.words}
          type="search"
          name="words"
          aria-label="Words"
          aria-describedby={hint}
          defaultValue={asked.words ?? ''}
        />
        <button type="submit" className="primary">
          Search
        </button>
        <p id={hint} className="hint">
          All of the words. <code>"peace treaty"</code> as it stands, <code>treaty or accord</code> either,{' '}
          <code>-fishing</code> without it.
        </p>
      </form>
    </search>
  );
}
