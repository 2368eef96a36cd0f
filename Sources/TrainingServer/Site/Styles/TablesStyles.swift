extension Styles {
  /// Tables in their own frame; the first column stays.
  static let tables: StaticString = #"""
    .table-frame { overflow-x: auto; border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); max-width: 100%; position: relative; }
    .table-frame table { width: 100%; font-size: .95rem; }
    caption { text-align: left; padding: 10px 14px; color: var(--muted); font-size: .9rem; border-bottom: 1px solid var(--line); position: sticky; left: 0; }
    th, td { padding: 10px 14px; text-align: left; vertical-align: middle; border-bottom: 1px solid var(--line); }
    thead th { font-size: .85rem; font-weight: 600; color: var(--muted); white-space: nowrap; background: var(--sunken); }
    tbody tr:last-child > * { border-bottom: 0; }
    tbody th { font-weight: 600; min-width: 8.5rem; }
    tbody td:not(.figure) { min-width: 7.5rem; }
    tbody th a { display: inline-flex; align-items: center; min-height: 44px; min-width: 44px; }
    tbody th:has(a) { padding-block: 6px; }
    @media (min-width: 768px) { tbody th { min-width: 13rem; } }
    tbody tr:hover > * { background: var(--sunken); }
    th:first-child, td:first-child { position: sticky; left: 0; background: var(--raised); z-index: 1; }
    thead th:first-child { background: var(--sunken); }
    .figure { text-align: right; font-variant-numeric: tabular-nums; }
    .place { font-weight: 700; }
    tr.own > *, tr.own > *:first-child { background: var(--accent-soft); }
    td .badge, th .badge { margin-left: 6px; }
    td > .badge:first-child { margin-left: 0; }
    td time { white-space: nowrap; }
    @media (max-width: 899px) {
      .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .stacks table, .stacks tbody { display: block; }
      .stacks caption:not(.aloud) { display: block; position: static; }
      .stacks tbody tr { display: grid; grid-template-columns: minmax(2.2rem, auto) 1fr; gap: 2px 12px; padding: 12px 14px; border-bottom: 1px solid var(--line); }
      .stacks tbody tr:last-child { border-bottom: 0; }
      .stacks tbody tr > * { display: block; padding: 0; border: 0; position: static; min-width: 0; text-align: left; overflow-wrap: anywhere; background: none; grid-column: 2; }
      .stacks tbody tr > :first-child { grid-column: 1; grid-row: 1; }
      .stacks tbody tr > th:first-child, .stacks tbody tr > th:first-child ~ td { grid-column: 1 / -1; }
      .stacks td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); font-size: .9rem; font-weight: 400; }
      .stacks tr.own { background: var(--accent-soft); }
    }
    @media (min-width: 600px) and (max-width: 899px) {
      .stacks tbody tr { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 24px; }
      .stacks tbody tr > th { flex: 1 1 70%; }
      .stacks tbody tr > th:first-child { flex-basis: 100%; }
    }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: 12px; }
    .figures > div { background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius); padding: 14px 16px; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    .figures dt { color: var(--muted); font-size: .9rem; line-height: 1.35; }
    .figures dd { font-size: 1.9rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
    caption.aloud { display: block; }
    .tabs ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; }
    .tabs a { display: inline-flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 14px; border: 1px solid var(--edge); border-radius: 99px; text-decoration: none; color: var(--ink); background: var(--raised); font-weight: 550; }
    .tabs a:hover { border-color: var(--accent); background: var(--accent-soft); }
    .tabs [aria-current] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
    .count { font-variant-numeric: tabular-nums; opacity: .85; }
    .order { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: center; color: var(--muted); font-size: .95rem; }
    .order a { display: inline-flex; align-items: center; justify-content: center; min-height: 44px; min-width: 44px; }
    .order [aria-current] { color: var(--ink); font-weight: 650; text-decoration: none; }
    .issues { list-style: none; padding: 0; display: grid; gap: 10px; }
    .issues li { display: flex; gap: 10px; padding: 10px 14px; background: var(--warn-soft); border-radius: var(--radius); }
    .issues .icon { color: var(--warn); }
    .issues code { font-weight: 600; overflow-wrap: anywhere; margin-right: 6px; }
    .live-state { display: flex; align-items: center; gap: 8px; }
    .pulse { flex: none; width: 10px; height: 10px; border-radius: 50%; background: var(--edge); }
    .live.on .pulse { background: var(--good); }
    .live.off .pulse { background: var(--warn); }
    .live.off .live-state { color: var(--warn); font-weight: 600; }
    .live.off dd { color: var(--muted); }
    """#
}
