extension Styles {
  /// Type, colour, links, focus: what every element starts from.
  static let base: StaticString = #"""
    *, *::before, *::after { box-sizing: border-box; }
    :root {
      --radius: 8px;
      --shadow: 0 8px 28px rgb(4 32 30 / 16%);
      --bar: 64px;
    }
    html {
      font: 106.25%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
      -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
      scroll-padding: 84px 0 96px;
    }
    body {
      margin: 0; min-height: 100vh; display: flex; flex-direction: column;
      background: var(--surface); color: var(--ink); overflow-wrap: break-word;
    }
    h1, h2, h3, p, ul, ol, dl, dd, figure, fieldset, blockquote { margin: 0; }
    h1, h2, h3 { line-height: 1.25; letter-spacing: -.006em; text-wrap: balance; }
    h1 { font-size: 1.728rem; }
    h2 { font-size: 1.3rem; }
    h3 { font-size: 1.1rem; }
    a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: 1px; }
    a:hover { color: var(--accent-deep); text-decoration-thickness: 2px; }
    strong { font-weight: 650; }
    code { font: .95em/1.4 ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace; letter-spacing: 0; }
    ul, ol { padding-left: 1.4rem; }
    table { border-collapse: collapse; }
    [hidden] { display: none !important; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
    main:focus { outline: none; }
    .icon { width: 1.25em; height: 1.25em; flex: none; fill: none; stroke: currentcolor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; vertical-align: -.28em; }
    .aloud { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; left: 16px; top: -12rem; z-index: 9; padding: 12px 16px; background: var(--raised); border-radius: var(--radius); }
    .skip:focus { top: 12px; }
    .lead { font-size: 1.1rem; color: var(--ink); max-width: 62ch; }
    .hint, .note { color: var(--muted); font-size: .925rem; max-width: 68ch; }
    .note { display: flex; gap: 8px; align-items: flex-start; }
    .eyebrow { display: block; font-size: .875rem; font-weight: 600; letter-spacing: .01em; color: var(--muted); line-height: 1.4; }
    h1 .eyebrow { font-weight: 500; font-size: 1rem; margin-top: 4px; }
    .nowrap { white-space: nowrap; }
    @media (min-width: 768px) { h1 { font-size: 2.074rem; } h2 { font-size: 1.44rem; } h3 { font-size: 1.2rem; } }
    @media (prefers-reduced-motion: no-preference) {
      .button, .option, .cell, .nav a, .card { transition: background-color .12s, border-color .12s, box-shadow .12s; }
    }
    @media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; } }
    """#
}
