package svg

// style are the arrowheads and the colours. What is not drawn lets the page show; letters at edges are written on a
// stroke of the page's usual colour.
const style = `<style>
text { font: 13px Helvetica, Arial, sans-serif; text-anchor: middle; fill: #1f2328; }
.detail, .label { font-size: 11px; fill: #57606a; }
.label { paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }
.node > * { stroke: #57606a; stroke-width: 1.2px; fill: #f6f8fa; }
.node > text { stroke: none; fill: #1f2328; }
.node > text.detail { fill: #57606a; }
.good > :not(text) { stroke: #1a7f37; }
.bad > :not(text) { stroke: #cf222e; }
.caught > :not(text) { stroke: #1a7f37; stroke-dasharray: 4 3; }
.frame { stroke: #57606a; stroke-width: 1.6px; fill: none; }
.captured > .frame { stroke: #1a7f37; stroke-dasharray: 7 4; }
.branch { fill: none; stroke: #8c959f; stroke-width: 1px; stroke-dasharray: 1 4; stroke-linecap: round; }
.dot { fill: #57606a; }
.ring { fill: none; stroke: #57606a; stroke-width: 1.6px; }
.next, .catch, .loop { fill: none; stroke: #57606a; stroke-width: 1.3px; }
.catch { stroke: #cf222e; stroke-dasharray: 2 4; stroke-linecap: round; }
.loop { stroke: #8250df; stroke-width: 2.6px; }
marker path { fill: #57606a; stroke: none; }
#catch path { fill: #cf222e; }
#loop path { fill: #8250df; }
@media (prefers-color-scheme: dark) {
text, .node > text { fill: #e6edf3; }
.detail, .label, .node > text.detail { fill: #9198a1; }
.label { stroke: #0d1117; }
.node > * { stroke: #9198a1; fill: #161b22; }
.node > text { stroke: none; }
.good > :not(text), .caught > :not(text), .captured > .frame { stroke: #3fb950; }
.bad > :not(text), .catch { stroke: #f85149; }
.dot { fill: #9198a1; }
.next, .ring, .frame { stroke: #9198a1; }
.branch { stroke: #6e7681; }
.loop { stroke: #a371f7; }
marker path { fill: #9198a1; }
#catch path { fill: #f85149; }
#loop path { fill: #a371f7; }
}
</style>
<defs>
<marker id="next" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z"/></marker>
<marker id="catch" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z"/></marker>
<marker id="loop" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="12" markerHeight="12" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z"/></marker>
</defs>
`
