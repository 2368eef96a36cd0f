extension Styles {
  /// What only organizers' pages need.
  static let staff: StaticString = #"""
    .rows .button { position: relative; z-index: 1; }
    .table-frame .more summary { min-height: 44px; font-size: .95rem; }
    .table-frame .more form { padding: 8px 0; min-width: 16rem; gap: 8px; }
    .live { gap: 10px; }
    """#
}
