/// The members of a JSON object in the order in which they were written; no key occurs twice in
/// what the parser read.
package struct JSONObject: Hashable, Sendable {
  /// One key with its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSON

    package init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  package private(set) var members: [Member]

  package init(_ members: [Member] = []) {
    self.members = members
  }

  package var keys: [String] { members.map(\.key) }

  /// The value of `key`; setting replaces in place or appends, setting nil removes.
  package subscript(key: String) -> JSON? {
    get { members.first { $0.key.hasSameOctets(as: key) }?.value }
    set {
      let index = members.firstIndex { $0.key.hasSameOctets(as: key) }
      switch (index, newValue) {
      case (let index?, let value?): members[index] = Member(key: key, value: value)
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }
}
