/**
 * The page again, without what can be told by its markup to be no running text. Readability takes its
 * document apart, so it needs a copy in any case; what is left out here cannot mislead it.
 */
import { emptyPage, type Page, type PageElement, type PageNode } from '../page.js';
import { isBox } from './blocks.js';
import type { ElementRule, MainTextData } from './data.js';
import { runsOf } from './names.js';

/** Called with what is left out. */
export type Leave = (rule: string, text: string) => void;

/** Attributes that Readability weighs; the others cost time (it resolves each link) and say nothing. */
const KEPT_ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'dir'];
/** Without content of its own, or with what only a screen can show. */
const DROPPED = new Set(
  'audio,base,button,canvas,embed,iframe,img,input,link,map,meta,noscript,object,option,picture,progress,script,select,source,style,textarea,track,video'.split(
    ',',
  ),
);
/** Cells are named after what the table lists. */
const TABLE_PARTS = new Set(['table', 'tbody', 'td', 'th', 'thead', 'tr']);
/** A text node of at least so many characters outside of links is running text. */
const RUNNING = 40;

export function copyWithout(page: Page, data: MainTextData, leave: Leave): Page {
  const copy = emptyPage();
  const running = runningText(page.body);
  const copier = new Copier(copy, data, running, running.get(page.body) ?? 0, leave);
  copier.attributes(page.body, copy.body);
  copier.children(page.body, copy.body);
  return copy;
}

class Copier {
  /** Characters of running text copied so far. */
  private copied = 0;

  constructor(
    private readonly copy: Page,
    private readonly data: MainTextData,
    private readonly running: ReadonlyMap<PageElement, number>,
    private readonly total: number,
    private readonly leave: Leave,
  ) {}

  attributes(from: PageElement, to: PageElement): void {
    for (const name of KEPT_ATTRIBUTES) {
      const value = from.getAttribute(name);
      if (value) to.setAttribute(name, value);
    }
  }

  children(from: PageElement, to: PageElement): void {
    for (let node = from.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) this.text(node.textContent ?? '', to);
      if (isElement(node)) this.element(node, to);
    }
  }

  /** Bare text in a box gets an element: Readability replaces boxes, and marks on them would be lost. */
  private text(text: string, to: PageElement): void {
    const node = this.copy.createTextNode(text);
    if (text.trim() === '' || !isBox(to)) to.appendChild(node);
    else {
      const span = this.copy.createElement('span');
      span.appendChild(node);
      to.appendChild(span);
    }
    if (text.length >= RUNNING && to.localName !== 'a') this.copied += text.trim().length;
  }

  private element(from: PageElement, parent: PageElement): void {
    if (DROPPED.has(from.localName)) return;
    const rule = this.ruleOf(from);
    if (rule) {
      this.leave(rule, from.textContent ?? '');
      return;
    }
    const to = this.copy.createElement(from.localName);
    this.attributes(from, to);
    parent.appendChild(to);
    this.children(from, to);
  }

  /** The rule that `element` falls under, unless it holds too much running text to be what it is called. */
  private ruleOf(element: PageElement): string | undefined {
    const running = this.running.get(element) ?? 0;
    if (isHidden(element) && running < HIDDEN_MOST) return 'main-text/hidden';
    if (running > this.total * SHARE) return undefined;
    for (const rule of this.candidates(element))
      if (running <= rule.most && this.copied < (rule.before ?? Infinity) && isLinked(element, rule.linked))
        return rule.id;
    return undefined;
  }

  private *candidates(element: PageElement): Generator<ElementRule> {
    const byTag = this.data.byTag.get(element.localName);
    if (byTag) yield byTag;
    const byRole = this.data.byRole.get(element.getAttribute('role') ?? '');
    if (byRole) yield byRole;
    if (TABLE_PARTS.has(element.localName)) return;
    for (const attribute of ['class', 'id', 'itemprop', 'data-testid', 'data-component'])
      for (const run of runsOf(element.getAttribute(attribute) ?? '')) {
        const byName = this.data.byName.get(run);
        if (byName) yield byName;
      }
  }
}

/** What holds a larger share of the page's running text is its article, whatever it is called. */
const SHARE = 0.4;
/** Whole articles are hidden until a script shows them. */
const HIDDEN_MOST = 600;

function isLinked(element: PageElement, share: number): boolean {
  if (share === 0 || element.closest('a')) return true;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += lengthOf(link);
  return linked > 0 && linked >= lengthOf(element) * share;
}

const lengthOf = (element: PageElement): number => element.textContent?.trim().length ?? 0;

const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;

const isHidden = (element: PageElement): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style')?.slice(0, 500) ?? '');

/** Characters of running text under each element: long text nodes, links not counted. */
function runningText(root: PageElement): Map<PageElement, number> {
  const running = new Map<PageElement, number>();
  const count = (element: PageElement): number => {
    let sum = 0;
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const length = node.textContent?.trim().length ?? 0;
        if (length >= RUNNING) sum += length;
      } else if (isElement(node) && !DROPPED.has(node.localName)) {
        const below = count(node);
        if (node.localName !== 'a') sum += below;
      }
    }
    running.set(element, sum);
    return sum;
  };
  count(root);
  return running;
}
