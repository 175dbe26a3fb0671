/** Entity annotations of GUM's CoNLL-U: the brackets of `Entity=` in MISC, nested and over several words. */

export interface Entity {
  readonly cluster: string;
  /** `person`, `organization`, `place`, … */
  readonly type: string;
  /** Half-open range into the words of the document. */
  readonly from: number;
  readonly to: number;
}

/** By document id; the words are those of `readConllu`. */
export function readEntities(content: string): Map<string, readonly Entity[]> {
  const documents = new Map<string, Entity[]>();
  let entities: Entity[] = [];
  let open = new Map<string, { type: string; from: number }[]>();
  let word = 0;
  for (const line of content.split('\n')) {
    const id = /^# newdoc id = (.+)$/u.exec(line)?.[1];
    if (id !== undefined) {
      entities = [];
      documents.set(id.trim(), entities);
      open = new Map();
      word = 0;
    }
    if (!/^\d+\t/u.test(line)) continue;
    const misc = line.split('\t')[9] ?? '';
    const brackets = /(?:^|\|)Entity=([^|]+)/u.exec(misc)?.[1] ?? '';
    for (const bracket of brackets.matchAll(BRACKET)) take(bracket, word, open, entities);
    word++;
  }
  return documents;
}

/** `(7-person-…)`, `(7-person-…`, `7)`. A part of a broken mention, `7[1/2]`, stands for itself. */
const BRACKET = /\((\d+)(?:\[\d+\/\d+\])?-([a-z]+)[^()]*(\))?|(\d+)(?:\[\d+\/\d+\])?\)/gu;

function take(
  [, opened, type = '', closed, closes]: RegExpExecArray,
  word: number,
  open: Map<string, { type: string; from: number }[]>,
  entities: Entity[],
): void {
  if (opened !== undefined && closed !== undefined)
    entities.push({ cluster: opened, type, from: word, to: word + 1 });
  else if (opened !== undefined) open.set(opened, [...(open.get(opened) ?? []), { type, from: word }]);
  else if (closes !== undefined) {
    const begun = open.get(closes)?.pop();
    if (begun) entities.push({ cluster: closes, ...begun, to: word + 1 });
  }
}
