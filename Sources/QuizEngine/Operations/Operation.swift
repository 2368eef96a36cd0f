/// One command of `trainctl`, ready to be done here or sent to the process that owns the data.
package struct Operation: Hashable, Sendable {
  package var noun: String
  package var verb: String
  package var operands: [String]
  /// Values by option name without dashes, in the order given.
  package var options: [String: [String]]
  package var flags: Set<String>
  /// Contents of the files that operands and options name, by that name.
  package var files: [String: [UInt8]]
  package var language: Language
  package var isDryRun: Bool

  package init(
    _ noun: String, _ verb: String, operands: [String] = [], options: [String: [String]] = [:],
    flags: Set<String> = [], files: [String: [UInt8]] = [:], language: Language = .vietnamese,
    isDryRun: Bool = false
  ) {
    self.noun = noun
    self.verb = verb
    self.operands = operands
    self.options = options
    self.flags = flags
    self.files = files
    self.language = language
    self.isDryRun = isDryRun
  }
}

/// A command that was put together wrongly; nothing was done.
package struct Misuse: Error, Hashable, Sendable {
  package let text: LocalizedText

  package init(vi: String, en: String) {
    text = LocalizedText(vi: vi, en: en)
  }
}

extension Operation {
  /// The operand at `index` from 0.
  func operand(_ index: Int) throws(Misuse) -> String {
    guard operands.indices.contains(index) else {
      throw Misuse(vi: "Thiếu đối số của lệnh.", en: "An argument of the command is missing.")
    }
    return operands[index]
  }

  /// The last value of an option.
  func option(_ name: String) -> String? { options[name]?.last }

  func required(_ name: String) throws(Misuse) -> String {
    guard let value = option(name) else {
      throw Misuse(vi: "Thiếu tuỳ chọn --\(name).", en: "The option --\(name) is missing.")
    }
    return value
  }

  func file(_ name: String) throws(Misuse) -> [UInt8] {
    guard let bytes = files[name] else {
      throw Misuse(vi: "Không đọc được tệp \(name).", en: "The file \(name) was not read.")
    }
    return bytes
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(Misuse) -> Int? {
    guard let text = option(name) else { return nil }
    guard let number = wholeNumber(text), range.contains(number) else {
      throw Misuse(
        vi: "--\(name) cần một số từ \(range.lowerBound) đến \(range.upperBound).",
        en: "--\(name) takes a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }

  /// A moment: ISO 8601 with a zone, or `2026-11-21` and `2026-11-21T08:00` in Vietnamese time.
  ///
  /// - Parameter dayEnd: whether a bare date means the last moment of that day.
  func instant(_ name: String, dayEnd: Bool = false) throws(Misuse) -> Instant? {
    guard let text = option(name) else { return nil }
    let day = dayEnd ? "T23:59:59.999+07:00" : "T00:00+07:00"
    let candidates = text.utf8.count == 10 ? [text + day] : [text, text + "+07:00"]
    for candidate in candidates {
      if let instant = Instant(iso8601: candidate) { return instant }
    }
    throw Misuse(
      vi: "--\(name) cần ngày giờ như 2026-11-21, 2026-11-21T08:00 (giờ Việt Nam) hoặc có múi giờ.",
      en: "--\(name) takes a time: 2026-11-21, 2026-11-21T08:00 (Viet Nam time), or with a zone.")
  }
}
