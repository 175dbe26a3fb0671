/** A tree of elements becomes blocks in reading order. */
import type { PageElement, PageNode } from '../page.js';

export type BlockForm = 'paragraph' | 'heading' | 'item' | 'row';

/** A piece of text that stands on lines of its own. */
export interface Block {
  readonly form: BlockForm;
  /** White space normalised; never empty. */
  readonly text: string;
  /** Share of its characters that are links, 0…1. */
  readonly linked: number;
  /** It stands in a `blockquote`. */
  readonly quoted: boolean;
  /** The elements that its words stand in. */
  readonly elements: readonly PageElement[];
}

/** Elements that end the line before and after them. */
const BREAKING = new Set(
  'address,article,aside,blockquote,body,br,center,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul'.split(
    ',',
  ),
);
const FORMS: Readonly<Record<string, BlockForm>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'])),
  ...Object.fromEntries(['li', 'dd', 'dt'].map((name) => [name, 'item'])),
};
/** Hold words, not other blocks. */
const LEAVES = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dd', 'dt', 'tr', 'pre', 'br', 'hr']);

export function blocksOf(root: PageElement): Block[] {
  const collector = new Collector();
  collector.walk(root, PLAIN);
  collector.end(PLAIN);
  return collector.blocks;
}

/** Where the walk stands. */
interface Place {
  readonly form: BlockForm;
  readonly inLink: boolean;
  readonly quoted: boolean;
}

const PLAIN: Place = { form: 'paragraph', inLink: false, quoted: false };

class Collector {
  readonly blocks: Block[] = [];
  private parts: string[] = [];
  private elements: PageElement[] = [];
  private linked = 0;

  walk(element: PageElement, place: Place): void {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) this.take(node.textContent ?? '', element, place);
      if (isElement(node)) this.enter(node, place);
    }
  }

  end({ form, quoted }: Place): void {
    const text = normalised(this.parts.join(''));
    const { elements, linked } = this;
    if (text !== '')
      this.blocks.push({ form, text, linked: Math.min(1, linked / text.length), quoted, elements });
    this.parts = [];
    this.elements = [];
    this.linked = 0;
  }

  private enter(element: PageElement, place: Place): void {
    const inLink = place.inLink || element.localName === 'a';
    if (!isBreaking(element)) {
      this.walk(element, { ...place, inLink });
      return;
    }
    // The cells of a row are one line, however they are built.
    if (place.form === 'row') {
      this.parts.push(' ');
      this.walk(element, { ...place, inLink });
      return;
    }
    this.end(place);
    const form = formOf(element) ?? place.form;
    const inner = { form, inLink, quoted: place.quoted || element.localName === 'blockquote' };
    this.walk(element, inner);
    this.end(inner);
  }

  private take(text: string, element: PageElement, { inLink }: Place): void {
    this.parts.push(text);
    if (text.trim() === '') return;
    this.elements.push(element);
    if (inLink) this.linked += text.trim().length;
  }
}

function formOf(element: PageElement): BlockForm | undefined {
  if (element.localName !== 'tr') return FORMS[element.localName];
  return isLayout(element) ? undefined : 'row';
}

/** A row with blocks in its cells lays out a page; it is no row of data. */
function isLayout(row: PageElement): boolean {
  for (let cell = row.firstElementChild; cell; cell = cell.nextElementSibling)
    for (let inner = cell.firstElementChild; inner; inner = inner.nextElementSibling)
      if (isBreaking(inner)) return true;
  return false;
}

const isBreaking = (element: PageElement): boolean => BREAKING.has(element.localName);

/** Ends lines and may hold other blocks. */
export const isBox = (element: PageElement): boolean => isBreaking(element) && !LEAVES.has(element.localName);

const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

/** Soft hyphens and zero-width spaces stand inside words; every other run of white space is one space. */
export const normalised = (text: string): string =>
  text
    .replaceAll(/[\u00AD\u200B\u2060\uFEFF]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
