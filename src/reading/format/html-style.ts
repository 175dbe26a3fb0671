/** Style sheet of the HTML view: readable in light and dark, narrow and wide, and on paper. */
export const style = `
:root { color-scheme: light dark; --line: #8884; --event: #2a7d46; --dispute: #b3352c; --statement: #8a3c9a; --actor: #2a62b8;
  --place: #b0611a; --time: #0e7c86; --note: #b8860b; --faint: #767676; }
@media (prefers-color-scheme: dark) { :root { --event: #6fce8d; --dispute: #f09a91; --statement: #d59be2; --actor: #8fb8f5;
  --place: #eab077; --time: #6cd0da; --note: #e5c158; --faint: #9a9a9a; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.6 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
.report { padding: 1.5rem; max-width: 42rem; margin: 0 auto; }
aside { padding: 1.5rem; font: .875rem/1.45 system-ui, sans-serif; border-top: 1px solid var(--line); }
@media (min-width: 60rem) {
  body { display: grid; grid-template-columns: minmax(0, 1fr) minmax(22rem, 32rem); }
  aside { border-top: 0; border-left: 1px solid var(--line); height: 100vh; overflow-y: auto; position: sticky; top: 0; }
}
h1 { font-size: 1.75rem; line-height: 1.2; margin: .25rem 0 1rem; }
.report h2 { font-size: 1.2rem; }
.dek { font-size: 1.15rem; font-style: italic; }
.masthead, .byline, .dateline, .foot, .caption, .outside, .details, footer { color: var(--faint); }
.masthead, .byline, .dateline, .foot, .caption, .outside { font: .875rem/1.45 system-ui, sans-serif; }
.outside { opacity: .8; }
.mark { color: inherit; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em;
  text-decoration-color: var(--faint); }
.mark.statement { background: color-mix(in srgb, var(--statement) 9%, transparent); text-decoration-color: var(--statement); }
.mark.time { text-decoration-color: var(--time); } .mark.place { text-decoration-color: var(--place); }
.mark.actor { text-decoration-color: var(--actor); } .mark.note { text-decoration-color: var(--note); }
.mark.dispute { text-decoration-color: var(--dispute); }
.mark.event { text-decoration-color: var(--event); font-weight: 600; }
.mark:hover, .mark:focus-visible, :target { background: color-mix(in srgb, var(--note) 28%, transparent); }
aside h2 { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; margin: 1.5rem 0 .5rem; }
aside section:first-child h2 { margin-top: 0; }
ol { list-style: none; margin: 0; padding: 0; }
.row { padding: .4rem .5rem; border-bottom: 1px solid var(--line); scroll-margin: 2rem; }
.row a { color: inherit; text-decoration-color: var(--line); }
.label { font-weight: 600; margin-right: .35em; }
.row.event .label { color: var(--event); } .row.dispute .label { color: var(--dispute); }
.row.statement .label { color: var(--statement); }
.row.actor .label { color: var(--actor); } .row.place .label { color: var(--place); }
.row.time .label { color: var(--time); } .row.note .label { color: var(--note); }
.details { display: block; }
q { display: block; quotes: none; font-family: Georgia, 'Times New Roman', serif; }
footer { margin-top: 1.5rem; font-size: .75rem; }
@media print { aside { border: 0; height: auto; } body { display: block; } }
`;
