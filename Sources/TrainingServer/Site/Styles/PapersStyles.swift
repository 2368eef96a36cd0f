extension Styles {
  /// Certificates and cards as sheets on the screen.
  static let papers: StaticString = #"""
    .paper-tools { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: center; justify-content: space-between; }
    .sheet-frame { overflow-x: auto; padding: 4px; }
    .certificate {
      container-type: inline-size; width: 100%; max-width: 1088px; aspect-ratio: 297 / 210; margin: 0 auto; background: #fff; color: #13211f;
      box-shadow: var(--shadow); font-family: "Times New Roman", "Liberation Serif", Tinos, serif; position: relative;
    }
    .certificate > * { position: relative; }
    .certificate::before, .certificate::after { content: ""; position: absolute; pointer-events: none; }
    .certificate::before { inset: 2.4%; border: 3px solid #0a6662; }
    .certificate::after { inset: 3.2%; border: 1px solid #0a6662; }
    .certificate { display: grid; grid-template-rows: auto 1fr auto; padding: 5.2% 6.4% 5%; }
    .paper-head { display: grid; grid-template-columns: 1fr 1.25fr; gap: 4%; text-align: center; align-items: start; font-size: 1.62cqw; line-height: 1.4; }
    .parent, .issuer, .nation { text-transform: uppercase; }
    .issuer, .nation, .motto { font-weight: 700; }
    .issuer::after { content: ""; display: block; width: 36%; margin: .5em auto 0; border-top: 1px solid; }
    .motto { font-size: 1.74cqw; }
    .motto::after { content: ""; display: block; width: 12.6em; margin: .3em auto 0; border-top: 1px solid; }
    .paper-award { align-self: center; text-align: center; display: grid; gap: 1cqw; padding: 1% 0; }
    .paper-title { font-size: 5.3cqw; line-height: 1.2; font-weight: 700; text-transform: uppercase; letter-spacing: .04em; color: #0a6662; }
    .paper-english { font-size: 1.6cqw; line-height: 1.3; font-style: italic; color: #4a5a58; }
    .paper-line { font-size: 1.95cqw; line-height: 1.4; }
    .paper-line span { font-size: .86em; font-style: italic; color: #4a5a58; }
    .paper-holder { font-size: 4.1cqw; line-height: 1.3; font-weight: 700; }
    .paper-course { font-size: 2.5cqw; line-height: 1.35; font-weight: 700; max-width: 34em; margin: 0 auto; text-wrap: balance; }
    .paper-foot { display: grid; grid-template-columns: 1.15fr 1fr; gap: 4%; align-items: end; font-size: 1.42cqw; line-height: 1.4; }
    .paper-check { display: flex; gap: 1.4cqw; align-items: end; }
    .paper-qr { flex: none; width: 10cqw; }
    .paper-qr svg { display: block; width: 100%; height: auto; }
    .paper-check dl { display: grid; gap: .1em; }
    .paper-check dl > div { display: flex; gap: .5em; }
    .paper-check dt { white-space: nowrap; }
    .paper-check dt::after { content: ":"; }
    .paper-check dd { font-weight: 700; overflow-wrap: anywhere; }
    .paper-check code { font: inherit; }
    .paper-sign { text-align: center; align-self: stretch; display: grid; grid-template-rows: auto auto auto 1fr; min-height: 15.5cqw; }
    .paper-date { font-style: italic; }
    .paper-signer { font-weight: 700; text-transform: uppercase; }
    .paper-seal { font-style: italic; color: #4a5a58; }
    .paper-name { font-weight: 700; align-self: end; font-size: 1.1em; }
    @media (min-width: 768px) { .paper-facts { display: none; } }
    .cards { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 12px; }
    .card-face { display: grid; grid-template-columns: 30mm 1fr; gap: 3mm; align-items: center; padding: 4mm; background: #fff; color: #13211f; border: 1px dashed #6c7d7b; border-radius: 2mm; min-height: 54mm; font-size: 9.5pt; line-height: 1.35; }
    .card-qr svg { display: block; width: 100%; height: auto; }
    .card-words { display: grid; gap: .6mm; min-width: 0; }
    .card-kind { color: #0a6662; font-weight: 700; font-size: 9pt; }
    .card-name { font-weight: 700; font-size: 12pt; line-height: 1.25; overflow-wrap: anywhere; }
    .card-code { font: 700 10.5pt/1.3 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    .card-keep { font-size: 8pt; color: #4a5a58; }
    .card-how { font-size: 8.5pt; }
    """#
}
