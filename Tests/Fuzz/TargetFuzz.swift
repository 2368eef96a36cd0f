/// Request targets: what is let through means one path and one query, however it was written.
func fuzzTarget(_ bytes: [UInt8]) {
  guard let parts = bytes.withUnsafeBytes({ TargetParser.parts(of: $0) }) else { return }
  require(
    parts.pathStart <= parts.pathEnd && parts.pathEnd <= parts.end && parts.end == bytes.count,
    "the parts lie in order")
  let target = Target(bytes: bytes, parts: parts)
  guard !target.isAsterisk else { return require(bytes == [42], "only * is *") }
  for segment in target.segments {
    require(segment != "." && segment != "..", "no segment climbs")
    require(
      !segment.utf8.contains { $0.isControl || $0 == 47 || $0 == 92 }, "no segment holds a folder")
  }
  let path = "/" + target.segments.map { FormEncoding.encode($0) }.joined(separator: "/")
  let query = target.query.pairs.map {
    "\(FormEncoding.encode($0.name))=\(FormEncoding.encode($0.value))"
  }.joined(separator: "&")
  let printed = Array((path + (target.rawQuery == nil ? "" : "?" + query)).utf8)
  guard let again = printed.withUnsafeBytes({ TargetParser.parts(of: $0) }) else {
    return require(false, "a printed target is a target: \(path)?\(query)")
  }
  let read = Target(bytes: printed, parts: again)
  require(read.segments == target.segments, "parse ∘ print = id for the path")
  require(read.query == target.query, "parse ∘ print = id for the query")
}
