extension QRCode {
  /// A drawing with the quiet zone of four modules, one unit a module.
  ///
  /// It stays dark on white in a dark page: inverted codes do not scan everywhere. Style it with
  /// the classes `qr`, `qr-paper` and `qr-ink`.
  ///
  /// - Parameter label: what the code opens, for those who cannot see it.
  package func svg(label: String) -> HTML {
    let side = size + 8
    return """
      <svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" \
      aria-label="\(label)" shape-rendering="crispEdges">\
      <rect class="qr-paper" width="\(side)" height="\(side)" fill="#fff"/>\
      <path class="qr-ink" fill="#000" d="\(path)"/></svg>
      """
  }

  /// One rectangle a run of dark modules.
  private var path: String {
    var path = ""
    for y in 0..<size {
      var x = 0
      while x < size {
        guard self[x, y] else {
          x += 1
          continue
        }
        let start = x
        while self[x, y] { x += 1 }
        let width = x - start
        path += "M\(start + 4) \(y + 4)h\(width)v1h-\(width)z"
      }
    }
    return path
  }
}
