extension Styles {
  /// Head, menu, column and foot.
  static let frame: StaticString = #"""
    .head { background: var(--raised); border-bottom: 1px solid var(--line); }
    .head-in { max-width: 1120px; margin: 0 auto; padding: 6px 16px; display: flex; align-items: center; gap: 8px 20px; min-height: 60px; }
    .brand { display: inline-flex; align-items: center; gap: 10px; min-height: 44px; font-weight: 700; color: var(--ink); text-decoration: none; line-height: 1.2; }
    .brand:hover { color: var(--accent); }
    .mark { flex: none; }
    .mark-ground { fill: var(--accent); }
    .mark-line { fill: none; stroke: var(--on-accent); stroke-width: 2; stroke-linejoin: round; }
    .account { margin-left: auto; display: inline-flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 4px; white-space: nowrap; font-weight: 600; text-decoration: none; }
    .account:hover { text-decoration: underline; }
    .nav ul { list-style: none; padding: 0; display: flex; }
    .nav a { display: flex; align-items: center; color: var(--muted); text-decoration: none; }
    .nav a:hover { color: var(--accent-deep); }
    .nav [aria-current] { color: var(--accent); font-weight: 650; }
    main { flex: 1 0 auto; width: 100%; max-width: 752px; margin: 0 auto; padding: 20px 16px 48px; display: grid; gap: 20px; align-content: start; }
    main > * { min-width: 0; }
    .wide main, .paper main { max-width: 1120px; }
    section { display: grid; gap: 12px; min-width: 0; }
    .back { margin: -6px 0 -10px; font-size: .95rem; }
    .back a { display: inline-flex; align-items: center; gap: 4px; min-height: 44px; text-decoration: none; font-weight: 500; margin-left: -6px; }
    .back a:hover { text-decoration: underline; }
    .page-head { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: flex-end; justify-content: space-between; }
    .page-head > div:first-child { display: grid; gap: 4px; }
    .actions { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
    .page-head .button { min-height: 44px; padding: 6px 14px; font-size: .95rem; }
    .foot { border-top: 1px solid var(--line); font-size: .9rem; color: var(--muted); }
    .foot-in { max-width: 1120px; margin: 0 auto; padding: 16px; display: flex; flex-wrap: wrap; gap: 4px 28px; align-items: center; }
    .lifeline { flex: 1 1 100%; padding: 6px 0; }
    .lifeline strong { color: var(--ink); }
    .lifeline a { font-weight: 700; padding: 14px 7px; }
    .foot-links { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 20px; }
    .foot-links a, .languages .link { display: inline-flex; align-items: center; min-height: 44px; }
    .languages { display: flex; align-items: center; gap: 12px; }
    .link { font: inherit; color: var(--accent); background: none; border: 0; padding: 0 4px; min-height: 44px; cursor: pointer; text-decoration: underline; text-underline-offset: .2em; }
    .link[aria-current] { color: var(--ink); font-weight: 650; text-decoration: none; }
    @media (max-width: 767px) {
      .nav { position: fixed; inset: auto 0 0; z-index: 5; background: var(--raised); border-top: 1px solid var(--line); padding-bottom: env(safe-area-inset-bottom); }
      .nav ul { justify-content: space-around; max-width: 560px; margin: 0 auto; }
      .nav li { flex: 1; min-width: 0; }
      .nav a { flex-direction: column; justify-content: center; gap: 1px; min-height: 58px; padding: 6px 2px; font-size: .78rem; line-height: 1.3; text-align: center; }
      .nav .icon { width: 24px; height: 24px; }
      .nav [aria-current] { box-shadow: inset 0 3px 0 var(--accent); }
      .nav ~ .account { margin-left: auto; }
      body:has(.nav) { padding-bottom: 60px; }
    }
    @media (min-width: 768px) {
      main { padding-top: 28px; gap: 24px; }
      .nav { margin-left: 8px; }
      .nav ul { gap: 4px; }
      .nav a { gap: 8px; min-height: 44px; padding: 0 12px; white-space: nowrap; border-radius: var(--radius); }
      .nav a:hover { background: var(--sunken); }
      .nav [aria-current] { background: var(--accent-soft); color: var(--accent-deep); }
      .nav a .icon { display: none; }
    }
    @media (min-width: 768px) and (max-width: 999px) {
      .head-in { gap: 8px 12px; }
      .nav ul { gap: 0; }
      .nav a { padding: 0 8px; }
    }
    @media (min-width: 1000px) { .nav a .icon { display: block; } }
    """#
}
