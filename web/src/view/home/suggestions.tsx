/** Dossiers that the record holds enough for, each to be kept with one press. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { listed } from '../../../../src/record/dossier/words.js';
import { outOfDate } from '../../api/answer.js';
import { tell } from '../../api/client.js';
import type { Rows } from '../../api/questions.js';
import type { DossierLine, Suggestion } from '../../api/types.js';
import { useMayWrite } from '../../decide/decide.js';
import { toDossier } from '../../route.js';
import { showToast } from '../../shell/toast.js';
import { countryName } from '../../words/country.js';

const SHOWN = 8;

/** A slow or failed proposal does not keep the page. */
export function Suggestions({
  query: { data },
  kept,
}: {
  readonly query: UseQueryResult<Rows<Suggestion>, Error>;
  /** What is between parties of one of them is proposed no more. */
  readonly kept: readonly DossierLine[];
}) {
  const mayWrite = useMayWrite();
  const isKept = ({ file }: Suggestion): boolean =>
    kept.some((dossier) => isWithin(file.parties.map(countryName), dossier.parties.map(countryName)));
  const rows = (data?.rows ?? []).filter((suggestion) => !isKept(suggestion));
  if (rows.length === 0) return null;
  return (
    <section className="section">
      <h2>The record holds enough for</h2>
      <ul className="suggested">
        {rows.slice(0, SHOWN).map((suggestion) => (
          <li key={suggestion.name}>
            <p className="entry-title">{suggestion.file.title}</p>
            <p className="small">{suggestion.why}</p>
            <p className="small faint">{listed(suggestion.file.parties.map(countryName))}</p>
            {mayWrite && <Keep suggestion={suggestion} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((each) => all.includes(each));

function Keep({ suggestion: { name, file } }: { readonly suggestion: Suggestion }) {
  const [isBusy, setBusy] = useState(false);
  const [, go] = useLocation();
  async function keep() {
    setBusy(true);
    try {
      await tell('POST', '/dossiers', { name, file });
      await outOfDate();
      go(toDossier(name));
      showToast({ text: `Kept as ${name}.yaml in the folder “dossiers”, where it can be edited.` });
    } catch (error) {
      showToast({ text: (error as Error).message, isWrong: true });
      setBusy(false);
    }
  }
  return (
    <p className="acts">
      <button type="button" disabled={isBusy} onClick={() => void keep()} aria-label={`Keep ${file.title}`}>
        Keep this dossier
      </button>
    </p>
  );
}
