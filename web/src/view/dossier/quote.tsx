/** Sentences as a dossier cites them. */
import type { ReactNode } from 'react';
import type { Quote } from '../../../../src/record/dossier/page.js';
import { Citation } from '../../piece/citation.js';

interface QuotedProps {
  readonly quote: Quote;
  readonly note?: ReactNode;
}

export const Quoted = ({ quote: { text, cite, copies = [] }, note }: QuotedProps) => (
  <Citation report={cite} copies={copies} note={note}>
    {text}
  </Citation>
);
