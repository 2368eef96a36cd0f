extension Styles {
  /// Paper: A4, black on white, without what only works on a screen.
  static let print: StaticString = #"""
    @page { size: A4; margin: 14mm; }
    @page certificate { size: A4 landscape; margin: 0; }
    @page cards { size: A4; margin: 10mm; }
    @media print {
      html { font-size: 11pt; }
      body, main, .table-frame, section, .lesson { background: #fff; display: block; }
      body { min-height: 0; padding: 0 !important; }
      section > *, .lesson > *, .question > * { margin-bottom: 6pt; }
      h2, h3 { break-after: avoid; }
      main { max-width: none; padding: 0; }
      main > * { margin-bottom: 10pt; }
      main > :last-child, section > :last-child { margin-bottom: 0; }
      .head, .foot, .skip, .back, .actions, .tabs, .order, .paper-tools, .form, .turn, .live-state, .danger-zone, .check, .bar, .more, .turn-bar, .item-tools, .side, .law-mark, .paper-facts { display: none !important; }
      .receipt .actions { display: none; }
      a { color: inherit; text-decoration: none; }
      .table-frame { border: 0; overflow: visible; }
      .table-frame table { font-size: 9.5pt; }
      th, td { border: .5pt solid #888; padding: 3pt 5pt; position: static !important; }
      tbody tr:last-child > * { border-bottom: .5pt solid #888; }
      .option { min-height: 0; padding: 3pt 8pt; }
      .option .letter { width: 18pt; height: 18pt; }
      .score-card, .next { display: grid; border: .5pt solid #888; }
      thead { display: table-header-group; }
      tr, .card-face, .question { break-inside: avoid; }
      .badge { border: .5pt solid #888; background: none !important; color: inherit !important; }
      .paper main > h1 { display: none; }
      .sheet-frame { overflow: visible; padding: 0; margin: 0; page: certificate; }
      .certificate { width: 297mm; height: 209.5mm; max-width: none; min-width: 0; box-shadow: none; margin: 0; break-after: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .cards { page: cards; grid-template-columns: 93mm 93mm; gap: 3mm; display: grid; }
      .card-face { min-height: 53mm; }
    }
    """#
}
