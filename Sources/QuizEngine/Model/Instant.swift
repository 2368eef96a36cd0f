/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment `span` later; stays at the last representable moment instead of overflowing.
  package static func + (instant: Instant, span: Span) -> Instant {
    let (sum, overflow) = instant.milliseconds.addingReportingOverflow(span.milliseconds)
    return Instant(milliseconds: overflow ? (span.milliseconds > 0 ? .max : .min) : sum)
  }

  /// The moment `span` earlier.
  package static func - (instant: Instant, span: Span) -> Instant {
    let (difference, overflow) = instant.milliseconds.subtractingReportingOverflow(
      span.milliseconds)
    return Instant(milliseconds: overflow ? (span.milliseconds > 0 ? .min : .max) : difference)
  }

  /// The span from `right` to `left`, negative when `left` is earlier.
  package static func - (left: Instant, right: Instant) -> Span {
    let (difference, overflow) = left.milliseconds.subtractingReportingOverflow(right.milliseconds)
    return Span(milliseconds: overflow ? (left > right ? .max : .min) : difference)
  }
}

/// A length of time in whole milliseconds.
package struct Span: Hashable, Comparable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package static let zero = Span(milliseconds: 0)

  package static func seconds(_ count: Int) -> Span { Span(milliseconds: scaled(count, by: 1000)) }
  package static func minutes(_ count: Int) -> Span {
    Span(milliseconds: scaled(count, by: 60_000))
  }
  package static func hours(_ count: Int) -> Span {
    Span(milliseconds: scaled(count, by: 3_600_000))
  }
  package static func days(_ count: Int) -> Span {
    Span(milliseconds: scaled(count, by: 86_400_000))
  }

  package static func < (left: Span, right: Span) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The difference; stays at the longest representable span instead of overflowing.
  package static func - (left: Span, right: Span) -> Span {
    let (difference, overflow) = left.milliseconds.subtractingReportingOverflow(
      right.milliseconds)
    return Span(milliseconds: overflow ? (left > right ? .max : .min) : difference)
  }

  private static func scaled(_ count: Int, by unit: Int64) -> Int64 {
    let (product, overflow) = Int64(count).multipliedReportingOverflow(by: unit)
    return overflow ? (count > 0 ? .max : .min) : product
  }
}

/// A half-open stretch of time: `opens` belongs to it, `closes` does not.
package struct Window: Hashable, Sendable {
  package let opens: Instant
  package let closes: Instant

  package init(opens: Instant, closes: Instant) {
    self.opens = opens
    self.closes = closes
  }

  package func contains(_ instant: Instant) -> Bool {
    opens <= instant && instant < closes
  }
}
