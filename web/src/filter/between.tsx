import { countryName } from '../words/country.js';

interface BetweenProps {
  /** `RUS>JPN` or `RUS,JPN`. */
  readonly value: string | undefined;
  /** Id of the list of countries. */
  readonly list: string;
}

/** Two countries, and which way it goes between them. */
export function Between({ value, list }: BetweenProps) {
  const [a = '', b = ''] = (value ?? '').split(/[>,]/u).map((each) => countryName(each.trim()));
  return (
    <fieldset className="field between">
      <legend>Between two countries</legend>
      <input name="dyad-a" aria-label="First country" defaultValue={a} list={list} autoComplete="off" />
      <select name="dyad-way" aria-label="Which way" defaultValue={value?.includes('>') ? '>' : ','}>
        <option value=",">and</option>
        <option value=">">to</option>
      </select>
      <input name="dyad-b" aria-label="Second country" defaultValue={b} list={list} autoComplete="off" />
    </fieldset>
  );
}
