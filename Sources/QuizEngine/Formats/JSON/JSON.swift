/// A JSON value (RFC 8259).
package indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The digits as they were written: no binary fraction comes between.
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  /// A whole number.
  package static func int(_ value: Int) -> JSON { .number(String(value)) }

  /// An object with its members in this order.
  package static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(JSONObject(members.map { JSONObject.Member(key: $0.key, value: $0.value) }))
  }

  /// The member of that name, or nil for a missing one and for what is no object.
  package subscript(key: String) -> JSON? {
    guard case .object(let object) = self else { return nil }
    return object[key]
  }

  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  package var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  package var array: [JSON]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  package var object: JSONObject? {
    guard case .object(let object) = self else { return nil }
    return object
  }

  /// The number, when it is written with digits and perhaps a minus only, and fits.
  package var int: Int? {
    guard case .number(let literal) = self else { return nil }
    return wholeNumber(literal)
  }
}

/// Reads `-?digits`; nil for a sign alone, a plus, a fraction, an exponent and overflow.
package func wholeNumber(_ literal: String) -> Int? {
  number(Substring(literal).utf8)
}

/// The same for the octets of a request.
package func wholeNumber(_ octets: ArraySlice<UInt8>) -> Int? {
  number(octets)
}

private func number<Octets: Collection<UInt8>>(_ literal: Octets) -> Int?
where Octets.SubSequence == Octets {
  var digits = literal
  let isNegative = digits.first == UInt8(ascii: "-")
  if isNegative { digits = digits.dropFirst() }
  guard !digits.isEmpty else { return nil }
  var value = 0
  for digit in digits {
    guard (0x30...0x39).contains(digit) else { return nil }
    let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
    let step = Int(digit - 0x30)
    let (sum, more) =
      isNegative ? tens.subtractingReportingOverflow(step) : tens.addingReportingOverflow(step)
    guard !overflow, !more else { return nil }
    value = sum
  }
  return value
}
