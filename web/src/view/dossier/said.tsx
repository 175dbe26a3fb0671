/** Positions side by side: what each party said, the newest first. */
import { useState } from 'react';
import type { Said, SaidItem } from '../../../../src/record/dossier/page.js';
import { counted, listed } from '../../../../src/record/dossier/words.js';
import { ReportName } from '../../piece/citation.js';
import { DayText } from '../../piece/day.js';
import { codeWords } from '../../words/codes.js';
import { NoneTold, Part } from './part.js';

/** The rest of a column is unfolded on demand. */
const SHOWN = 8;

export function SaidBySide({ said }: { readonly said: readonly Said[] }) {
  const silent = said.filter(({ items }) => items.length === 0).map(({ party }) => party);
  const speaking = said.filter(({ items }) => items.length > 0);
  const changes = said.some(({ items }) => items.some(({ change }) => change !== undefined));
  return (
    <Part
      id="said"
      intro={
        changes
          ? 'The newest first. A change of position is marked where two acts or two independent sources stand on either side of it.'
          : 'The newest first. No change of position is marked: that takes two acts or two independent sources on either side of it.'
      }
    >
      {speaking.length === 0 ? <NoneTold /> : null}
      <div className="sides">
        {speaking.map((each) => (
          <Side key={each.party} said={each} />
        ))}
      </div>
      {silent.length > 0 && speaking.length > 0 ? (
        <p className="faint small">No words of {listed(silent)} in the reports read.</p>
      ) : null}
    </Part>
  );
}

function Side({ said: { party, items } }: { readonly said: Said }) {
  const [isOpen, setOpen] = useState(false);
  const newest = [...items].reverse();
  const rest = newest.length - SHOWN;
  return (
    <section className="side" aria-label={`What ${party} has said`}>
      <h3>
        {party} <span className="number">{items.length}</span>
      </h3>
      <ol>
        {newest.map((item, at) => (
          <li
            key={`${item.cites[0]?.number} ${item.printed} ${item.speaker} ${item.text}`}
            className={at >= SHOWN && !isOpen ? 'utterance folded' : 'utterance'}
          >
            <Utterance item={item} />
          </li>
        ))}
      </ol>
      {rest > 0 ? (
        <button type="button" className="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer' : `${counted(rest, 'earlier utterance')}`}
        </button>
      ) : null}
    </section>
  );
}

const changeWords = {
  turned: 'Position turned',
  hardened: 'Position hardened',
  softened: 'Position softened',
};

function Utterance({ item }: { readonly item: SaidItem }) {
  const { when, printed, speaker, text, cites, act, change } = item;
  return (
    <>
      {change === undefined ? null : (
        <p className="change">
          <strong>{changeWords[change.kind]}</strong> from {change.before} to {change.after}
        </p>
      )}
      <p className="entry-day">
        <DayText when={when} printed={printed} />
        {act === undefined ? null : <span className="act">{codeWords(act)}</span>}
      </p>
      <p className="speaker">{speaker}</p>
      <blockquote dir="auto">{text}</blockquote>
      <p className="cites">
        {cites.map((cite, at) => (
          <span key={cite.number}>
            {at === 0 ? '' : '; '}
            <ReportName {...cite} />
          </span>
        ))}
      </p>
    </>
  );
}
