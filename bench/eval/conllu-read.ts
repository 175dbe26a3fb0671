/** CoNLL-U files as raw documents with their gold analysis, https://universaldependencies.org/format.html */
import type { Analysis, ScoredWord } from './conllu-score.js';

export interface GoldDocument {
  readonly id: string;
  /** Paragraphs with one empty line between them. */
  readonly text: string;
  /** Half-open ranges into `text`. */
  readonly paragraphs: readonly { readonly start: number; readonly end: number }[];
  readonly gold: Analysis;
  /** The words of each sentence: half-open ranges into `gold.words`. */
  readonly sentences: readonly { readonly from: number; readonly to: number }[];
}

/** Documents in the order of the file. */
export function readConllu(content: string): GoldDocument[] {
  const documents: DocumentBuilder[] = [];
  for (const block of content.split(/\n\s*\n/u)) {
    const lines = block.split('\n');
    const id = lines.find((line) => line.startsWith('# newdoc'))?.replace(/^# newdoc(?: id =)?\s*/u, '');
    if (id !== undefined || documents.length === 0) documents.push(new DocumentBuilder(id ?? ''));
    const rows = lines.filter((line) => /^\d/u.test(line)).map((line) => line.split('\t'));
    if (rows.length > 0)
      documents.at(-1)?.addSentence(
        rows,
        lines.some((line) => line.startsWith('# newpar')),
      );
  }
  return documents.map((document) => document.build());
}

class DocumentBuilder {
  private text = '';
  private space = '';
  /** Characters without white space so far. */
  private position = 0;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly tokens: string[] = [];
  private readonly sentences: string[] = [];
  private readonly words: ScoredWord[] = [];
  private readonly ranges: { from: number; to: number }[] = [];

  constructor(private readonly id: string) {}

  addSentence(rows: readonly (readonly string[])[], newParagraph: boolean): void {
    if (newParagraph || this.starts.length === 0) this.openParagraph();
    const start = this.position;
    const from = this.words.length;
    let last = 0;
    let surface = { start: 0, end: 0 };
    for (const [
      id = '',
      form = '',
      lemma = '',
      upos = '',
      ,
      feats = '',
      head = '',
      deprel = '',
      ,
      misc = '',
    ] of rows) {
      if (id.includes('.')) continue;
      const [first = 0, until] = id.split('-').map(Number);
      if (until !== undefined) {
        last = until;
        surface = this.addToken(form, misc);
        continue;
      }
      const multiword = first <= last;
      if (!multiword) surface = this.addToken(form, misc);
      this.words.push({
        ...{ form, upos, lemma, multiword, ...surface, deprel },
        feats: feats === '_' ? '' : feats,
        head: head === '0' ? -1 : from + Number(head) - 1,
      });
    }
    this.ranges.push({ from, to: this.words.length });
    this.sentences.push(`${start}:${this.position}`);
  }

  build(): GoldDocument {
    const ends = [...this.ends, this.text.length];
    return {
      id: this.id,
      text: this.text,
      paragraphs: this.starts.map((start, nth) => ({ start, end: ends[nth] ?? start })),
      gold: { tokens: this.tokens, sentences: this.sentences, words: this.words },
      sentences: this.ranges,
    };
  }

  private openParagraph(): void {
    if (this.starts.length > 0) {
      this.ends.push(this.text.length);
      this.text += '\n\n';
    }
    this.space = '';
    this.starts.push(this.text.length);
  }

  private addToken(form: string, misc: string): { start: number; end: number } {
    this.text += this.space + form;
    this.space = misc.split('|').includes('SpaceAfter=No') ? '' : ' ';
    const start = this.position;
    this.position += form.replace(/\s/gu, '').length;
    this.tokens.push(`${start}:${this.position}`);
    return { start, end: this.position };
  }
}
