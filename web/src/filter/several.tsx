interface SeveralProps {
  readonly legend: string;
  readonly name: string;
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
}

/** Any of them; folded up until one is wanted. */
export function Several({ legend, name, words, chosen }: SeveralProps) {
  return (
    <details className="field several" open={chosen.length > 0}>
      <summary>
        {legend}
        {chosen.length > 0 && <span className="faint"> {chosen.length} chosen</span>}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{legend}, any of them</legend>
        {Object.entries(words).map(([value, text]) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} /> {text}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
