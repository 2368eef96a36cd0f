extension Styles {
  /// The contest screen.
  static let exam: StaticString = #"""
    .bar { position: sticky; top: 0; z-index: 6; background: var(--raised); border-bottom: 1px solid var(--line); }
    .bar-in { max-width: 1120px; margin: 0 auto; padding: 8px 16px; display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: center; }
    .bar-in > * { min-width: 0; }
    .clock { flex: 1 1 auto; display: flex; gap: 8px; align-items: center; }
    .clock .icon { width: 26px; height: 26px; color: var(--accent); }
    .clock-words { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: baseline; line-height: 1.15; }
    .clock-label { font-size: .85rem; color: var(--muted); }
    .clock strong { font-size: 1.6rem; font-weight: 700; font-variant-numeric: tabular-nums; letter-spacing: -.01em; }
    .clock.warn strong, .clock.warn .icon { color: var(--warn); }
    .clock.bad strong, .clock.bad .icon { color: var(--bad); }
    .bar .saved { order: 2; flex: 1 1 55%; display: flex; gap: 8px; align-items: baseline; font-size: .9rem; color: var(--muted); min-height: 1.5em; font-variant-numeric: tabular-nums; }
    .saved:not(.is-saved):not(.is-waiting) #saved-words:empty { display: none; }
    .saved-sign { flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--edge); }
    .saved.is-saved .saved-sign { background: var(--good); }
    .saved.is-saved { color: var(--good); }
    .saved.is-waiting .saved-sign { background: transparent; box-shadow: inset 0 0 0 2px var(--warn); }
    .saved.is-waiting { color: var(--warn); font-weight: 600; }
    .bar .answered { order: 3; font-size: .9rem; text-align: right; font-variant-numeric: tabular-nums; }
    .bar .button { order: 1; min-height: 44px; padding: 6px 18px; }
    @media (min-width: 768px) {
      .bar-in { gap: 0 28px; min-height: 68px; }
      .clock { flex: 0 1 auto; }
      .bar .saved { order: 1; flex: 1 1 12rem; }
      .bar .answered { order: 1; }
      .clock strong { font-size: 1.9rem; }
    }
    .exam main { max-width: 1120px; padding-top: 14px; }
    .exam-title { font-size: 1rem; font-weight: 600; color: var(--muted); letter-spacing: 0; }
    #exam { display: grid; gap: 28px; }
    .exam-items { display: grid; gap: 40px; min-width: 0; align-content: start; }
    .item-form { display: grid; gap: 14px; }
    .item-number { display: block; font-size: .925rem; font-weight: 650; color: var(--accent-deep); margin-bottom: 4px; outline-offset: 6px; }
    .item .prompt { font-size: 1.25rem; }
    .item-tools { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; }
    .tool { min-height: 44px; padding: 6px 14px; border-color: transparent; background: transparent; }
    .tool[data-idle] { visibility: hidden; }
    .tool[aria-pressed="true"] { color: var(--warn); background: var(--warn-soft); border-color: var(--warn); }
    .tool[aria-pressed="true"] .icon { fill: currentcolor; }
    .guess { max-width: 14rem; font-size: 1.6rem; font-weight: 700; font-variant-numeric: tabular-nums; min-height: 60px; }
    .turn-bar { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 16px; }
    .turn-bar .button { flex: 1 1 auto; white-space: nowrap; padding-inline: 12px; }
    #exam[data-mode="all"] .item:not(:last-child) .turn-bar, #exam[data-mode="all"] [data-turn] { display: none; }
    .turn-bar .forward { margin-left: auto; }
    .live-exam .plain-only { display: none; }
    html:not(.live-exam) .forward { color: var(--accent-deep); background: transparent; border: 1px solid var(--edge); }
    .side { display: grid; gap: 20px; align-content: start; padding-top: 20px; border-top: 1px solid var(--line); }
    .side h2 { font-size: 1rem; margin-bottom: 10px; }
    .palette { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(46px, 1fr)); gap: 8px; }
    .cell { display: grid; place-items: center; min-height: 46px; padding: 0 4px; position: relative; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--raised); color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; text-decoration: none; }
    .cell:hover { border-color: var(--accent); color: var(--accent-deep); }
    .cell.done { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
    .cell.flagged::after { content: ""; position: absolute; right: 3px; top: 3px; border: 7px solid; border-color: var(--warn) var(--warn) transparent transparent; border-radius: 0 4px 0 0; }
    .cell.done.flagged::after { border-color: var(--warn-soft) var(--warn-soft) transparent transparent; }
    .cell[aria-current] { outline: 3px solid var(--ink); outline-offset: 2px; }
    .palette .wide { grid-column: span 3; }
    .legend { list-style: none; padding: 0; margin-top: 14px; display: flex; flex-wrap: wrap; gap: 6px 18px; font-size: .9rem; color: var(--muted); }
    .legend li { display: flex; gap: 8px; align-items: center; }
    .legend .cell { min-height: 22px; width: 22px; padding: 0; border-radius: 5px; }
    .legend .cell.flagged::after { right: 2px; top: 2px; border-width: 5px; }
    .mode { display: inline-flex; gap: 8px; align-items: center; min-height: 44px; }
    .switch { display: inline-flex; gap: 10px; align-items: center; min-height: 44px; font-weight: 500; }
    .notices { display: grid; gap: 10px; }
    .notices:empty { display: none; }
    @media (max-width: 899px) { .keys { display: none; } }
    @media (min-width: 900px) {
      #exam { grid-template-columns: minmax(0, 1fr) 272px; gap: 56px; }
      .exam-items { max-width: 720px; }
      .side { border-top: 0; padding-top: 0; position: sticky; top: 96px; align-self: start; }
      .palette { grid-template-columns: repeat(5, 1fr); }
      .turn-bar .button { flex: 0 0 auto; min-width: 9rem; }
      .review .palette { grid-template-columns: repeat(auto-fill, 52px); }
    }
    @media (max-width: 599px) {
      .live-exam #exam[data-mode="one"] .turn-bar { position: sticky; bottom: 0; z-index: 4; margin: 4px -16px 0; padding: 10px 16px calc(10px + env(safe-area-inset-bottom)); background: var(--surface); border-top: 1px solid var(--line); }
    }
    .review { display: grid; gap: 20px; max-width: 752px; }
    .submit-form { padding-top: 20px; border-top: 1px solid var(--line); }
    @media (max-width: 599px) { .submit-form .button { width: 100%; } .submit-form { justify-items: stretch; } }
    .receipt { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; justify-items: center; text-align: center; }
    .receipt-sign { line-height: 0; }
    .receipt-sign .icon { width: 56px; height: 56px; color: var(--good); stroke-width: 1.4; }
    .receipt .code { display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; padding: 16px 22px; border: 2px solid var(--good); border-radius: var(--radius); background: var(--good-soft); max-width: 100%; }
    .receipt .code strong { font: 700 1.45rem/1.3 ui-monospace, "SF Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    .receipt .facts { width: 100%; max-width: 32rem; text-align: left; }
    .receipt .facts > div { display: flex; flex-wrap: wrap; gap: 0 12px; padding: 6px 0; overflow-wrap: anywhere; }
    .receipt .facts dt { flex: 0 1 7.5rem; }
    .receipt .facts dd { flex: 1 1 9rem; }
    .receipt .note { text-align: left; }
    .receipt .actions { justify-content: center; }
    """#
}
