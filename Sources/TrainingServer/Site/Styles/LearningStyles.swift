extension Styles {
  /// Courses, lessons, options and their outcome.
  static let learning: StaticString = #"""
    .prose { display: grid; gap: 14px; max-width: 68ch; }
    .prose > * { min-width: 0; }
    .prose h2 { margin-top: 22px; padding-top: 22px; border-top: 1px solid var(--line); }
    .prose h3 { margin-top: 8px; }
    .prose ul, .prose ol { display: grid; gap: 6px; }
    .prose blockquote { padding: 4px 0 4px 16px; border-left: 4px solid var(--accent); color: var(--ink); display: grid; gap: 8px; }
    .prose pre { overflow-x: auto; padding: 14px; background: var(--sunken); border-radius: var(--radius); }
    .prose table { display: block; overflow-x: auto; max-width: 100%; }
    .prose img { max-width: 100%; height: auto; }
    .banner .prose { gap: 8px; }
    a.law { white-space: nowrap; font-size: .85em; font-weight: 600; padding: 2px 8px; border-radius: 99px; background: var(--accent-soft); color: var(--accent-deep); text-decoration: none; }
    a.law:hover { text-decoration: underline; }
    a.law-mark { position: relative; margin-left: 4px; padding: 0 7px; font-size: .8em; font-weight: 500; color: var(--muted); background: none; border: 1px solid var(--line); vertical-align: .1em; }
    a.law-mark::after { content: ""; position: absolute; inset: -8px -6px; }
    a.law-mark:hover, a.law-mark:focus-visible { color: var(--accent-deep); background: var(--accent-soft); text-decoration: none; }
    .law-list a.law, .facts a.law { white-space: normal; font-size: inherit; padding: 0; background: none; color: var(--accent); text-decoration: underline; }
    .law-list { margin-top: 28px; padding: 18px; background: var(--sunken); border-radius: var(--radius); }
    .law-list h2 { font-size: 1.05rem; }
    .law-list ul { list-style: none; padding: 0; }
    .law-list li a { display: inline-flex; align-items: center; min-height: 44px; }
    .lesson { display: grid; gap: 18px; }
    .module { margin-top: 8px; }
    .dot { flex: none; width: 28px; height: 28px; border-radius: 50%; border: 2px solid var(--edge); display: grid; place-items: center; }
    .dot.full { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
    .dot .icon { width: 18px; height: 18px; stroke-width: 2.6; }
    .row-item.is-next .dot { border-color: var(--accent); box-shadow: inset 0 0 0 5px var(--raised), inset 0 0 0 14px var(--accent); }
    @media (max-width: 599px) {
      .lessons .row-item { flex-wrap: wrap; row-gap: 4px; }
      .lessons .row-main { flex-basis: calc(100% - 42px); }
      .lessons .row-item > .badge { margin-left: 42px; white-space: normal; border-radius: 14px; }
    }
    .test h3 { display: flex; gap: 8px; align-items: center; }
    .checkpoint { gap: 18px; padding-top: 24px; border-top: 2px solid var(--accent); }
    .checkpoint .form, .checkpoint fieldset { width: 100%; }
    .question { display: grid; gap: 12px; }
    .question legend, .question > h3 { margin-bottom: 10px; width: 100%; }
    .question > h3 { margin-bottom: 0; text-wrap: wrap; }
    .question.wrong { border-left: 4px solid var(--bad); padding-left: 12px; }
    .question.wrong .error { margin-bottom: 10px; }
    .question .hint { margin-bottom: 10px; }
    .prompt { display: block; font-size: 1.15rem; font-weight: 650; line-height: 1.45; max-width: 62ch; }
    .prompt-rest { margin-bottom: 10px; }
    code.lines { white-space: pre-wrap; }
    .question.reviewed { padding-top: 20px; border-top: 1px solid var(--line); }
    .options { list-style: none; padding: 0; display: grid; gap: 10px; }
    .option { display: flex; gap: 12px; align-items: center; min-height: 56px; padding: 10px 14px; font-weight: 450; background: var(--raised); border: 2px solid var(--line); border-radius: var(--radius); position: relative; }
    label.option { cursor: pointer; border-color: var(--edge); border-width: 1px; padding: 11px 15px; }
    label.option:hover { border-color: var(--accent); background: var(--accent-soft); }
    .option .letter { flex: none; width: 34px; height: 34px; border-radius: 50%; display: grid; place-items: center; font-weight: 700; background: var(--sunken); color: var(--ink); }
    .option-text { flex: 1; min-width: 0; line-height: 1.45; }
    label.option input { position: absolute; opacity: 0; width: 100%; height: 100%; inset: 0; cursor: pointer; }
    label.option.picked, label.option:has(input:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 2px var(--accent); background: var(--accent-soft); }
    label.option.picked .letter, label.option:has(input:checked) .letter { background: var(--accent); color: var(--on-accent); }
    label.option.picked::after, label.option:has(input:checked)::after { content: "✓"; font-weight: 800; color: var(--accent-deep); font-size: 1.15em; line-height: 1; }
    label.option.focused, label.option:focus-within { outline: 3px solid var(--accent); outline-offset: 2px; }
    label.option:focus-within:not(:has(:focus-visible)):not(.focused) { outline: none; }
    .option.right { border-color: var(--good); background: var(--good-soft); }
    .option.right .letter { background: var(--good); color: var(--raised); }
    .option.missed { border-color: var(--bad); background: var(--bad-soft); }
    .option.missed .letter { background: var(--bad); color: var(--raised); }
    .marks { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; }
    .option .badge { background: var(--raised); }
    .score-line { font-size: 1.2rem; font-weight: 700; }
    .turn { display: grid; gap: 12px; border-top: 1px solid var(--line); padding-top: 16px; }
    .turn-link { display: flex; gap: 10px; align-items: center; min-height: 56px; padding: 10px 14px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); text-decoration: none; font-weight: 600; }
    .turn-link:hover { border-color: var(--accent); }
    .turn-link.next-page { flex-direction: row-reverse; text-align: right; justify-content: flex-start; }
    @media (min-width: 640px) { .turn { grid-template-columns: 1fr 1fr; } .turn .next-page, .turn > .button { grid-column: 2; } }
    .rules { display: grid; gap: 10px; max-width: 62ch; padding-left: 0; list-style: none; counter-reset: rule; }
    .rules li { counter-increment: rule; display: grid; grid-template-columns: 32px 1fr; gap: 12px; }
    .rules li::before { content: counter(rule); width: 32px; height: 32px; border-radius: 50%; display: grid; place-items: center; font-weight: 700; font-size: .95rem; background: var(--sunken); color: var(--ink); }
    .countdown { font-size: 2.6rem; font-weight: 700; line-height: 1.15; font-variant-numeric: tabular-nums; letter-spacing: -.01em; color: var(--accent-deep); }
    .score-card { background: var(--accent-soft); border-radius: var(--radius); padding: 24px 20px; justify-items: center; text-align: center; gap: 6px; }
    .score { display: flex; gap: 10px; align-items: baseline; color: var(--accent-deep); }
    .score strong { font-size: 3.6rem; line-height: 1.1; font-variant-numeric: tabular-nums; letter-spacing: -.02em; }
    .kind-words { font-size: 1.1rem; max-width: 40ch; text-wrap: balance; }
    """#
}
