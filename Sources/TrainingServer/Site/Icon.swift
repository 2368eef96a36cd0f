import QuizEngine

/// Our own line icons on a grid of 24; always beside a word, so hidden from readers aloud.
struct Icon: Sendable {
  private let shape: HTML

  /// Inline SVG; takes the size and the colour of the text around it.
  var svg: HTML {
    """
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">\(shape)</svg>
    """
  }

  /// The shape once for a whole page, to be drawn by `drawn(from:)` wherever it repeats.
  func symbol(_ id: String) -> HTML {
    #"<symbol id="\#(id)" viewBox="0 0 24 24">\#(shape)</symbol>"#
  }

  /// Draws a symbol of the same page.
  static func drawn(from id: String) -> HTML {
    ##"<svg class="icon" width="20" height="20" aria-hidden="true"><use href="#\##(id)"/></svg>"##
  }
}

/// Things and places.
extension Icon {
  static let home = Icon(
    shape:
      #"<path d="M4 11.5 12 4l8 7.5M6 10v9h4.5v-5h3v5H18v-9"/>"#)
  static let book = Icon(
    shape:
      #"<path d="M12 6.5C9.5 5 7 4.7 4 5v13c3-.3 5.5 0 8 1.5 2.5-1.5 5-1.8 8-1.5V5c-3-.3-5.5 0-8 1.5zM12 6.5V19.5"/>"#
  )
  static let trophy = Icon(
    shape:
      #"<path d="M8 4h8v6a4 4 0 0 1-8 0V4zM8 6H4.5c0 3 1.3 4.5 3.6 4.8M16 6h3.5c0 3-1.3 4.5-3.6 4.8M12 14v3.5M8.5 20h7M10 17.5h4V20h-4z"/>"#
  )
  static let people = Icon(
    shape:
      #"<circle cx="9" cy="8.5" r="3.2"/><path d="M3 19c.4-3.6 2.7-5.4 6-5.4s5.6 1.8 6 5.4M15.5 5.7a3 3 0 0 1 0 5.7M17 14c2.3.5 3.7 2.2 4 5"/>"#
  )
  static let tools = Icon(
    shape:
      #"<path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h11M19 17h1"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="12" r="2"/><circle cx="17" cy="17" r="2"/>"#
  )
  static let person = Icon(
    shape:
      #"<circle cx="12" cy="8.5" r="3.7"/><path d="M5 20c.5-4 3.2-6 7-6s6.5 2 7 6"/>"#)
  static let card = Icon(
    shape:
      #"<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="M3.5 9.5h17M7 14.5h4"/>"#)
  static let key = Icon(
    shape:
      #"<circle cx="8" cy="12" r="4"/><path d="M12 12h9M17.5 12v3.5M20.5 12v2.5"/>"#)
  static let certificate = Icon(
    shape:
      #"<path d="M13 17H4V4h16v6M7.5 8h9M7.5 12h4"/><circle cx="17" cy="14.5" r="3"/><path d="M15.3 17v4l1.7-1.2L18.7 21v-4"/>"#
  )
  static let law = Icon(
    shape:
      #"<path d="M12 4v15M8 20h8M5 7.5h14M5 7.5 2.5 14h5zM19 7.5 16.5 14h5zM2.5 14a2.5 2.5 0 0 0 5 0M16.5 14a2.5 2.5 0 0 0 5 0"/>"#
  )
  static let chart = Icon(
    shape:
      #"<path d="M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6"/>"#)
  static let camera = Icon(
    shape:
      #"<path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z"/><circle cx="12" cy="13.2" r="3.3"/>"#)
}

/// States.
extension Icon {
  static let clock = Icon(
    shape:
      #"<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.4 2"/>"#)
  static let saved = Icon(
    shape:
      #"<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8L16 9.5"/>"#)
  static let waiting = Icon(
    shape:
      #"<path d="M6.5 18A4.5 4.5 0 0 1 7 9a5.5 5.5 0 0 1 10.6 1.5A3.8 3.8 0 0 1 17.5 18M12 12v5.5M9.5 15 12 12l2.5 3"/>"#
  )
  static let warning = Icon(
    shape:
      #"<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2"/>"#)
  static let wrong = Icon(
    shape:
      #"<circle cx="12" cy="12" r="8.5"/><path d="m9 9 6 6M15 9l-6 6"/>"#)
  static let info = Icon(
    shape:
      #"<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.7v.2"/>"#)
  static let flag = Icon(
    shape:
      #"<path d="M6 21V4M6 5c4-2 7 2 12 0v8.5c-5 2-8-2-12 0"/>"#)
  static let lock = Icon(
    shape:
      #"<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>"#
  )
  static let calendar = Icon(
    shape:
      #"<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>"#
  )
  static let eye = Icon(
    shape:
      #"<path d="M2.5 12C5 7.7 8.2 5.5 12 5.5s7 2.2 9.5 6.5c-2.5 4.3-5.7 6.5-9.5 6.5S5 16.3 2.5 12z"/><circle cx="12" cy="12" r="3"/>"#
  )
  static let help = Icon(
    shape:
      #"<circle cx="12" cy="12" r="8.5"/><path d="M9.5 9.7c.2-1.5 1.2-2.3 2.6-2.3 1.5 0 2.5.9 2.5 2.2 0 2-2.5 2.1-2.5 4.1M12.1 16.6v.2"/>"#
  )
}

/// Actions.
extension Icon {
  static let left = Icon(
    shape:
      #"<path d="m14.5 5.5-6.5 6.5 6.5 6.5"/>"#)
  static let right = Icon(
    shape:
      #"<path d="m9.5 5.5 6.5 6.5-6.5 6.5"/>"#)
  static let check = Icon(
    shape:
      #"<path d="m5 12.5 4.7 4.7L19 7.5"/>"#)
  static let cross = Icon(
    shape:
      #"<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>"#)
  static let print = Icon(
    shape:
      #"<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>"#)
  static let download = Icon(
    shape:
      #"<path d="M12 4v11M7.5 11 12 15.5l4.5-4.5M4.5 19.5h15"/>"#)
  static let upload = Icon(
    shape:
      #"<path d="M12 15.5v-11M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15"/>"#)
  static let phone = Icon(
    shape:
      #"<path d="M5 4h4l1.5 4.5-2.3 1.7c1 2.3 2.7 4 5 5l1.7-2.2L19.5 14.5v4c0 .8-.7 1.5-1.5 1.5C10.5 19.5 4.5 13.5 4 6c0-1 .4-2 1-2z"/>"#
  )
  static let list = Icon(
    shape:
      #"<path d="M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.2M4.5 12h.2M4.5 17.5h.2"/>"#)
  static let plus = Icon(
    shape:
      #"<path d="M12 5v14M5 12h14"/>"#)
  static let globe = Icon(
    shape:
      #"<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5.2 5 11.8 0 17-5-5.2-5-11.8 0-17z"/>"#
  )
}
