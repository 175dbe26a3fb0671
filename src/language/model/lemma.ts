/**
 * Lemmas by edit scripts: a label says how a form becomes its lemma, `=LEMMA` (the lemma itself) or
 * `CASE|DROP>ADD|DROP>ADD`: the case of the whole (l lower, c Capitalised, u UPPER, k as it stands), how many
 * characters go at the front and what comes for them, then the same at the end. As in training/lemma.py.
 */

export type LemmaScript = (form: string) => string;

/** Throws when the label is no script. */
export function lemmaScript(label: string): LemmaScript {
  if (label.startsWith('=')) return () => label.slice(1);
  const match = /^([lcuk])\|(\d+)>(.*)\|(\d+)>(.*)$/su.exec(label);
  if (!match) throw new Error(`'${label}' is no lemma script.`);
  const [, letterCase = 'k', dropFront, addFront = '', dropBack, addBack = ''] = match;
  const front = Number(dropFront);
  const back = Number(dropBack);
  return (form) => {
    const kept = [...form].length - back;
    // A script that does not fit the form leaves it as it is.
    if (front >= kept) return form;
    // A capital inside a name stays (McCain), unless all are capitals (GENEVA).
    const keeps = letterCase === 'k' || (letterCase === 'c' && form !== form.toUpperCase());
    const characters = [...(keeps ? form : form.toLowerCase())];
    return recase(addFront + characters.slice(front, kept).join('') + addBack, letterCase);
  };
}

function recase(text: string, letterCase: string): string {
  if (letterCase === 'u') return text.toUpperCase();
  if (letterCase !== 'c') return text;
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
