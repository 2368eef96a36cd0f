import QuizEngine

/// The JSON object that a program sent: strict, and every member must be one the call knows.
struct JSONBody {
  private let object: JSONObject

  /// Nothing at all reads like `{}`: some programs name the media type of an empty body.
  ///
  /// - Parameter values: as many as the longest call needs; the text is read where saves wait.
  init(
    _ request: Request, members: [String], values: Int = 1000
  ) throws(RequestFault) {
    if request.body.isEmpty {
      object = JSONObject()
      return
    }
    let value: JSON
    do {
      value = try JSON(request.body, limits: JSONLimits(depth: 8, members: 64, values: values))
    } catch {
      throw .malformedBody(
        LocalizedText(
          vi: "Dòng \(error.line), cột \(error.column): \(error.message[.vietnamese])",
          en: "Line \(error.line), column \(error.column): \(error.message[.english])"))
    }
    guard let object = value.object else { throw .malformedBody(Self.noObject) }
    for member in object.members where !members.contains(member.key) {
      throw .badMember(String(member.key.prefix(60)), .unknown)
    }
    self.object = object
  }

  /// An object inside a body, as strict as the body.
  init(_ value: JSON, in member: String, members: [String]) throws(RequestFault) {
    guard let object = value.object,
      object.members.allSatisfy({ members.contains($0.key) })
    else { throw .badMember(member, .malformed) }
    self.object = object
  }

  /// ISO 8601 with a zone.
  func instant(_ name: String) throws(RequestFault) -> Instant {
    guard let instant = Instant(iso8601: try string(name)) else {
      throw .badMember(name, .malformed)
    }
    return instant
  }

  subscript(name: String) -> JSON? { object[name] }

  func string(_ name: String) throws(RequestFault) -> String {
    let value = try required(name)
    guard let text = value.string else { throw .badMember(name, .malformed) }
    return text
  }

  func int(_ name: String) throws(RequestFault) -> Int {
    guard case .number(let literal) = try required(name) else {
      throw .badMember(name, .malformed)
    }
    // For JSON Schema 7.0 is a whole number too, and some languages write it so.
    var digits = literal
    if let point = literal.utf8.firstIndex(of: 46) {
      guard literal.utf8[point...].dropFirst().allSatisfy({ $0 == 48 }) else {
        throw .badMember(name, .malformed)
      }
      digits = String(literal[..<point])
    }
    guard let number = wholeNumber(digits) else { throw .badMember(name, .malformed) }
    return number
  }

  /// A revision counts up from 1.
  func revision() throws(RequestFault) -> Int {
    let number = try int("revision")
    guard (1...1_000_000_000).contains(number) else { throw .badMember("revision", .malformed) }
    return number
  }

  /// `"b"`, `["a","c"]` in any order without repeats, or null for none.
  func response() throws(RequestFault) -> QuizEngine.Response {
    switch try required("response") {
    case .null: return .cleared
    case .string(let text):
      guard let letter = OptionLetter(text) else { throw .badMember("response", .malformed) }
      return .choice(letter)
    case .array(let items):
      guard items.count <= 26 else { throw .badMember("response", .tooLong) }
      let letters = items.compactMap { $0.string.flatMap { OptionLetter($0) } }
      guard letters.count == items.count, Set(letters).count == letters.count else {
        throw .badMember("response", .malformed)
      }
      return letters.isEmpty ? .cleared : .choices(letters.sorted())
    case .bool, .number, .object: throw .badMember("response", .malformed)
    }
  }

  private func required(_ name: String) throws(RequestFault) -> JSON {
    guard let value = object[name] else { throw .badMember(name, .missing) }
    return value
  }

  private static let noObject = LocalizedText(
    vi: "Nội dung phải là một đối tượng JSON { … }.", en: "The body must be a JSON object { … }.")
}
