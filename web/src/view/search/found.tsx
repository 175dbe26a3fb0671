import { Nothing } from '../../piece/listed.js';

/** Nothing found, and what to do about it. */
export const NothingFound = ({ what }: { readonly what: string }) => (
  <Nothing title={`No ${what} found`}>Fewer words find more, and so does a filter taken off.</Nothing>
);
