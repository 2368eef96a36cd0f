/// A long code as people read and type it, four letters at a time.
package func inGroupsOfFour(_ text: String, separator: String) -> String {
  var groups: [Substring] = []
  var rest = Substring(text)
  while !rest.isEmpty {
    groups.append(rest.prefix(4))
    rest = rest.dropFirst(4)
  }
  return groups.joined(separator: separator)
}
