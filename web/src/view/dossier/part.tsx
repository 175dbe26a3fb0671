import type { ReactNode } from 'react';
import { type PartId, titleOf } from './parts.js';

interface PartProps {
  readonly id: PartId;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

export const Part = ({ id, intro, children }: PartProps) => (
  <section className="section" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`} tabIndex={-1}>
      {titleOf(id)}
    </h2>
    {intro === undefined ? null : <p className="kicker">{intro}</p>}
    {children}
  </section>
);

export const NoneTold = () => <p className="faint">None in the reports read.</p>;
