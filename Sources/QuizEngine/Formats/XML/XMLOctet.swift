/// What single octets mean to XML; everything from 0x80 on counts as a letter.
extension UInt8 {
  var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0a || self == 0x0d }

  var startsXMLName: Bool {
    self >= 0x80 || self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
  }

  var continuesXMLName: Bool {
    startsXMLName || self >= 0x30 && self <= 0x39 || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ".")
  }

  /// Controls that XML 1.0 allows nowhere.
  var isForbiddenInXML: Bool { self < 0x20 && !isXMLSpace }
}
