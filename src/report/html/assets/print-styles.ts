/** On paper: no controls, dark text on white, and what was open stays open. */
export const printStyles = `
@media print {
  :root, :root[data-theme] { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9pt; background: #fff; }
  .filters, .js-only, .masthead button, .permalink, .legend { display: none !important; }
  .cell, .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .clause > summary, .group, .source { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .source a::after { content: " (" attr(href) ")"; font-size: 8pt; }
}
`;
