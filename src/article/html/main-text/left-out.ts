/**
 * Which elements of a page are told by their markup to be no running text: by tag, role, or the words of a
 * class or id. A name that would take a large part of the page's text is not believed there: a whole
 * article may stand in class="has-sidebar", or each of its paragraphs in class="ad-wrapper".
 */
import type { Page, PageElement, PageNode } from '../page.js';
import type { ElementRule, MainTextData } from './data.js';
import { runsOf } from './names.js';

/** Share of the page's running text that one element, or all elements of one rule, may hold. */
const SHARE = 0.4;
/** A text node of at least so many characters outside of links is running text. */
const RUNNING = 40;
const NAMING = ['class', 'id', 'itemprop', 'data-testid', 'data-component'];
/** Cells are named after what the table lists. */
const TABLE_PARTS = new Set(['table', 'tbody', 'td', 'th', 'thead', 'tr']);

/** The outermost elements to leave out, with their rules. */
export function leftOut(page: Page, data: MainTextData): ReadonlyMap<PageElement, ElementRule> {
  const running = runningText(page.body);
  const most = SHARE * (running.get(page.body) ?? 0);
  const doubted = new Set<ElementRule>();
  for (;;) {
    const pass = new Pass(data, running, most, doubted);
    pass.children(page.body);
    const more = [...pass.taken].filter(([rule, taken]) => taken > most && !rule.outweighs);
    if (more.length === 0) return pass.out;
    for (const [rule] of more) doubted.add(rule);
  }
}

class Pass {
  readonly out = new Map<PageElement, ElementRule>();
  /** Characters of running text under each rule. */
  readonly taken = new Map<ElementRule, number>();
  /** Characters of running text before this point of the page. */
  private before = 0;

  constructor(
    private readonly data: MainTextData,
    private readonly running: ReadonlyMap<PageElement, number>,
    private readonly most: number,
    private readonly doubted: ReadonlySet<ElementRule>,
  ) {}

  children(parent: PageElement): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (isElement(node)) this.element(node);
      else if (parent.localName !== 'a') this.before += runningLength(node);
    }
  }

  private element(element: PageElement): void {
    const rule = this.ruleOf(element);
    if (rule) {
      this.out.set(element, rule);
      this.taken.set(rule, (this.taken.get(rule) ?? 0) + (this.running.get(element) ?? 0));
    } else this.children(element);
  }

  private ruleOf(element: PageElement): ElementRule | undefined {
    const running = this.running.get(element) ?? 0;
    if (running > this.most) return undefined;
    for (const rule of candidates(element, this.data))
      if (running <= rule.most && !this.doubted.has(rule) && this.holds(rule, element)) return rule;
    return undefined;
  }

  private holds({ before, linked, unless }: ElementRule, element: PageElement): boolean {
    return (
      (before === undefined || this.before < before) &&
      isLinked(element, linked) &&
      (unless === undefined || element.querySelector(unless) === null)
    );
  }
}

function* candidates(element: PageElement, data: MainTextData): Generator<ElementRule> {
  if (data.hidden && isHidden(element)) yield data.hidden;
  const byTag = data.byTag.get(element.localName);
  if (byTag) yield byTag;
  const byRole = data.byRole.get(element.getAttribute('role') ?? '');
  if (byRole) yield byRole;
  if (TABLE_PARTS.has(element.localName)) return;
  for (const attribute of NAMING)
    for (const run of runsOf(element.getAttribute(attribute) ?? '')) {
      const byName = data.byName.get(run);
      if (byName) yield byName;
    }
}

const isHidden = (element: PageElement): boolean =>
  element.hasAttribute('hidden') ||
  element.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(element.getAttribute('style')?.slice(0, 500) ?? '');

function isLinked(element: PageElement, share: number): boolean {
  if (share === 0 || element.closest('a')) return true;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += lengthOf(link);
  return linked > 0 && linked >= lengthOf(element) * share;
}

const lengthOf = (node: PageNode): number => node.textContent?.trim().length ?? 0;

function runningLength(node: PageNode): number {
  if (node.nodeType !== 3) return 0;
  const length = lengthOf(node);
  return length >= RUNNING ? length : 0;
}

/** Characters of running text under each element: long text nodes, links not counted. */
function runningText(root: PageElement): Map<PageElement, number> {
  const running = new Map<PageElement, number>();
  const count = (element: PageElement): number => {
    let sum = 0;
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (!isElement(node)) sum += runningLength(node);
      else if (node.localName !== 'script' && node.localName !== 'noscript') sum += count(node);
    }
    running.set(element, sum);
    return element.localName === 'a' ? 0 : sum;
  };
  count(root);
  return running;
}

const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
