/** What the page is narrowed to, each part with a way to take it off. */
import type { Asked, Change, Field } from './asked.js';
import { fields } from './asked.js';
import { fieldNames, valueWords } from './words.js';

interface ChipsProps {
  readonly asked: Asked;
  readonly change: (change: Change) => void;
  /** Those that have their own place on the page. */
  readonly except?: readonly Field[];
}

export function Chips({ asked, change, except = [] }: ChipsProps) {
  const given = fields.filter((field) => asked[field] !== undefined && !except.includes(field));
  if (given.length === 0) return null;
  return (
    <ul className="chips" aria-label="Narrowed to">
      {given.map((field) => (
        <li key={field}>
          <button type="button" className="chip" onClick={() => change(without(field))}>
            <span className="faint">{fieldNames[field]}</span> {valueWords(field, asked)}
            <span aria-hidden="true"> ×</span>
            <span className="visually-hidden">, take off</span>
          </button>
        </li>
      ))}
      {given.length > 1 && (
        <li>
          <button
            type="button"
            className="quiet"
            onClick={() => change(Object.assign({}, ...given.map(without)))}
          >
            Take all off
          </button>
        </li>
      )}
    </ul>
  );
}

/** A distance is from a place. */
const without = (field: Field): Change => ({
  [field]: undefined,
  ...(field === 'place' ? { within: undefined } : {}),
});
