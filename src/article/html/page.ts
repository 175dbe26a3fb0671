/**
 * HTML of any quality and size becomes a document that can be queried, in bounded time and memory.
 *
 * The tokens come from htmlparser2 (which linkedom parses with, too), the tree is linkedom's. linkedom's own
 * builder is not used because it keeps whatever depth and number of elements a page has: 100,000 nested
 * elements overflow the stack of each recursive walk after it. Here deeper elements become siblings, as in
 * browsers, and reading stops where no page of a newspaper ever gets to; the page's log says so.
 */
import { Parser } from 'htmlparser2';
import type * as Linkedom from 'linkedom';
import type { LogEntry } from '../../log.js';
import { onDemand } from '../../on-demand.js';

const linkedom = onDemand<typeof Linkedom>('linkedom');

/** The part of the DOM that the program uses; linkedom's own types lack most of it. */
export interface PageNode {
  /** 1 element, 3 text. */
  readonly nodeType: number;
  readonly parentElement: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  textContent: string | null;
  remove(): void;
}

export interface PageElement extends PageNode {
  /** Lower case. */
  readonly localName: string;
  readonly firstElementChild: PageElement | null;
  readonly nextElementSibling: PageElement | null;
  readonly previousElementSibling: PageElement | null;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  appendChild(node: PageNode): PageNode;
}

export interface Page {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  readonly title: string;
  /** What of the page was not read, and why. */
  readonly log: readonly LogEntry[];
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  createElement(name: string): PageElement;
  createTextNode(text: string): PageNode;
}

/** Deeper elements are opened in the one at this depth, as browsers do (Blink at 512). */
const MAX_DEPTH = 100;
/** Elements left open: past it the page is no page, and closing tags would cost its square. */
const MAX_OPEN = 1_000;
/** Elements of one page, scripts and drawings not counted; a long live blog has about 5,000. */
const MAX_ELEMENTS = 20_000;
/** Characters of text in one page, without scripts and styles. */
const MAX_TEXT = 4_000_000;
/** Attributes of one element: linkedom looks through all when one is added. */
const MAX_ATTRIBUTES = 64;
/** Characters handed to the parser between two looks at the limits. */
const CHUNK = 32_768;

const HEAD_ELEMENTS = new Set(['base', 'link', 'meta', 'script', 'style', 'title']);
const SKELETON = '<!doctype html><html><head></head><body></body></html>';

/** In: HTML as decoded text. Never throws on what the text holds. */
export function parsePage(html: string): Page {
  const builder = new Builder(emptyPage());
  // NULs are the noise of broken converters, never content.
  const text = html.includes('\0') ? html.replaceAll('\0', '') : html;
  const parser = new Parser(builder, { decodeEntities: true });
  for (let at = 0; at < text.length && !builder.full; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.end();
  return Object.assign(builder.page, { log: builder.log });
}

/** A document with an empty head and body, without a log. */
export function emptyPage(): Page {
  const document: unknown = new (linkedom().DOMParser)().parseFromString(SKELETON, 'text/html');
  return Object.assign(document as Page, { log: [] });
}

/** An element that the parser holds open. */
interface Open {
  /** Where its children go. */
  readonly into: PageElement;
  readonly depth: number;
  /** Its content is not kept: scripts, styles, drawings. */
  readonly mute: boolean;
}

class Builder {
  readonly log: LogEntry[] = [];
  /** A limit is reached: the rest of the page is not read. */
  full = false;
  private readonly open: Open[] = [];
  private elements = 0;
  private characters = 0;
  private text = '';
  private flattened = false;

  constructor(readonly page: Page) {}

  onopentag(name: string, attributes: Record<string, string>): void {
    this.endText();
    const parent = this.open.at(-1) ?? { into: this.page.documentElement, depth: 0, mute: false };
    this.open.push(this.full ? { ...parent, mute: true } : this.opened(name, attributes, parent));
    if (this.open.length > MAX_OPEN) this.stop(`more than ${MAX_OPEN} elements stand open at once`);
    if (this.elements > MAX_ELEMENTS) this.stop(`it has more than ${MAX_ELEMENTS} elements`);
  }

  onclosetag(): void {
    this.endText();
    this.open.pop();
  }

  onend(): void {
    this.endText();
  }

  ontext(text: string): void {
    if (this.full || this.open.at(-1)?.mute) return;
    this.characters += text.length;
    this.text += text;
    if (this.characters > MAX_TEXT) this.stop(`it has more than ${MAX_TEXT} characters of text`);
  }

  private opened(name: string, attributes: Record<string, string>, parent: Open): Open {
    if (parent.mute || isMute(name, attributes)) return { ...parent, mute: true };
    const part = this.skeletonElement(name);
    if (part) return { into: withAttributes(part, attributes), depth: 1, mute: false };
    const element = withAttributes(this.page.createElement(name), attributes);
    this.elements++;
    this.home(parent.into, name).appendChild(element);
    if (parent.depth < MAX_DEPTH) return { into: element, depth: parent.depth + 1, mute: false };
    if (!this.flattened)
      this.note('article/page-flattened', `Elements nested deeper than ${MAX_DEPTH} are read as siblings.`);
    this.flattened = true;
    return parent;
  }

  private skeletonElement(name: string): PageElement | undefined {
    if (name === 'html') return this.page.documentElement;
    if (name === 'head') return this.page.head;
    return name === 'body' ? this.page.body : undefined;
  }

  /** Fragments and broken pages have no head or body of their own, or leave the head open. */
  private home(parent: PageElement, name: string): PageElement {
    const { documentElement, head, body } = this.page;
    if (parent !== documentElement && parent !== head) return parent;
    return HEAD_ELEMENTS.has(name) && (parent === head || !body.firstChild) ? head : body;
  }

  private endText(): void {
    const { text } = this;
    if (text === '') return;
    this.text = '';
    const parent = this.open.at(-1)?.into ?? this.page.documentElement;
    const home = this.home(parent, '#text');
    if (home === parent || text.trim() !== '') home.appendChild(this.page.createTextNode(text));
  }

  private stop(why: string): void {
    if (this.full) return;
    this.endText();
    this.full = true;
    this.note('article/page-cut', `The page is read in part: ${why}.`);
  }

  private note(code: string, message: string): void {
    this.log.push({ code, stage: 'article', message });
  }
}

function withAttributes(element: PageElement, attributes: Record<string, string>): PageElement {
  for (const [name, value] of Object.entries(attributes).slice(0, MAX_ATTRIBUTES))
    if (!element.hasAttribute(name)) element.setAttribute(name, value);
  return element;
}

/** JSON in scripts is metadata; everything else in these is code or drawing. */
function isMute(name: string, attributes: Record<string, string>): boolean {
  if (name === 'script') return !(attributes.type ?? '').toLowerCase().includes('json');
  return name === 'style' || name === 'svg' || name === 'template' || name === 'math';
}
