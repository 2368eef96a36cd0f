import Foundation

/// Forms in the body.
func fuzzForm(_ bytes: [UInt8]) {
  guard let form = Form(encoded: bytes) else { return }
  let printed = form.pairs.map {
    "\(FormEncoding.encode($0.name))=\(FormEncoding.encode($0.value))"
  }.joined(separator: "&")
  require(Form(encoded: Array(printed.utf8)) == form, "parse ∘ print = id: \(printed)")
}

/// Forms with files: the first line is the content type.
func fuzzMultipart(_ bytes: [UInt8]) {
  let type = bytes.prefix { $0 != 10 }
  let body = Array(bytes.dropFirst(type.count + 1))
  let text = String(decoding: type, as: UTF8.self)
  guard let form = Multipart(body: body, contentType: text) else { return }
  guard let boundary = (0..<100).map({ "cut\($0)" }).first(where: { !contains(form, $0) }) else {
    return
  }
  let printed = printed(form, boundary)
  guard printed.heads < 4000 else { return }
  let again = Multipart(
    body: printed.body, contentType: "multipart/form-data; boundary=\(boundary)")
  require(again == form, "parse ∘ print = id: \(String(decoding: printed.body, as: UTF8.self))")
}

private func contains(_ form: Multipart, _ boundary: String) -> Bool {
  let mark = Data(boundary.utf8)
  return form.form.pairs.contains { Data($0.value.utf8).range(of: mark) != nil }
    || form.files.contains { Data($0.bytes).range(of: mark) != nil }
}

private func printed(_ form: Multipart, _ boundary: String) -> (body: [UInt8], heads: Int) {
  var body: [UInt8] = []
  var longest = 0
  func part(_ parameters: String, _ mediaType: String?, _ content: [UInt8]) {
    let type = mediaType.map { "Content-Type: \($0)\r\n" } ?? ""
    let head = "Content-Disposition: form-data; \(parameters)\r\n\(type)\r\n"
    longest = max(longest, head.utf8.count)
    body += Array("--\(boundary)\r\n\(head)".utf8) + content + [13, 10]
  }
  for pair in form.form.pairs { part("name=\(quoted(pair.name))", nil, Array(pair.value.utf8)) }
  for file in form.files {
    part(
      "name=\(quoted(file.field)); filename=\(quoted(file.fileName))", file.mediaType, file.bytes)
  }
  return (body + Array("--\(boundary)--\r\n".utf8), longest)
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
  return result + "\""
}
