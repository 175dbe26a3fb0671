import { useId } from 'react';

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'number';
  readonly list?: string;
  readonly problem?: string | undefined;
}

export function Text({ name, label, value, hint, type = 'text', list, problem }: TextProps) {
  const id = useId();
  const says = problem ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        list={list}
        {...(type === 'number' ? { min: 1 } : {})}
        autoComplete="off"
        aria-invalid={problem !== undefined}
        {...(says === undefined ? {} : { 'aria-describedby': `${id}-says` })}
      />
      {says !== undefined && (
        <p id={`${id}-says`} className={problem === undefined ? 'hint' : 'hint wrong'}>
          {says}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly words: Readonly<Record<string, string>>;
  /** Where nothing is chosen. */
  readonly none: string;
}

export function Choice({ name, label, value, words, none }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value ?? ''}>
        <option value="">{none}</option>
        {Object.entries(words).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
