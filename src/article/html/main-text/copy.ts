/** A copy of a page for Readability, which takes its document apart, with the text and what it weighs. */
import { emptyPage, type Page, type PageElement, type PageNode } from '../page.js';
import { isBox } from './blocks.js';

/** The others cost time (Readability resolves each link) and say nothing. */
const KEPT_ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'dir'];
/** Without content of its own, or with what only a screen can show. */
const DROPPED = new Set(
  'audio,base,button,canvas,embed,iframe,img,input,link,map,meta,noscript,object,option,picture,progress,script,select,source,style,textarea,track,video'.split(
    ',',
  ),
);

/** The body of `page` in a page of its own, without the elements in `out`. */
export function copyWithout(page: Page, out: ReadonlyMap<PageElement, unknown>): Page {
  const copy = emptyPage();
  const copyChildren = (from: PageElement, to: PageElement): void => {
    copyAttributes(from, to);
    for (let node = from.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) addText(node.textContent ?? '', to, copy);
      if (!isElement(node) || DROPPED.has(node.localName) || out.has(node)) continue;
      const element = copy.createElement(node.localName);
      to.appendChild(element);
      copyChildren(node, element);
    }
  };
  copyChildren(page.body, copy.body);
  return copy;
}

function copyAttributes(from: PageElement, to: PageElement): void {
  for (const name of KEPT_ATTRIBUTES) {
    const value = from.getAttribute(name);
    if (value) to.setAttribute(name, value);
  }
}

/** Bare text in a box gets an element: Readability replaces boxes, and marks on them would be lost. */
function addText(text: string, to: PageElement, copy: Page): void {
  const node = copy.createTextNode(text);
  const bare = text.trim() !== '' && isBox(to);
  const home = bare ? copy.createElement('span') : to;
  home.appendChild(node);
  if (bare) to.appendChild(home);
}

const isElement = (node: PageNode): node is PageElement => node.nodeType === 1;
