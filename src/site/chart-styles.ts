/** How a chart looks, by the colours of what it stands in: a page, or a picture of its own. */
export const chartStyles = `
.chart { display: block; width: 100%; height: auto; font: 12px/1 var(--sans); font-variant-numeric: tabular-nums; }
.chart .rule { stroke: var(--line); }
.chart .tick { stroke: var(--line-strong); }
.chart .scale { fill: var(--muted); }
.chart .line path { fill: none; stroke-width: 2; stroke-linejoin: round; }
.chart .line .still { stroke-width: 1.5; stroke-dasharray: 2 4; }
.chart .line circle { stroke: var(--ground); stroke-width: 1; }
.chart .name { font-weight: 600; }
.chart .l-0 path { stroke: var(--line-0); } .chart .l-0 circle, .chart .n-0 { fill: var(--line-0); }
.chart .l-1 path { stroke: var(--line-1); } .chart .l-1 circle, .chart .n-1 { fill: var(--line-1); }
.chart .l-2 path { stroke: var(--line-2); } .chart .l-2 circle, .chart .n-2 { fill: var(--line-2); }
.chart .l-3 path { stroke: var(--line-3); } .chart .l-3 circle, .chart .n-3 { fill: var(--line-3); }
`;
