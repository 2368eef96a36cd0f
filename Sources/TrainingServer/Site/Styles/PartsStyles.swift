extension Styles {
  /// The small pieces that pages share.
  static let parts: StaticString = #"""
    .banner { display: flex; gap: 12px; padding: 14px 16px; border-radius: var(--radius); background: var(--info-soft); border-left: 4px solid var(--info); max-width: 100%; }
    .banner > .icon { color: var(--info); width: 1.4em; height: 1.4em; margin-top: .05em; }
    .banner > div { min-width: 0; display: grid; gap: 4px; align-content: center; }
    .banner.good { background: var(--good-soft); border-color: var(--good); } .banner.good > .icon { color: var(--good); }
    .banner.warn { background: var(--warn-soft); border-color: var(--warn); } .banner.warn > .icon { color: var(--warn); }
    .banner.bad { background: var(--bad-soft); border-color: var(--bad); } .banner.bad > .icon { color: var(--bad); }
    .badge { display: inline-block; padding: 2px 10px; border-radius: 99px; font-size: .85rem; font-weight: 600; line-height: 1.5; white-space: nowrap; color: var(--muted); background: var(--sunken); }
    .badge.good { color: var(--good); background: var(--good-soft); }
    .badge.warn { color: var(--warn); background: var(--warn-soft); }
    .badge.bad { color: var(--bad); background: var(--bad-soft); }
    .badge.info { color: var(--info); background: var(--info-soft); }
    .card { display: grid; gap: 8px; padding: 18px 16px; background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius); position: relative; justify-items: start; }
    .card h2, .card h3 { font-size: 1.2rem; }
    .card > h2 a::after, .card > h3 a::after { content: ""; position: absolute; inset: 0; border-radius: inherit; }
    .card h2 a, .card h3 a { text-decoration: none; color: var(--ink); }
    .card:hover h2 a, .card:hover h3 a { color: var(--accent); text-decoration: underline; }
    .card.is-open { border-color: var(--accent); box-shadow: inset 4px 0 0 var(--accent); }
    .card .progress { width: 100%; }
    .next { display: grid; gap: 12px; justify-items: start; padding: 20px 18px; border-radius: var(--radius); background: var(--accent-soft); }
    .next .eyebrow { color: var(--accent-deep); }
    .next .hint, .next .due { color: var(--ink); }
    .next-kind { display: flex; gap: 8px; align-items: center; font-weight: 600; color: var(--accent-deep); }
    .next-title { font-size: 1.3rem; font-weight: 700; line-height: 1.3; text-wrap: balance; }
    .next .progress { width: 100%; }
    .due { display: flex; gap: 8px; align-items: flex-start; color: var(--muted); }
    .progress { display: grid; gap: 6px; max-width: 30rem; }
    .progress-words { font-size: .925rem; font-weight: 600; }
    progress { appearance: none; -webkit-appearance: none; display: block; width: 100%; height: 10px; border: 0; border-radius: 5px; background: var(--line); overflow: hidden; }
    progress::-webkit-progress-bar { background: var(--line); }
    progress::-webkit-progress-value { background: var(--accent); border-radius: 5px; }
    progress::-moz-progress-bar { background: var(--accent); border-radius: 5px; }
    .facts { display: grid; border-top: 1px solid var(--line); }
    .facts > div { display: grid; gap: 0 16px; padding: 10px 0; border-bottom: 1px solid var(--line); }
    .facts dt { color: var(--muted); font-size: .925rem; }
    .facts dd { font-weight: 550; font-variant-numeric: tabular-nums; }
    @media (min-width: 560px) { .facts > div { grid-template-columns: minmax(9rem, 14rem) 1fr; } }
    .rows { list-style: none; padding: 0; border-top: 1px solid var(--line); }
    .row-item { display: flex; gap: 14px; align-items: center; min-height: 64px; padding: 10px 0; border-bottom: 1px solid var(--line); position: relative; }
    .row-item > .icon { color: var(--muted); width: 24px; height: 24px; }
    .row-main { flex: 1; min-width: 0; }
    .row-main a { font-weight: 600; color: var(--ink); text-decoration: none; }
    .row-main a::after { content: ""; position: absolute; inset: 0; }
    .row-item:hover .row-main a { color: var(--accent); text-decoration: underline; }
    .row-kind { font-size: .85rem; color: var(--muted); }
    .row-figure { font-weight: 650; font-variant-numeric: tabular-nums; text-align: right; max-width: 40%; }
    .empty { display: grid; justify-items: center; gap: 8px; text-align: center; padding: 36px 16px; border: 1px dashed var(--edge); border-radius: var(--radius); color: var(--muted); }
    .empty > .icon { width: 40px; height: 40px; stroke-width: 1.4; color: var(--accent); }
    .empty-title { font-weight: 650; color: var(--ink); font-size: 1.1rem; }
    .empty .button { margin-top: 8px; }
    .hero { display: grid; gap: 24px; }
    .hero-words { display: grid; gap: 16px; align-content: center; }
    .hero h1 { font-size: 2.2rem; line-height: 1.18; }
    .hero-door { background: var(--raised); border: 1px solid var(--line); border-radius: 12px; padding: 20px 18px; display: grid; gap: 14px; box-shadow: var(--shadow); }
    .hero-door h2 { font-size: 1.2rem; display: flex; gap: 8px; align-items: center; }
    .hero-door h2 .icon { color: var(--accent); }
    .hero-door .button { width: 100%; }
    .hero-door .form { justify-items: stretch; }
    .door-other a { display: inline-flex; align-items: center; min-height: 44px; }
    .promises { list-style: none; padding: 8px 0 0; display: grid; gap: 20px; }
    .promises li { display: grid; grid-template-columns: auto 1fr; gap: 2px 14px; }
    .promises .icon { width: 30px; height: 30px; color: var(--accent); stroke-width: 1.5; grid-row: span 2; }
    .promises h2 { font-size: 1.1rem; }
    .promises p { color: var(--muted); }
    @media (min-width: 768px) {
      .hero { grid-template-columns: 1.15fr 1fr; gap: 56px; padding: 24px 0 16px; }
      .hero h1 { font-size: 2.9rem; }
      .hero-door { padding: 28px; }
      .promises { grid-template-columns: repeat(3, 1fr); gap: 32px; padding-top: 16px; border-top: 1px solid var(--line); }
      .promises li { grid-template-columns: 1fr; gap: 6px; }
      .card, .next { padding: 24px; }
    }
    .enter { display: grid; gap: 20px; justify-items: center; text-align: center; padding: 6vh 0; }
    .enter .form, .enter .button { width: 100%; max-width: 24rem; }
    .enter .button { min-height: 72px; font-size: 1.3rem; }
    .enter .note { text-align: left; max-width: 26rem; }
    .trouble { display: grid; gap: 14px; padding: 4vh 0; }
    .trouble-sign .icon { width: 44px; height: 44px; color: var(--info); stroke-width: 1.4; }
    .trouble h2 { font-size: 1.1rem; }
    .check ul { list-style: none; padding: 0; display: grid; gap: 8px; }
    .check li { display: flex; gap: 8px; }
    .check li::before { content: "✓"; font-weight: 700; color: var(--good); }
    .check li.warn::before { content: "!"; color: var(--warn); }
    .more summary { cursor: pointer; min-height: 44px; display: flex; align-items: center; gap: 8px; font-weight: 600; color: var(--accent-deep); }
    .more summary::before { content: "›"; font-size: 1.4em; line-height: 1; }
    .more[open] summary::before { transform: rotate(90deg); }
    .more[open] { padding-bottom: 8px; }
    .danger-zone { border: 1px solid var(--bad); border-radius: var(--radius); padding: 4px 16px; }
    .danger-zone summary { color: var(--bad); }
    .danger-zone p, .danger-zone form { margin: 8px 0 12px; }
    .law-dialog { border: 0; border-radius: 12px; padding: 0; width: min(40rem, calc(100vw - 32px)); max-height: calc(100vh - 48px); background: var(--raised); color: var(--ink); box-shadow: var(--shadow); }
    .law-dialog::backdrop { background: rgb(4 20 19 / 55%); }
    .dialog-in { padding: 20px; display: grid; gap: 16px; }
    .dialog-foot { display: flex; flex-wrap: wrap; gap: 12px; justify-content: space-between; align-items: center; }
    .fact { display: grid; gap: 14px; }
    .facts-of-law { display: grid; gap: 22px; }
    .facts-of-law > h2 { font-size: 1.3rem; }
    .fact h2 { font-size: 1.05rem; }
    .fact + .fact { padding-top: 22px; border-top: 1px solid var(--line); }
    .conditions { padding-left: 14px; border-left: 4px solid var(--accent); }
    .statement { font-size: 1.1rem; }
    """#
}
