/** A list that comes page by page, with what stands there while it comes, fails or is empty. */
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { rowsOf } from '../api/answer.js';
import { Problem } from '../api/problem.js';
import { useAbout } from '../api/questions.js';
import type { Page } from '../api/types.js';
import { routes } from '../route.js';
import { More } from './more.js';
import { Empty, Failed, Loading } from './state.js';

interface ListedProps<Row> {
  readonly pages: UseInfiniteQueryResult<InfiniteData<Page<Row>>, Error>;
  /** `happenings`: stands on the button for more of them. */
  readonly what: string;
  /** Where there are none. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

export function Listed<Row>({ pages, what, empty, children }: ListedProps<Row>) {
  const { data, error, refetch } = pages;
  if (data === undefined) {
    if (error === null) return <Loading what={what} />;
    const mayPass = !(error instanceof Problem) || error.mayPass;
    return <Failed error={error} {...(mayPass ? { retry: () => void refetch() } : {})} />;
  }
  const rows = rowsOf(data);
  if (rows.length === 0) return empty;
  return (
    <>
      {children(rows)}
      <More pages={pages} shown={rows.length} what={what} />
    </>
  );
}

interface NothingProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Of an empty record it is said that it is empty, not that nothing was found. */
export function Nothing({ title, children }: NothingProps) {
  const { data } = useAbout();
  if (data?.counts.reports !== 0) {
    return (
      <Empty title={title}>
        <p>{children}</p>
      </Empty>
    );
  }
  return (
    <Empty title="The record is empty">
      <p>
        <Link href={routes.add}>Add a report</Link>, and what it tells stands here.
      </p>
    </Empty>
  );
}
