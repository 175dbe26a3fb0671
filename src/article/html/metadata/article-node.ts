/** Which JSON-LD node is the article of the page. */
import type { DateTrust } from './data.js';
import { type JsonLdNode, stringsOf } from './json-ld.js';

const bare = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[#?].*$/s, '')
    .replace(/\/$/, '');

/** The node whose address is the page's, else the first article, else the first work that has a headline. */
export function articleNode(
  nodes: readonly JsonLdNode[],
  trust: DateTrust,
  url: string | undefined,
): JsonLdNode | undefined {
  const own = nodes.filter(({ path }) => !path.some((name) => trust['foreign-paths'].includes(name)));
  const articles = own.filter(({ types }) => types.some((type) => trust['article-types'].includes(type)));
  const same = url === undefined ? undefined : articles.find((node) => addresses(node).includes(bare(url)));
  return same ?? articles[0] ?? own.find(({ properties }) => typeof properties.headline === 'string');
}

const addresses = ({ properties }: JsonLdNode): string[] =>
  [
    ...stringsOf(properties.url),
    ...stringsOf(properties.mainEntityOfPage),
    ...stringsOf(properties['@id']),
  ].map(bare);

export function nodesById(nodes: readonly JsonLdNode[]): Map<string, JsonLdNode> {
  const byId = new Map<string, JsonLdNode>();
  for (const node of nodes) {
    const id = node.properties['@id'];
    if (typeof id === 'string' && 'name' in node.properties && !byId.has(id)) byId.set(id, node);
  }
  return byId;
}
