/// Recognises what a spreadsheet made of a code or a class name when it took it for a number or a
/// date.
enum SpreadsheetDamage {
  /// What is wrong with a code, if a spreadsheet changed it.
  static func ofCode(_ code: String) -> LocalizedText? {
    let octets = Array(code.utf8)
    if isScientific(octets) {
      return LocalizedText(
        vi:
          "Excel đã làm tròn mã thành “\(clipped(code, 30))”, không khôi phục được. Hãy định dạng "
          + "cột là Văn bản (Text) rồi dán lại mã gốc.",
        en: "Excel rounded the code to “\(clipped(code, 30))”; it cannot be got back. Format the "
          + "column as Text and paste the codes again.")
    }
    if let whole = withoutFraction(octets) {
      return LocalizedText(
        vi: "Mã “\(clipped(code, 30))” đã bị đổi thành số thập phân. Có phải “\(whole)” không? Hãy "
          + "định dạng cột là Văn bản (Text) rồi sửa lại.",
        en: "The code “\(clipped(code, 30))” was turned into a decimal number. Was it “\(whole)”? "
          + "Format the column as Text and correct it.")
    }
    guard let origin = dateOrigin(code) else { return nil }
    return LocalizedText(
      vi: "Excel đã đổi mã thành ngày “\(clipped(code, 30))”. Có phải “\(origin)” không? Hãy định "
        + "dạng cột là Văn bản (Text) rồi gõ lại.",
      en: "Excel turned the code into the date “\(clipped(code, 30))”. Was it “\(origin)”? Format "
        + "the column as Text and type it again.")
  }

  /// What is wrong with the name of a class, if a spreadsheet changed it.
  static func ofClass(_ name: String) -> LocalizedText? {
    let octets = Array(name.utf8)
    let isSerial =
      octets.count == 5 && octets.allSatisfy { (0x30...0x39).contains($0) }
    guard isSerial || dateOrigin(name) != nil else { return nil }
    let origin = dateOrigin(name)
    let guess = origin.map { " Có phải “\($0)” không?" } ?? ""
    let guessed = origin.map { " Was it “\($0)”?" } ?? ""
    return LocalizedText(
      vi:
        "“\(clipped(name, 30))” là ngày tháng: Excel đã đổi tên lớp.\(guess) Hãy định dạng cột là "
        + "Văn bản (Text) rồi gõ lại tên lớp.",
      en: "“\(clipped(name, 30))” is a date: Excel changed the class's name.\(guessed) Format the "
        + "column as Text and type the names again.")
  }

  /// What is wrong with a date of birth that was a year alone: a cell that shows dates makes of 2015
  /// the 2,015th day since 1900, or since 1904 in books of old Macs.
  static func ofBirth(_ text: String) -> LocalizedText? {
    let numbers = text.utf8.prefix(30).split { !(0x30...0x39).contains($0) }
    guard numbers.count >= 3,
      numbers.contains(where: {
        $0.count == 4
          && (1905...1910).contains(wholeNumber(String(decoding: $0, as: UTF8.self)) ?? 0)
      })
    else { return nil }
    return LocalizedText(
      vi: "“\(clipped(text, 30))”: ô chỉ ghi năm sinh nhưng Excel hiện thành ngày. Hãy định dạng "
        + "cột là Văn bản (Text) rồi gõ lại năm, ví dụ 2015.",
      en: "“\(clipped(text, 30))”: the cell held only a year and Excel shows it as a date. Format "
        + "the column as Text and type the year again, such as 2015.")
  }

  /// `2.5E+09`.
  private static func isScientific(_ octets: [UInt8]) -> Bool {
    guard octets.count <= 30,
      let mark = octets.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") })
    else { return false }
    let (mantissa, exponent) = (octets[..<mark], octets[(mark + 1)...])
    return !mantissa.isEmpty && exponent.first == UInt8(ascii: "+") && exponent.count >= 2
      && exponent.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
      && mantissa.allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
      }
  }

  /// The `2500000101` of `2500000101.0`.
  private static func withoutFraction(_ octets: [UInt8]) -> String? {
    guard octets.count <= 30,
      let point = octets.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
    else { return nil }
    let (whole, fraction) = (octets[..<point], octets[(point + 1)...])
    guard whole.count >= 2, !fraction.isEmpty, fraction.allSatisfy({ $0 == 0x30 }),
      whole.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return String(decoding: whole, as: UTF8.self)
  }

  /// The `6/1` of `06-Thg1` and of `06/01/2026`; nil for what is no date.
  private static func dateOrigin(_ text: String) -> String? {
    guard text.utf8.count <= 30 else { return nil }
    var parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    if parts.count == 2 {
      let words = parts.map { String(decoding: Array($0), as: UTF8.self).lowercased() }
      if let month = month(words[1]), let day = wholeNumber(words[0]), (1...31).contains(day) {
        return "\(day)/\(month)"
      }
      if let month = month(words[0]), let day = wholeNumber(words[1]), (1...99).contains(day) {
        return "\(month)/\(day)"
      }
      return nil
    }
    if parts.count != 3 {
      parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    }
    guard parts.count == 3 else { return nil }
    let words = parts.map { String(decoding: Array($0.prefix { $0 != 0x20 }), as: UTF8.self) }
    guard let first = wholeNumber(words[0]), let second = month(words[1]) ?? wholeNumber(words[1]),
      let last = wholeNumber(words[2]), (1...31).contains(second)
    else { return nil }
    if words[0].utf8.count == 4 { return "\(last)/\(second)" }
    return words[2].utf8.count == 4 ? "\(first)/\(second)" : nil
  }

  private static func month(_ word: String) -> Int? {
    if word.hasPrefix("thg") {
      let number = word.dropFirst(3).drop { $0 == " " }
      return wholeNumber(String(number)).flatMap { (1...12).contains($0) ? $0 : nil }
    }
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return names.firstIndex(of: word).map { $0 + 1 }
  }
}
