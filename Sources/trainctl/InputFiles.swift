import Glibc
import QuizEngine

/// Reads what a command needs before it starts: files, passwords, absolute paths.
struct InputFiles {
  let console: Console
  let language: Language

  /// The command with the contents of everything it names.
  func load(_ command: Command) throws -> Operation {
    var operation = command.operation
    for (operand, name) in zip(command.spec.operands, operation.operands) {
      switch operand.use {
      case .text: continue
      case .source:
        operation.files[name] = try Self.read(name)
        let twin = Self.englishTwin(name)
        if let twin, access(twin, R_OK) == 0 { operation.files[twin] = try Self.read(twin) }
      case .target: operation.operands = [try Self.absolute(name)]
      }
    }
    let asksPassword = command.spec.options.contains { $0.value == .secret }
    let isStaff = command.spec.verb == "password" || operation.options["username"] != nil
    if asksPassword, isStaff {
      operation.files["password"] = try password(from: command.globals.passwordFile)
    }
    return operation
  }

  private func password(from file: String?) throws -> [UInt8] {
    if let file {
      try Self.requirePrivate(file)
      return try Self.read(file)
    }
    let prompt = LocalizedText(
      vi: "Mật khẩu (không hiện khi gõ): ", en: "Password (not shown while typed): ")
    let line = console.canAsk ? console.secret(prompt[language]) : console.readLine()
    guard let line else {
      throw Misuse(
        vi: "Chưa có mật khẩu: hãy đưa qua đầu vào chuẩn hoặc --password-file.",
        en: "No password: give it on standard input or by --password-file.")
    }
    return line
  }

  /// A secret that others on the machine can read is none; nor is one that others can exchange.
  private static func requirePrivate(_ path: String) throws {
    guard path != "-" else { return }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    guard status.st_mode & 0o077 == 0 else {
      throw OperationFailure(
        .refused,
        LocalizedText(
          vi: "Người khác trên máy đọc được \(path). Hãy chạy: chmod 600 \(path)",
          en: "Others on this machine can read \(path). Run: chmod 600 \(path)"))
    }
  }

  /// The English version that lies beside a question bank.
  private static func englishTwin(_ path: String) -> String? {
    guard path.hasSuffix(".gift"), !path.hasSuffix(".en.gift") else { return nil }
    return path.dropLast(5) + ".en.gift"
  }

  /// The whole file; `-` is standard input.
  static func read(_ path: String) throws -> [UInt8] {
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { if file != STDIN_FILENO { close(file) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count == 0 { return bytes }
      guard count > 0 else { throw failure(path) }
      bytes += buffer.prefix(count)
      guard bytes.count <= ControlProtocol.limit / 2 else {
        throw Misuse(vi: "Tệp \(path) lớn hơn 32 MiB.", en: "\(path) is larger than 32 MiB.")
      }
    }
  }

  /// A new file's path as another process sees it.
  private static func absolute(_ path: String) throws -> String {
    guard access(path, F_OK) != 0 else {
      throw OperationFailure(
        .refused,
        LocalizedText(
          vi: "Đã có \(path). Chưa ghi gì; hãy chọn tên khác.",
          en: "\(path) exists. Nothing was written; choose another name."))
    }
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  private static func failure(_ path: String) -> OperationFailure {
    let reason = String(cString: strerror(errno))
    return OperationFailure(
      .refused,
      LocalizedText(
        vi: "Không đọc được \(path): \(reason).", en: "\(path) cannot be read: \(reason)."))
  }
}
