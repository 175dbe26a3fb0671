/** The rest of a list: the next page on demand, and by itself when the reader comes near its end. */
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

type Pages = Pick<
  UseInfiniteQueryResult<unknown, Error>,
  'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage' | 'error'
>;

/** So many rows come by themselves: then the foot of the page can be reached. */
const ITSELF = 300;

export function More({
  pages,
  shown,
  what,
}: {
  readonly pages: Pages;
  readonly shown: number;
  readonly what: string;
}) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage, error } = pages;
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const node = end.current;
    if (node === null || !hasNextPage || error !== null || shown >= ITSELF) return undefined;
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void fetchNextPage();
      },
      { rootMargin: '400px' },
    );
    seen.observe(node);
    return () => seen.disconnect();
  }, [hasNextPage, fetchNextPage, error, shown]);
  if (!hasNextPage) return null;
  return (
    <p className="more" ref={end}>
      <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {isFetchingNextPage ? 'Reading …' : `More ${what}`}
      </button>
      {error === null ? null : (
        <span className="wrong" role="alert">
          {' '}
          {error.message}
        </span>
      )}
    </p>
  );
}
