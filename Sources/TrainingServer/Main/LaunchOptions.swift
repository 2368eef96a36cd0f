import QuizEngine

/// What was written on the command line, checked once.
struct LaunchOptions: Equatable, Sendable {
  enum Command: Equatable, Sendable {
    case serve(LaunchOptions)
    case help
    case version
  }

  var data: String
  var listen = ListenAddress.tcp(host: "127.0.0.1", port: 8080)
  var courses = "./Courses"
  var proxies: [AddressRange] = []
  var monitors: [AddressRange] = []
  var hosts: [String] = []
  var isDemo = false
  var logsRequests = false
  var requiresSecondFactor = false

  /// Where the demo will be reached, when that is known before the server listens.
  var demoAddress: String? {
    guard isDemo, case .tcp(_, let port) = listen, port != 0 else { return nil }
    return "http://" + listen.text
  }

  /// Reads the arguments after the program's name.
  static func read(_ arguments: [String]) throws(BadArgument) -> Command {
    var reader = ArgumentReader(arguments)
    var options = LaunchOptions(data: "")
    while let argument = reader.next() {
      switch argument {
      case "--help", "-h": return .help
      case "--version": return .version
      case "--data": options.data = try reader.value(of: argument)
      case "--courses": options.courses = try reader.value(of: argument)
      case "--listen":
        let text = try reader.value(of: argument)
        guard let address = ListenAddress(hostAndPort: text) else { throw .badListen(text) }
        options.listen = address
      case "--trusted-proxy":
        let text = try reader.value(of: argument)
        guard let range = AddressRange(text) else { throw .badProxy(text) }
        options.proxies.append(range)
      case "--metrics-from":
        let text = try reader.value(of: argument)
        guard let range = AddressRange(text) else { throw .badMonitor(text) }
        options.monitors.append(range)
      case "--host": options.hosts.append(try reader.value(of: argument).lowercased())
      case "--log-requests": options.logsRequests = true
      case "--require-second-factor": options.requiresSecondFactor = true
      case "--demo": options.isDemo = true
      default: throw .unknown(argument)
      }
    }
    guard !options.data.isEmpty else { throw .missing("--data") }
    guard !options.isDemo || options.listen.isLoopback else { throw .demoInPublic }
    return .serve(options)
  }
}

/// Walks over the arguments; `--name=value` reads like `--name value`.
private struct ArgumentReader {
  private var rest: ArraySlice<String>
  private var attached: String?

  init(_ arguments: [String]) {
    rest = arguments[...]
  }

  mutating func next() -> String? {
    if let attached { return "=" + attached }
    guard let argument = rest.popFirst() else { return nil }
    guard argument.hasPrefix("--"), let equals = argument.firstIndex(of: "=") else {
      return argument
    }
    attached = String(argument[argument.index(after: equals)...])
    return String(argument[..<equals])
  }

  mutating func value(of name: String) throws(BadArgument) -> String {
    if let value = attached {
      attached = nil
      if !value.isEmpty { return value }
    } else if let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("--") {
      return value
    }
    throw .valueMissing(name)
  }
}

extension ListenAddress {
  /// `host:port` or `[IPv6]:port`.
  init?(hostAndPort text: String) {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let digits = text[text.index(after: colon)...].utf8
    guard (1...5).contains(digits.count), digits.allSatisfy(\.isDigit),
      let port = UInt16(String(decoding: Array(digits), as: UTF8.self))
    else { return nil }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty else { return nil }
    self = .tcp(host: String(host), port: port)
  }

  /// Only this machine can reach it.
  var isLoopback: Bool {
    switch self {
    case .unix: true
    case .tcp(let host, _):
      host == "localhost" || host == "::1" || AddressRange("127.0.0.0/8")?.contains(host) == true
    }
  }
}
