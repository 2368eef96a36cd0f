/// What an Accept-Encoding field says about gzip (RFC 9110 section 12.5.3).
enum AcceptEncoding {
  /// True when gzip, or `*` without a word on gzip, has a weight above zero.
  static func allowsGzip(_ field: String?) -> Bool {
    var star = false
    for element in (field ?? "").utf8.split(separator: 44) {
      let item = MediaParameters(String(decoding: element.drop(while: \.isBlank), as: UTF8.self))
      let weight = item["q"] ?? "1"
      let isWanted = weight.utf8.contains { $0 >= 49 && $0 <= 57 }
      if item.hasValue("gzip") || item.hasValue("x-gzip") { return isWanted }
      if item.hasValue("*") { star = isWanted }
    }
    return star
  }
}
