import Testing

/// Folders are not modules, so this test is the wall between rooms.
@Suite struct DirectionTests {
  /// What each room may name, besides itself.
  static let engine: [String: Set<String>] = [
    "Model": [],
    "Rules": ["Model"],
    "Formats": ["Model", "Rules"],
    "Crypto": ["Model", "Rules"],
    "Storage": ["Model", "Rules"],
    "Content": ["Model", "Rules", "Formats", "Crypto"],
    "Export": ["Model", "Rules", "Formats"],
    "UseCases": [
      "Model", "Rules", "Formats", "Crypto", "Storage", "Content", "Export", "Engine",
    ],
    "Engine": [
      "Model", "Rules", "Formats", "Crypto", "Storage", "Content", "Export", "UseCases",
    ],
    "Ticker": ["Model", "Rules", "UseCases", "Engine"],
    "Operations": [
      "Model", "Rules", "Formats", "Crypto", "Storage", "Content", "Export", "UseCases", "Engine",
      "Ticker",
    ],
  ]

  static let server: [String: Set<String>] = [
    "Net": [],
    "HTTP": [],
    "Site": [],
    "Pages": ["Site"],
    "Web": ["Net", "HTTP", "Site", "Pages"],
    "Main": ["Net", "HTTP", "Site", "Pages", "Web"],
  ]

  /// Storage reaches a place through the connection; the names of the use cases' own room.
  @Test(arguments: [("QuizEngine", engine), ("TrainingServer", server)])
  func `no room names what lies to its right`(target: String, allowed: [String: Set<String>]) {
    let files = SourceTree.sources.filter { $0.target == target }
    for file in files {
      #expect(allowed[file.room] != nil, "\(file.path):1: the room “\(file.room)” has no place")
    }
    var homes: [String: Set<String>] = [:]
    for file in files {
      for name in file.declaredTypes { homes[name, default: []].insert(file.room) }
    }
    var inner: [String: Set<String>] = [:]
    for file in files { inner[file.room, default: []].formUnion(file.nestedTypes) }
    for file in files {
      let mayName = (allowed[file.room] ?? []).union([file.room])
      for (index, line) in file.code.enumerated() {
        for word in words(of: line) {
          guard let rooms = homes[word], rooms.isDisjoint(with: mayName),
            inner[file.room]?.contains(word) != true
          else { continue }
          Issue.record(
            "\(file.place(index, "\(file.room) names \(word) of \(rooms.sorted().joined(separator: ", "))"))"
          )
        }
      }
    }
  }

  @Test func `the three programs know only what they may`() {
    for file in SourceTree.sources where file.target != "QuizEngine" {
      for (index, name) in file.imports where file.target == "trainctl" {
        let mayImport: Set = [
          "QuizEngine", "Foundation", "Glibc", "Dispatch", "Synchronization",
        ]
        if !mayImport.contains(name) {
          Issue.record("\(file.place(index, "trainctl imports \(name)"))")
        }
      }
    }
  }

  /// The modules a room may import.
  static let imports: [String: Set<String>] = [
    "QuizEngine/Model": [],
    "QuizEngine/Rules": [],
    "QuizEngine/Formats": ["Foundation"],
    "QuizEngine/Crypto": ["Foundation", "Glibc", "CCrypt", "Synchronization"],
    "QuizEngine/Storage": ["CSQLite", "Dispatch", "Foundation", "Glibc", "Synchronization"],
    "QuizEngine/Content": ["Foundation", "Glibc"],
    "QuizEngine/Export": ["Foundation"],
    "QuizEngine/UseCases": ["Foundation", "Glibc", "Synchronization"],
    "QuizEngine/Engine": ["Foundation", "Synchronization"],
    "QuizEngine/Ticker": ["Dispatch", "Foundation", "Synchronization"],
    "QuizEngine/Operations": ["Dispatch", "Foundation", "Glibc", "Synchronization"],
    "TrainingServer/Net": [
      "CLinux", "Dispatch", "Foundation", "Glibc", "QuizEngine", "Synchronization",
    ],
    "TrainingServer/HTTP": ["Glibc", "QuizEngine"],
    "TrainingServer/Site": ["Foundation", "QuizEngine", "Synchronization"],
    "TrainingServer/Pages": ["Foundation", "QuizEngine"],
    "TrainingServer/Web": ["Dispatch", "Foundation", "Glibc", "QuizEngine", "Synchronization"],
    "TrainingServer/Main": ["Dispatch", "Foundation", "Glibc", "QuizEngine", "Synchronization"],
  ]

  @Test func `each room imports what it may and nothing else`() {
    for file in SourceTree.sources where file.target != "trainctl" {
      let mayImport = Self.imports["\(file.target)/\(file.room)"] ?? []
      for (index, name) in file.imports where !mayImport.contains(name) {
        Issue.record("\(file.place(index, "\(file.room) imports \(name)"))")
      }
    }
  }

  @Test func `the kernel's own calls are in one file`() {
    let files = SourceTree.sources.filter { $0.imports.contains { $0.1 == "CLinux" } }
    #expect(files.count <= 1, "\(files.map(\.path))")
  }

  @Test func `the engine opens no socket`() {
    let calls: Set = [
      "socket", "listen", "accept", "connect", "sendto", "recvfrom", "URLSession",
    ]
    for file in SourceTree.sources where file.target == "QuizEngine" {
      for (index, line) in file.code.enumerated() {
        for word in words(of: line) where calls.contains(word) && line.contains(word + "(") {
          let isMember = line.contains("." + word + "(") || line.contains("func " + word)
          if !isMember { Issue.record("\(file.place(index, "calls \(word)"))") }
        }
      }
    }
  }
}

/// Identifiers that begin where a word begins; members of other types (`a.B`) among them.
func words(of line: String) -> [String] {
  line.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
}

extension SourceFile {
  /// Modules imported, with the index of their line.
  var imports: [(Int, String)] {
    code.enumerated().compactMap { index, line in
      let parts = line.split(separator: " ").map(String.init)
      guard let place = parts.firstIndex(of: "import"), parts.indices.contains(place + 1),
        parts[..<place].allSatisfy({
          $0.hasPrefix("@") || ["private", "internal", "package", "public"].contains($0)
        })
      else { return nil }
      return (index, parts[place + 1])
    }
  }

  /// Types declared at the top of the file.
  var declaredTypes: [String] { types { !($0.first?.isWhitespace ?? true) } }

  /// Types declared inside others; their short names hide those of other rooms.
  var nestedTypes: [String] { types { $0.first?.isWhitespace ?? false } }

  private func types(where isWanted: (String) -> Bool) -> [String] {
    code.compactMap { line in
      guard isWanted(line) else { return nil }
      let parts = words(of: line)
      let modifiers: Set = [
        "package", "public", "final", "indirect", "internal", "nonisolated",
      ]
      guard
        let place = parts.firstIndex(where: {
          ["struct", "class", "enum", "protocol", "typealias", "actor"].contains($0)
        }),
        parts[..<place].allSatisfy({ modifiers.contains($0) }), parts.indices.contains(place + 1)
      else { return nil }
      return parts[place + 1]
    }
  }
}
