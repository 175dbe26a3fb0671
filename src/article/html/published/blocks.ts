/** The visible text of a page in blocks, each with the part of the page that it stands in. */
import type { Page, PageElement, PageNode } from '../page.js';

export interface Block {
  readonly element: PageElement;
  readonly text: string;
  /** Names of the element and its nearest ancestors: classes, ids and microdata properties, as words. */
  readonly names: ReadonlySet<string>;
  /** 1, or less in side matter. */
  readonly factor: number;
}

export interface SidePart {
  readonly factor: number;
  readonly words: ReadonlySet<string>;
  readonly elements: ReadonlySet<string>;
}

/** Characters of visible text that are looked at; dates of publication stand early or right below the text. */
const MAX_TEXT = 200_000;
/** Elements with less text than this are one block, whatever is inside: calendar leaves, badges. */
const SMALL = 60;
/** A part of the page with more names than this is not told by them. */
const MAX_NAMES = 40;

const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'select',
  'option',
  'textarea',
  'iframe',
  'head',
]);

/** Class, id, itemprop and the like as lower-case words: `entryDate` and `entry-date` are `entry date entrydate`. */
export function namesOf(element: PageElement): string[] {
  const names: string[] = [];
  for (const attribute of ['class', 'id', 'itemprop', 'role', 'property', 'rel', 'data-testid']) {
    const value = element.getAttribute(attribute);
    if (!value || value.length > 400) continue;
    for (const name of value.split(/\s+/)) {
      const words = name
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter((word) => word.length > 1);
      names.push(...words);
      if (words.length > 1) names.push(words.join(''));
    }
  }
  return names.slice(0, MAX_NAMES);
}

interface State {
  readonly factor: number;
  readonly names: readonly (readonly string[])[];
}

/** Blocks in document order. Elements of `holders` hold the headline: they are never side matter. */
export function blocksOf(page: Page, holders: ReadonlySet<PageElement>, side: readonly SidePart[]): Block[] {
  const blocks: Block[] = [];
  let characters = 0;

  const emit = (element: PageElement, text: string, state: State): void => {
    const clean = text.replace(/[\s\u00a0]+/g, ' ').trim();
    if (clean === '') return;
    characters += clean.length;
    blocks.push({ element, text: clean, names: new Set(state.names.slice(-4).flat()), factor: state.factor });
  };
  const visit = (element: PageElement, state: State): void => {
    const own = namesOf(element);
    const inside = { factor: sideFactor(element, own, state, holders, side), names: [...state.names, own] };
    let run = '';
    for (let node = element.firstChild; node && characters < MAX_TEXT; node = node.nextSibling) {
      if (node.nodeType === 3) run += node.textContent ?? '';
      else if (isElement(node) && !HIDDEN.has(node.localName)) {
        if (INLINE.has(node.localName) && isPlain(node)) run += inlineText(node);
        else if (isSmall(node)) {
          emit(element, run, inside);
          run = '';
          const names = namesOf(node);
          emit(node, inlineText(node), {
            factor: sideFactor(node, names, inside, holders, side),
            names: [...inside.names, names],
          });
        } else {
          emit(element, run, inside);
          run = '';
          visit(node, inside);
        }
      }
    }
    emit(element, run, inside);
  };
  visit(page.body, { factor: 1, names: [] });
  return blocks;
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

function sideFactor(
  element: PageElement,
  names: readonly string[],
  state: State,
  holders: ReadonlySet<PageElement>,
  side: readonly SidePart[],
): number {
  if (holders.has(element)) return 1;
  let { factor } = state;
  for (const part of side)
    if (part.elements.has(element.localName) || names.some((name) => part.words.has(name)))
      factor = Math.min(factor, part.factor);
  return factor;
}

/** Only inline elements inside. */
function isPlain(element: PageElement): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling)
    if (HIDDEN.has(child.localName) || !INLINE.has(child.localName) || !isPlain(child)) return false;
  return true;
}

function isSmall(element: PageElement): boolean {
  if (/^(?:ul|ol|table|section|article|main|form|nav)$/.test(element.localName)) return false;
  let left = SMALL;
  let elements = 12;
  const within = (node: PageNode): boolean => {
    if (node.nodeType === 3) left -= (node.textContent ?? '').trim().length;
    if (isElement(node)) elements--;
    if (left < 0 || elements < 0) return false;
    for (let child = isElement(node) ? node.firstChild : null; child; child = child.nextSibling)
      if (!within(child)) return false;
    return true;
  };
  return within(element);
}

/** Text with a space where an element ends that is not a run of letters: `<b>3</b><i>Dec</i>` is `3 Dec`. */
function inlineText(element: PageElement): string {
  let text = '';
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) text += node.textContent ?? '';
    else if (isElement(node) && !HIDDEN.has(node.localName)) text += `${inlineText(node)} `;
  }
  return element.localName === 'br' ? ' ' : ` ${text}`;
}
