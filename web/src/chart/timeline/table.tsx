import { useState } from 'react';
import { Link } from 'wouter';
import { Scroll } from '../scroll.js';
import type { Item } from './item.js';
import { laneName } from './marks.js';

interface TableProps {
  readonly items: readonly Item[];
  readonly href: (id: string) => string;
  readonly caption: string;
}

const STEP = 100;

/** The same in words, for those who read rather than look. */
export function Table({ items, href, caption }: TableProps) {
  const [open, setOpen] = useState(false);
  const [most, setMost] = useState(STEP);
  const rows = open ? [...items].sort((a, b) => a.from - b.from).slice(0, most) : [];
  return (
    <details className="chart-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      <Scroll label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">When, status, sources</th>
              <th scope="col">Kind</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((item, at) => (
              <tr key={item.id ?? at}>
                <td>{item.id === undefined ? item.title : <Link href={href(item.id)}>{item.title}</Link>}</td>
                <td>{item.words}</td>
                <td>{[laneName[item.lane], item.tone].filter((each) => each !== undefined).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {open && most < items.length && (
        <button type="button" className="chart-button" onClick={() => setMost(most + STEP)}>
          Show {Math.min(STEP, items.length - most)} more of {items.length}
        </button>
      )}
    </details>
  );
}
