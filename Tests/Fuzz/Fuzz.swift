import Foundation

/// One thing that is fuzzed: takes any bytes, and stops the program when a promise is broken.
struct Fuzz: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  static let all: [Fuzz] = [
    Fuzz(name: "request", run: fuzzRequest), Fuzz(name: "chunks", run: fuzzChunks),
    Fuzz(name: "target", run: fuzzTarget), Fuzz(name: "cookie", run: fuzzCookie),
    Fuzz(name: "form", run: fuzzForm), Fuzz(name: "multipart", run: fuzzMultipart),
    Fuzz(name: "json", run: fuzzJSON), Fuzz(name: "csv", run: fuzzCSV),
    Fuzz(name: "gift", run: fuzzGIFT), Fuzz(name: "html", run: fuzzHTML),
    Fuzz(name: "markdown", run: fuzzMarkdown), Fuzz(name: "zip", run: fuzzZip),
    Fuzz(name: "xml", run: fuzzXML), Fuzz(name: "xlsx", run: fuzzXLSX),
  ]

  /// The one that FUZZ_TARGET names.
  static let chosen: Fuzz? = {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"]
    return all.first { $0.name == name }
  }()
}

/// Called by libFuzzer (https://llvm.org/docs/LibFuzzer.html) for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let fuzz = Fuzz.chosen else {
    say("FUZZ_TARGET must be one of: " + Fuzz.all.map(\.name).joined(separator: " "))
    exit(64)
  }
  fuzz.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Stops the program where libFuzzer sees it and keeps the input.
func require(_ holds: Bool, _ promise: @autoclosure () -> String) {
  guard !holds else { return }
  say("broken: \(promise())")
  abort()
}

private func say(_ text: String) {
  FileHandle.standardError.write(Data("\(text)\n".utf8))
}

/// Two cuts that depend on nothing but the bytes, so that a finding can be repeated.
func pieces(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  let size = UInt64(bytes.count + 1)
  let cuts = [Int(hash % size), Int((hash >> 24) % size)].sorted()
  return [bytes[..<cuts[0]], bytes[cuts[0]..<cuts[1]], bytes[cuts[1]...]]
}
