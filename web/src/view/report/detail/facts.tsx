/** Labelled lines of what was read. */
import type { ReactNode } from 'react';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts without a value are left out. */
export const Facts = ({ facts }: { readonly facts: readonly (Fact | undefined | false)[] }) => (
  <dl className="read-facts">
    {facts.map((fact) =>
      fact === undefined || fact === false || fact.value === undefined || fact.value === '' ? null : (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ),
    )}
  </dl>
);
