import { useId } from 'react';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date' | 'url';
  /** Lines of a text. */
  readonly rows?: number;
  readonly isRequired?: boolean;
  readonly problem?: string | undefined;
}

export function Field({ name, label, hint, type = 'text', rows, isRequired = false, problem }: FieldProps) {
  const id = useId();
  const says = problem ?? hint;
  const common = {
    id,
    name,
    required: isRequired,
    'aria-invalid': problem !== undefined,
    ...(says === undefined ? {} : { 'aria-describedby': `${id}-says` }),
  };
  return (
    <div className="add-field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...common} type={type} autoComplete="off" />
      ) : (
        <textarea {...common} rows={rows} dir="auto" />
      )}
      {says !== undefined && (
        <p id={`${id}-says`} className={problem === undefined ? 'hint' : 'hint wrong'}>
          {says}
        </p>
      )}
    </div>
  );
}

/** What is said of reports that do not say it themselves. */
export const SaidOfReport = ({
  problemOf,
}: {
  readonly problemOf: (field: string) => string | undefined;
}) => (
  <div className="add-pair">
    <Field name="outlet" label="Outlet" hint="If the report does not name it" problem={problemOf('outlet')} />
    <Field
      name="published"
      label="Day of publication"
      hint="If the report does not say it"
      type="date"
      problem={problemOf('published')}
    />
  </div>
);

/** Fields with a value. */
export const valuesOf = (form: HTMLFormElement, names: readonly string[]): Record<string, string> => {
  const data = new FormData(form);
  const values = names.map((name) => [name, String(data.get(name) ?? '').trim()] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
};

/** What went wrong with the whole, not with one field of those shown. */
export function Wrong({ message }: { readonly message: string | undefined }) {
  return (
    <p className="wrong" role="alert">
      {message}
    </p>
  );
}
