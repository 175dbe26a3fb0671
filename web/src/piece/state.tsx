/** Empty, loading and failing, each in words. */
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Problem } from '../api/problem.js';

export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <div className="state empty">
    <p className="state-title">{title}</p>
    {children}
  </div>
);

/** Nothing for the first moment: most answers are there before one could read it. */
export function Loading({ what = 'the record' }: { readonly what?: string }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="state loading" role="status" aria-busy="true">
      {isSlow ? <p>Reading {what} …</p> : null}
    </div>
  );
}

export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div className="state failed" role="alert">
      <p className="state-title">{titleOf(error)}</p>
      <p>
        {problem === undefined ? 'The page itself has failed at this. ' : ''}
        {error.message}
      </p>
      {problem?.fields.length ? (
        <ul>
          {problem.fields.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              {field === undefined ? '' : `${field}: `}
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      {retry === undefined ? null : (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

function titleOf(error: Error): string {
  if (!(error instanceof Problem)) return 'This view cannot be shown';
  if (error.status === 404) return 'Not in the record';
  return error.title;
}

interface AnsweredProps<Answer> {
  readonly query: UseQueryResult<Answer, Error>;
  readonly what?: string;
  readonly children: (answer: Answer) => ReactNode;
}

/** The answer, or what keeps it. An answer that cannot be renewed stays, with a word on it. */
export function Answered<Answer>({ query, what, children }: AnsweredProps<Answer>) {
  const { data, error, refetch } = query;
  if (data === undefined) {
    if (error === null) return <Loading {...(what === undefined ? {} : { what })} />;
    return <Failed error={error} retry={() => void refetch()} />;
  }
  return (
    <>
      {error === null ? null : (
        <p className="notice wrong" role="alert">
          This may be out of date: {error.message}{' '}
          <button type="button" className="quiet" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {children(data)}
    </>
  );
}
