/** The visible text of a page in blocks, each with the part of the page that it stands in. */
import type { Page, PageElement, PageNode } from '../page.js';

export interface Block {
  readonly element: PageElement;
  readonly text: string;
  /** Names of the element and its nearest ancestors: classes, ids and microdata properties, as words. */
  readonly names: ReadonlySet<string>;
  /** 1, or less in side matter. */
  readonly factor: number;
  /** The same without the names of the element itself that often speak of its looks. */
  readonly outerFactor: number;
  /** Within the part of the page that is the article. */
  readonly inside: boolean;
}

export interface SidePart {
  readonly factor: number;
  /** Within the article's own part of the page: its foot is no footer of the site. */
  readonly inside: number;
  /** Its words on the smallest element speak of looks (`teaser-meta`), not of a part of the page. */
  readonly looks: boolean;
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

/** The headline with all that it stands in, and the part of the page that is the article. */
export interface Ground {
  readonly holders: ReadonlySet<PageElement>;
  readonly article: PageElement | undefined;
}

interface State {
  readonly factor: number;
  /** Within the article's part. */
  readonly inside: boolean;
  readonly names: readonly (readonly string[])[];
}

/** Blocks in document order. What holds the headline is never side matter. */
export function blocksOf(page: Page, ground: Ground, side: readonly SidePart[]): Block[] {
  const blocks: Block[] = [];
  const firm = side.filter(({ looks }) => !looks);
  let characters = 0;

  const emit = (
    element: PageElement,
    text: string,
    state: State,
    inline: readonly string[],
    outerFactor = state.factor,
  ): void => {
    const clean = text.replace(/[\s\u00a0]+/g, ' ').trim();
    if (clean === '') return;
    characters += clean.length;
    const names = new Set([...state.names.slice(-4).flat(), ...inline]);
    blocks.push({ element, text: clean, names, factor: state.factor, outerFactor, inside: state.inside });
  };
  const visit = (element: PageElement, state: State): void => {
    let run = '';
    let inline: string[] = [];
    const flush = (): void => {
      emit(element, run, state, inline);
      run = '';
      inline = [];
    };
    for (let node = element.firstChild; node && characters < MAX_TEXT; node = node.nextSibling) {
      if (node.nodeType === 3) run += node.textContent ?? '';
      else if (isElement(node) && !HIDDEN.has(node.localName)) {
        if (INLINE.has(node.localName) && isPlain(node)) {
          run += inlineText(node);
          inline.push(...inlineNames(node));
        } else {
          flush();
          const inner = stateIn(node, state, ground, side);
          if (!ground.holders.has(node) && isSmall(node)) {
            const outer = sideFactor(
              node,
              namesOf(node),
              { factor: state.factor, inside: inner.inside },
              firm,
            );
            emit(node, inlineText(node), inner, inlineNames(node), outer);
          } else visit(node, inner);
        }
      }
    }
    flush();
  };
  visit(page.body, { factor: 1, inside: false, names: [] });
  return blocks;
}

function stateIn(element: PageElement, state: State, ground: Ground, side: readonly SidePart[]): State {
  const own = namesOf(element);
  const inside = state.inside || element === ground.article;
  const factor = ground.holders.has(element) ? 1 : sideFactor(element, own, { ...state, inside }, side);
  return { factor, inside, names: [...state.names, own] };
}

/** Names of small elements within: `<li><span class="date">`. */
function inlineNames(element: PageElement): string[] {
  const names = namesOf(element);
  for (
    let child = element.firstElementChild;
    child && names.length < MAX_NAMES;
    child = child.nextElementSibling
  )
    names.push(...inlineNames(child));
  return names.slice(0, MAX_NAMES);
}

export const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

export function sideFactor(
  element: PageElement,
  names: readonly string[],
  state: { readonly factor: number; readonly inside: boolean },
  side: readonly SidePart[],
): number {
  let { factor } = state;
  for (const part of side)
    if (part.elements.has(element.localName) || names.some((name) => part.words.has(name)))
      factor = Math.min(factor, state.inside ? part.inside : part.factor);
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
