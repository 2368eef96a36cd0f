extension Styles {
  /// Buttons, fields and their errors.
  static let forms: StaticString = #"""
    .button {
      display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 48px; padding: 8px 18px;
      font: inherit; font-weight: 650; line-height: 1.25; text-align: center; text-decoration: none; cursor: pointer;
      color: var(--accent-deep); background: transparent; border: 2px solid transparent; border-radius: var(--radius);
    }
    .button.primary { color: var(--on-accent); background: var(--accent); }
    .button.primary:hover { color: var(--on-accent); background: var(--accent-deep); }
    .button.quiet { color: var(--accent-deep); background: var(--raised); border: 1px solid var(--edge); padding: 9px 17px; font-weight: 600; }
    .button.quiet:hover { background: var(--accent-soft); border-color: var(--accent); }
    .button.danger { color: var(--raised); background: var(--bad); }
    .button.danger:hover { box-shadow: inset 0 0 0 2px var(--raised); }
    .button.large { min-height: 56px; padding: 10px 24px; font-size: 1.1rem; }
    .button:disabled, .button[aria-disabled="true"] { opacity: .62; cursor: progress; }
    .form { display: grid; gap: 16px; justify-items: start; }
    .form.row { grid-auto-flow: column; grid-auto-columns: max-content 1fr; align-items: center; gap: 14px; }
    .people-filter { grid-template-columns: minmax(0, 22rem); align-items: end; }
    .field { display: grid; gap: 4px; width: 100%; max-width: 30rem; }
    label { font-weight: 600; }
    .optional { font-weight: 400; color: var(--muted); }
    input, select {
      font: inherit; color: var(--ink); background: var(--raised); border: 1px solid var(--edge); border-radius: var(--radius);
      min-height: 48px; padding: 8px 12px; width: 100%;
    }
    input[type="file"] { padding: 10px; border-style: dashed; }
    input[type="file"]::file-selector-button { font: inherit; font-weight: 600; color: var(--accent-deep); background: var(--accent-soft); border: 0; border-radius: 6px; padding: 6px 12px; margin-right: 12px; }
    input[type="radio"], input[type="checkbox"] { width: 22px; height: 22px; min-height: 0; margin: 0; flex: none; accent-color: var(--accent); }
    input:focus-visible, select:focus-visible { outline-offset: 1px; border-color: var(--accent); }
    .error { display: flex; gap: 6px; color: var(--bad); font-weight: 600; font-size: .95rem; }
    .field.wrong { border-left: 4px solid var(--bad); padding-left: 12px; }
    .field.wrong input, .field.wrong select { border: 2px solid var(--bad); }
    .summary { border: 2px solid var(--bad); border-radius: var(--radius); background: var(--bad-soft); padding: 16px; display: grid; gap: 8px; }
    .summary h2 { font-size: 1.1rem; color: var(--bad); }
    .summary a { color: var(--bad); font-weight: 600; display: inline-flex; align-items: center; min-height: 44px; }
    .summary ul { list-style: none; padding: 0; }
    fieldset { border: 0; padding: 0; min-width: 0; }
    legend { padding: 0; }
    .ways { display: grid; gap: 16px; }
    .way { background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius); padding: 20px 16px; align-content: start; }
    .way h2 { font-size: 1.15rem; display: flex; gap: 8px; align-items: center; }
    .way h2 .icon { color: var(--accent); }
    .enrolment { display: flex; flex-wrap: wrap; gap: 16px 24px; align-items: center; }
    .enrolment > div { display: grid; gap: 8px; min-width: 0; flex: 1 1 16rem; }
    .enrolment .qr { width: 200px; height: 200px; flex: none; border: 1px solid var(--line); }
    .secret, .recovery-codes code { font: 600 1.05rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
    .recovery-codes { padding-left: 2rem; display: grid; gap: 6px; }
    @media (min-width: 768px) { .people-filter { grid-template-columns: minmax(12rem, 22rem) minmax(9rem, 14rem) max-content; } .people-filter .button { align-self: end; } }
    @media (min-width: 768px) { .ways { grid-template-columns: 1fr 1fr; } .way { padding: 24px; } }
    @media (max-width: 420px) {
      .form.row { grid-auto-flow: row; grid-auto-columns: 1fr; }
      .row-item:has(> .form.row) { flex-wrap: wrap; }
      .row-item > .form.row { flex-basis: 100%; margin: 0 0 0 38px; }
    }
    """#
}
