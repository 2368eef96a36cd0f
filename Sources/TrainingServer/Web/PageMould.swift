import QuizEngine

/// A page made once, with holes where one person's copy differs from another's.
///
/// Made by rendering the page with marks in the place of values; filling it copies octets, where
/// rendering again would build thousands of small texts.
struct PageMould: Sendable {
  /// What differs from person to person on pages of the same shape.
  struct Values: Sendable {
    let name: String
    let formToken: String
    /// Escaped already; nil on pages that show no moment.
    let moment: HTML?
  }

  fileprivate enum Hole: CaseIterable {
    case name
    case formToken
    case moment
  }

  /// Octets that are the same for everybody, and the hole behind them.
  private struct Piece: Sendable {
    let octets: [UInt8]
    let hole: Hole?
  }

  private let pieces: [Piece]
  private let size: Int

  /// - Parameter render: makes the page with the marks given; must put them in as any value.
  init(_ render: (_ marks: Marks) -> HTML) {
    let marks = Marks()
    var rest = Array(render(marks).text.utf8)[...]
    var pieces: [Piece] = []
    while let (hole, range) = Self.next(in: rest, marks) {
      pieces.append(Piece(octets: Array(rest[..<range.lowerBound]), hole: hole))
      rest = rest[range.upperBound...]
    }
    pieces.append(Piece(octets: Array(rest), hole: nil))
    self.pieces = pieces
    size = pieces.reduce(0) { $0 + $1.octets.count + 64 }
  }

  /// The page of one person.
  func filled(_ values: Values) -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(size)
    let name = HTML.escaped(givenName(values.name)).text
    for piece in pieces {
      page.append(contentsOf: piece.octets)
      switch piece.hole {
      case .name: page.append(contentsOf: name.utf8)
      case .formToken: page.append(contentsOf: values.formToken.utf8)
      case .moment: page.append(contentsOf: (values.moment?.text ?? "").utf8)
      case nil: break
      }
    }
    return page
  }

  private static func next(
    in rest: ArraySlice<UInt8>, _ marks: Marks
  ) -> (Hole, Range<Int>)? {
    var index = rest.startIndex
    while index < rest.endIndex {
      if rest[index] == Marks.firstOctet {
        for hole in Hole.allCases {
          let mark = marks.octets(hole)
          if rest[index...].starts(with: mark) { return (hole, index..<index + mark.count) }
        }
      }
      index += 1
    }
    return nil
  }
}

extension PageMould {
  /// Private-use characters, which no text of ours holds and no escaping changes.
  struct Marks {
    fileprivate static let firstOctet: UInt8 = 0xEE
    let name = "\u{E0A1}"
    let formToken = "\u{E0A2}"
    /// Stands where the page shows the moment.
    let moment: HTML = "\u{E0A3}"

    fileprivate func octets(_ hole: Hole) -> [UInt8] {
      switch hole {
      case .name: Array(name.utf8)
      case .formToken: Array(formToken.utf8)
      case .moment: Array(moment.text.utf8)
      }
    }
  }
}
