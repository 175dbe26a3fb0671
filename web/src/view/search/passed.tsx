import { listed } from '../../../../src/record/dossier/words.js';
import type { Field } from '../../filter/asked.js';
import { fieldNames } from '../../filter/words.js';

/** Parts of the filter that do not hold here are said, never passed over. */
export function Passed({ fields, what }: { readonly fields: readonly Field[]; readonly what: string }) {
  if (fields.length === 0) return null;
  const names = fields.map((field) => `“${fieldNames[field]}”`);
  return (
    <p className="notice" role="note">
      {what} are not narrowed by {listed(names)}.
    </p>
  );
}
