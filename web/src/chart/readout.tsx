/** The line below a drawing that tells what is picked, with a way to open it. */
import { Link } from 'wouter';

interface ReadoutProps {
  readonly entry: { readonly title: string; readonly words: string; readonly id?: string } | undefined;
  readonly href?: (id: string) => string;
  /** Shown while nothing is picked. */
  readonly help: string;
}

export function Readout({ entry, href, help }: ReadoutProps) {
  if (entry === undefined) return <p className="chart-readout">{help}</p>;
  const { title, words, id } = entry;
  return (
    <p className="chart-readout">
      {id === undefined || href === undefined ? (
        <strong>{title}</strong>
      ) : (
        <Link href={href(id)}>{title}</Link>
      )}
      {' · '}
      {words}
    </p>
  );
}

/** Else there are fingers. */
export const hasMouse = (): boolean => matchMedia('(hover: hover)').matches;
