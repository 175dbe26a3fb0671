/** Style sheet of the page: readable in light and dark, narrow and wide, and on paper. */
export const style = `
:root { color-scheme: light dark; --line: #8884; --faint: #6b6b6b; --good: #2a7d46; --bad: #b3352c; --note: #b8860b; --plan: #2a62b8; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --faint: #a2a2a2; --good: #6fce8d; --bad: #f09a91; --note: #e5c158; --plan: #8fb8f5; --paper: #161616; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 50rem; font: 1rem/1.55 Georgia, 'Times New Roman', serif;
  overflow-wrap: anywhere; background: var(--paper); }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .25rem 0 .75rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .5rem 0; }
a { color: inherit; text-decoration-color: var(--plan); text-underline-offset: .15em; }
nav ul { list-style: none; padding: 0; margin: 1rem 0 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav, .faint, cite, table, figcaption, summary { font-family: system-ui, sans-serif; font-size: .84rem; }
.faint, cite, figcaption, summary { color: var(--faint); }
cite { font-style: normal; white-space: normal; }
.lines { list-style: none; padding: 0; margin: 0; }
.lines > li { padding: .6rem 0; border-bottom: 1px solid var(--line); scroll-margin: 1rem; }
.lines .lines > li { padding: .25rem 0 .25rem 1rem; border: 0; }
.head { margin: 0; }
blockquote { margin: .3rem 0 .3rem; padding-left: .8rem; border-left: 3px solid var(--line); }
.mark { margin: .5rem 0 .25rem; padding: .3rem .75rem; border-left: 3px solid var(--note);
  background: color-mix(in srgb, var(--note) 9%, transparent); }
.mark p { margin: 0; }
.mark.settled { border-color: var(--good); background: color-mix(in srgb, var(--good) 9%, transparent); }
.mark.planned { border-color: var(--plan); background: color-mix(in srgb, var(--plan) 9%, transparent); }
.mark.change { border-color: var(--bad); background: color-mix(in srgb, var(--bad) 9%, transparent); }
summary { cursor: pointer; }
:target { background: color-mix(in srgb, var(--note) 22%, transparent); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
table { font-size: .8rem; }
th, td { padding: .25rem .4rem; vertical-align: baseline; text-align: right; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
thead th { vertical-align: bottom; }
th:first-child { text-align: left; padding-left: 0; }
tbody th { font-weight: 400; white-space: nowrap; }
.gap { text-align: left; color: var(--faint); font-style: italic; }
figure { margin: .75rem 0; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 9px system-ui, sans-serif; fill: var(--faint); }
.cooperation { fill: var(--good); } .conflict { fill: var(--bad); } .unread { fill: url(#unread); }
.hatch, .axis { stroke: var(--faint); fill: none; } .hatch { stroke-opacity: .45; }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; background: none; } nav { display: none; }
  li, tr, figure, .mark { break-inside: avoid; } h2, h3 { break-after: avoid; } details::details-content { content-visibility: visible; } }
`;
