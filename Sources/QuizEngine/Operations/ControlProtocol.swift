/// How `trainctl` hands a command to the process that owns the data folder.
///
/// One connection to the control socket carries one request and one reply, each a frame: four
/// bytes of length, big-endian, then that many bytes of JSON. Who may connect is decided by the
/// socket's permissions and the peer's user id, before anything is read.
package enum ControlProtocol {
  /// Bytes of JSON in one frame.
  package static let limit = 64 << 20
  package static let headerSize = 4

  /// Why a frame was not read.
  package enum Fault: Error, Hashable, Sendable {
    case tooLarge
    case malformed

    package var text: LocalizedText {
      switch self {
      case .tooLarge:
        LocalizedText(
          vi: "Lệnh hoặc kết quả lớn hơn 64 MiB. Hãy dừng máy chủ rồi chạy lại lệnh này.",
          en: "The command or its result is larger than 64 MiB. Stop the server, run it again.")
      case .malformed:
        LocalizedText(
          vi: "Máy chủ và trainctl không hiểu nhau. Hãy dùng cùng một phiên bản.",
          en: "The server and trainctl do not understand each other. Use the same version.")
      }
    }
  }

  /// How many bytes follow the four of `header`.
  package static func length(header: some Collection<UInt8>) throws(Fault) -> Int {
    guard header.count == headerSize else { throw .malformed }
    let length = header.reduce(0) { $0 << 8 | Int($1) }
    guard length <= limit else { throw .tooLarge }
    return length
  }

  /// A whole frame with `operation`.
  package static func encodeRequest(_ operation: Operation) throws(Fault) -> [UInt8] {
    try frame(operation.json.encoded())
  }

  /// The operation of a frame's payload.
  package static func decodeRequest(_ payload: [UInt8]) throws(Fault) -> Operation {
    guard let operation = Operation(json: try parse(payload)) else { throw .malformed }
    return operation
  }

  /// A whole frame with the outcome or the failure; a result too large becomes a failure.
  package static func encodeReply(_ reply: Result<OperationOutcome, OperationFailure>) -> [UInt8] {
    do {
      return try frame(json(reply).encoded())
    } catch {
      let short = json(.failure(OperationFailure(.refused, error.text))).encoded()
      return header(short.count) + short
    }
  }

  /// The reply of a frame's payload.
  package static func decodeReply(
    _ payload: [UInt8]
  ) throws(Fault) -> Result<OperationOutcome, OperationFailure> {
    let json = try parse(payload)
    if let outcome = json["outcome"].flatMap(OperationOutcome.init(json:)) {
      return .success(outcome)
    }
    if let failure = json["failure"].flatMap(OperationFailure.init(json:)) {
      return .failure(failure)
    }
    throw .malformed
  }

  private static func json(_ reply: Result<OperationOutcome, OperationFailure>) -> JSON {
    switch reply {
    case .success(let outcome): .object(["outcome": outcome.json])
    case .failure(let failure): .object(["failure": failure.json])
    }
  }

  private static func frame(_ payload: [UInt8]) throws(Fault) -> [UInt8] {
    guard payload.count <= limit else { throw .tooLarge }
    return header(payload.count) + payload
  }

  private static func header(_ count: Int) -> [UInt8] {
    (0..<headerSize).map { UInt8(truncatingIfNeeded: count >> (24 - $0 * 8)) }
  }

  private static func parse(_ payload: [UInt8]) throws(Fault) -> JSON {
    do { return try JSON(payload) } catch { throw .malformed }
  }
}

extension Engine {
  /// Does the command of a control frame's payload; the answer is a whole frame.
  ///
  /// Blocks until the command is done: not for a thread that serves connections.
  ///
  /// - Parameter user: the Unix account that sent it.
  package func answer(
    control payload: [UInt8], from user: String? = nil, at instant: Instant
  ) -> [UInt8] {
    let operation: Operation
    do { operation = try ControlProtocol.decodeRequest(payload) } catch {
      return ControlProtocol.encodeReply(.failure(OperationFailure(.misuse, error.text)))
    }
    let reply = Result { try perform(operation, by: .machine(user: user), at: instant) }
    return ControlProtocol.encodeReply(reply.mapError { OperationFailure($0) })
  }
}
