/// What the parser has just read; the tree's own nodes are inside.
enum JSONShape<Node, Mark> {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([Node])
  case object([(key: String, mark: Mark, value: Node)])
}

/// Builds one kind of tree from what the parser reads.
protocol JSONTree {
  associatedtype Node
  /// What the tree remembers of a place.
  associatedtype Mark

  /// Called at the first byte of every key and value, in rising order of offsets.
  mutating func mark(_ offset: Int) -> Mark
  func node(_ shape: JSONShape<Node, Mark>, at mark: Mark) -> Node
}

/// Reads one JSON text strictly by RFC 8259, byte by byte.
struct JSONParser<Tree: JSONTree> {
  private var scanner: JSONScanner
  private var tree: Tree
  private let limits: JSONLimits
  private var depth = 0
  private var values = 0

  /// The whole text as a tree, or the first fault with its place.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits, into tree: Tree
  ) throws(JSONError) -> Tree.Node {
    var parser = JSONParser(
      scanner: JSONScanner(bytes: bytes, acceptsNUL: limits.acceptsNUL), tree: tree,
      limits: limits)
    do {
      return try parser.document()
    } catch {
      var source = SourceText(file: "", bytes: Array(bytes))
      let location = source.location(at: parser.scanner.offset)
      throw JSONError(
        offset: parser.scanner.offset, line: location.line, column: location.column,
        message: error.message)
    }
  }

  private init(scanner: JSONScanner, tree: Tree, limits: JSONLimits) {
    self.scanner = scanner
    self.tree = tree
    self.limits = limits
  }

  private mutating func document() throws(JSONFault) -> Tree.Node {
    if scanner.bytes.starts(with: byteOrderMark) { throw .byteOrderMark }
    scanner.skipWhitespace()
    let node = try value()
    scanner.skipWhitespace()
    guard scanner.peek == nil else { throw .trailingText }
    return node
  }

  private mutating func value() throws(JSONFault) -> Tree.Node {
    guard let byte = scanner.peek else { throw .unexpectedEnd }
    guard values < limits.values else { throw .tooManyValues(limits.values) }
    values += 1
    let mark = tree.mark(scanner.offset)
    switch byte {
    case UInt8(ascii: "\""): return tree.node(.string(try scanner.string()), at: mark)
    case UInt8(ascii: "{"): return tree.node(.object(try members()), at: mark)
    case UInt8(ascii: "["): return tree.node(.array(try items()), at: mark)
    case UInt8(ascii: "-"), 0x30...0x39:
      return tree.node(.number(try scanner.number()), at: mark)
    case UInt8(ascii: "t"):
      try scanner.word("true")
      return tree.node(.bool(true), at: mark)
    case UInt8(ascii: "f"):
      try scanner.word("false")
      return tree.node(.bool(false), at: mark)
    case UInt8(ascii: "n"):
      try scanner.word("null")
      return tree.node(.null, at: mark)
    default: throw .unexpected(byte)
    }
  }

  private mutating func items() throws(JSONFault) -> [Tree.Node] {
    try enter()
    var items: [Tree.Node] = []
    if scanner.take(UInt8(ascii: "]")) {
      depth -= 1
      return items
    }
    while true {
      items.append(try value())
      guard try another(before: UInt8(ascii: "]")) else { return items }
    }
  }

  private mutating func members() throws(JSONFault) -> [(
    key: String, mark: Tree.Mark, value: Tree.Node
  )] {
    try enter()
    var members: [(key: String, mark: Tree.Mark, value: Tree.Node)] = []
    if scanner.take(UInt8(ascii: "}")) {
      depth -= 1
      return members
    }
    var seen = SeenKeys()
    while true {
      guard let byte = scanner.peek else { throw .unexpectedEnd }
      guard byte == UInt8(ascii: "\"") else { throw .unexpected(byte) }
      guard members.count < limits.members else { throw .tooManyMembers(limits.members) }
      let start = scanner.offset
      let mark = tree.mark(start)
      let key = try scanner.string()
      guard key.utf8.count <= String.longestName else {
        scanner.offset = start
        throw .longKey
      }
      guard seen.insert(key) else {
        scanner.offset = start
        throw .duplicateKey(key)
      }
      scanner.skipWhitespace()
      try scanner.expect(UInt8(ascii: ":"))
      scanner.skipWhitespace()
      members.append((key, mark, try value()))
      guard try another(before: UInt8(ascii: "}")) else { return members }
    }
  }

  /// Steps over the opening bracket and the space behind it.
  private mutating func enter() throws(JSONFault) {
    guard depth < limits.depth else { throw .tooDeep(limits.depth) }
    depth += 1
    scanner.offset += 1
    scanner.skipWhitespace()
  }

  /// Whether a comma announces one more element; otherwise the closing bracket is consumed.
  private mutating func another(before close: UInt8) throws(JSONFault) -> Bool {
    scanner.skipWhitespace()
    if scanner.take(close) {
      depth -= 1
      return false
    }
    let comma = scanner.offset
    try scanner.expect(UInt8(ascii: ","))
    scanner.skipWhitespace()
    if scanner.peek == close {
      scanner.offset = comma
      throw .trailingComma
    }
    return true
  }
}

/// Finds a key that occurs twice; a set only pays from some size on.
private struct SeenKeys {
  private var few: [String] = []
  private var many: Set<[UInt8]> = []

  /// Whether `key` is new.
  mutating func insert(_ key: String) -> Bool {
    if many.isEmpty {
      if few.contains(where: { $0.hasSameOctets(as: key) }) { return false }
      few.append(key)
      if few.count > 16 { many = Set(few.map { Array($0.utf8) }) }
      return true
    }
    return many.insert(Array(key.utf8)).inserted
  }
}
