/** What kind of input it is, seen from its content; names and labels of servers are often wrong. */

export type InputType = 'mail' | 'html' | 'feed' | 'json' | 'markdown' | 'text';

const looked = 8 * 1024;

/** Headers that only mails have. */
const mailOnly = /^(?:received|return-path|message-id|mime-version|delivered-to|dkim-signature|x-[\w-]+)$/iu;
const mailToo = /^(?:from|to|subject|date|sender|reply-to|cc|content-type|content-transfer-encoding)$/iu;

/** In: bytes before they are decoded, since each part of a mail has its own charset. */
export function isMail(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, looked))
    .replace(/^\u00EF\u00BB\u00BF/u, '');
  const [block = ''] = head.split(/\r?\n\r?\n/u, 1);
  const lines = block.split(/\r?\n/u);
  if (/^From \S/u.test(lines[0] ?? '')) lines.shift();
  let known = 0;
  for (const [at, line] of lines.entries()) {
    if (at > 0 && /^[ \t]/u.test(line)) continue;
    const name = /^([!-9;-~]{1,60}):(?=\s|$)/u.exec(line)?.[1];
    // The head may be cut inside its last line.
    if (name === undefined) return at === lines.length - 1 && head.length >= looked && known >= 2;
    if (mailOnly.test(name)) known += 2;
    else if (mailToo.test(name)) known++;
  }
  return known >= 2;
}

const htmlStart =
  /^(?:<!doctype\s+html|<html|<head|<body|<article|<main|<section|<div|<p\b|<h[1-6]\b|<meta|<title|<table|<span|<a\s|<!--)/iu;
const feedStart = /<(?:rss|feed|rdf:rdf|[a-z]{1,10}:feed)[\s>]/iu;
const tags =
  /<\/?(?:p|div|br|h[1-6]|a|span|article|section|ul|li|table|tr|td|em|strong|img|html|body)(?:\s[^<>]{0,500})?\/?>/giu;

/** In: decoded text. */
export function typeOf(text: string, contentType = ''): Exclude<InputType, 'mail'> {
  const head = text.slice(0, looked).trimStart();
  if (/^[[{]/u.test(head) && isJson(head, contentType)) return 'json';
  if (head.startsWith('<')) {
    const element = afterProlog(head);
    if (feedStart.test(element.slice(0, 200))) return 'feed';
    if (htmlStart.test(element) || /<html[\s>]/iu.test(head)) return 'html';
    if (/^<\?xml/u.test(head)) return 'feed';
  }
  const count = head.match(tags)?.length ?? 0;
  if (count >= 4 || (count > 0 && /^text\/html|xhtml/iu.test(contentType))) return 'html';
  return isMarkdown(head) ? 'markdown' : 'text';
}

/** `[Reuters] Talks` and `{note}` open a text; a brace and a quoted name, or a bracket and a brace, open JSON. */
const isJson = (head: string, contentType: string): boolean =>
  /^\{\s*(?:"|\}|$)|^\[\s*(?:\{|\]|"|$)/u.test(head) || /\bjson\b/iu.test(contentType);

/** Without XML declaration, comments, processing instructions and document type. */
function afterProlog(head: string): string {
  let rest = head;
  for (let i = 0; i < 20; i++) {
    const end = rest.startsWith('<?')
      ? rest.indexOf('?>') + 2
      : rest.startsWith('<!--')
        ? rest.indexOf('-->') + 3
        : /^<!doctype\s+(?!html)/iu.test(rest)
          ? doctypeEnd(rest)
          : 0;
    if (end < 4) return rest;
    rest = rest.slice(end).trimStart();
  }
  return rest;
}

function doctypeEnd(text: string): number {
  const close = text.indexOf('>');
  const subset = text.indexOf('[');
  return subset >= 0 && subset < close ? text.indexOf(']>') + 2 : close + 1;
}

const markdownSigns: readonly RegExp[] = [
  /^#{1,6} \S/mu,
  /\[[^\][\n]{1,200}\]\(https?:[^()\s]{1,500}\)/u,
  /(?:^|\s)\*\*[^\s*][^*\n]{0,200}\*\*/u,
  /^> \S/mu,
  /^```/mu,
  /!\[[^\][\n]{0,200}\]\(/u,
];

/** Front matter, a headline with `#`, or two signs of another kind. */
const isMarkdown = (head: string): boolean =>
  /^---\r?\n(?:[\w-]{1,40}:.{0,500}\r?\n){1,60}---\s*$/mu.test(head.slice(0, 4096)) && head.startsWith('---')
    ? true
    : /^# \S/u.test(head) || markdownSigns.filter((sign) => sign.test(head)).length >= 2;
