/// Cookies, and every other field value that is taken apart: nothing traps, good pairs come back.
func fuzzCookie(_ bytes: [UInt8]) {
  let line = Array("Cookie: ".utf8) + bytes
  guard line.withUnsafeBytes({ FieldLine(checking: $0) != nil }) else { return }
  let wire = line + [13, 10]
  let fields = HeaderFields(received: wire, start: 0, end: wire.count)
  let cookies = Form(cookies: fields)
  let printed = cookies.pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
  require(Form(cookies: ["Cookie": printed]) == cookies, "parse ∘ print = id: \(printed)")
  let text = fields["cookie"] ?? ""
  _ = ETag("a").matchesWeakly(text)
  _ = AcceptEncoding.allowsGzip(text)
  _ = MediaParameters(text)
  if case .part(let range) = ByteRange(text, length: 1000) {
    require(range.upperBound <= 1000 && !range.isEmpty, "a range lies in the resource")
  }
  for hop in ForwardedList(fields, "cookie").reversed {
    require(!hop.contains(44) && hop.first?.isBlank == false, "an element is between commas")
    if let address = hop.withUnsafeBytes({ NumericAddress($0) }) {
      require(NumericAddress(address.text) == address, "an address is written in one way only")
    }
  }
  if let moment = HTTPDate.milliseconds(text) {
    require(HTTPDate.text(moment) == text, "a date is written in one way only")
  }
}
