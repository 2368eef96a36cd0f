/// Reads a finished page and says what is wrong with it; knows the elements that our pages use.
struct HTMLChecker {
  private(set) var faults: [String] = []
  private(set) var elements: [Element] = []
  private var stack: [Int] = []
  private let scalars: [Unicode.Scalar]
  private var index = 0

  struct Element {
    let name: String
    let attributes: [String: String]
    let parent: Int?
    var text = ""
  }

  private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img", "path"]
  private static let shapes: Set<String> = ["path", "circle", "rect", "use"]

  init(_ page: String) {
    scalars = Array(page.unicodeScalars)
    readAll()
    checkPage()
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private mutating func fault(_ text: String) { faults.append(text) }

  // MARK: Reading

  private mutating func readAll() {
    let doctype = "<!DOCTYPE html>"
    guard text(length: doctype.count) == doctype else { return fault("no doctype") }
    index = doctype.count
    while index < scalars.count {
      if scalars[index] == "<" { readTag() } else { readText() }
    }
    for open in stack { fault("<\(elements[open].name)> is never closed") }
  }

  private func text(length: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[min(index, scalars.count)..<min(index + length, scalars.count)])
    return String(view)
  }

  private mutating func readText() {
    var run = String.UnicodeScalarView()
    while index < scalars.count, scalars[index] != "<" {
      if scalars[index] == ">" { fault("bare > in text near \(run.suffix(20))") }
      if scalars[index] == "&" { checkEntity() }
      run.append(scalars[index])
      index += 1
    }
    for open in stack { elements[open].text += String(run) }
  }

  private mutating func checkEntity() {
    let ahead = text(length: 8)
    let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&nbsp;"]
    if !known.contains(where: ahead.hasPrefix) { fault("bare & near \(ahead)") }
  }

  private mutating func readTag() {
    index += 1
    if index < scalars.count, scalars[index] == "/" {
      index += 1
      closeTag(readName())
      skipSpace()
      expect(">")
      return
    }
    let name = readName()
    guard !name.isEmpty else { return fault("bare < near \(text(length: 20))") }
    var attributes: [String: String] = [:]
    skipSpace()
    while index < scalars.count, scalars[index] != ">", scalars[index] != "/" {
      let start = index
      readAttribute(of: name, into: &attributes)
      if index == start { index += 1 }
    }
    let isSelfClosed = index < scalars.count && scalars[index] == "/"
    if isSelfClosed { index += 1 }
    expect(">")
    if isSelfClosed, !Self.shapes.contains(name) { fault("<\(name)/> outside of SVG shapes") }
    elements.append(Element(name: name, attributes: attributes, parent: stack.last))
    if !isSelfClosed, !Self.void.contains(name) { stack.append(elements.count - 1) }
  }

  private mutating func readAttribute(of element: String, into attributes: inout [String: String]) {
    let name = readName()
    guard !name.isEmpty else { return fault("odd character in <\(element)>: \(text(length: 12))") }
    var value = ""
    if index < scalars.count, scalars[index] == "=" {
      index += 1
      guard index < scalars.count, scalars[index] == "\"" else {
        return fault("unquoted value of \(name) in <\(element)>")
      }
      index += 1
      var run = String.UnicodeScalarView()
      while index < scalars.count, scalars[index] != "\"" {
        if scalars[index] == "<" { fault("markup inside \(name) of <\(element)>") }
        if scalars[index] == "&" { checkEntity() }
        run.append(scalars[index])
        index += 1
      }
      expect("\"")
      value = String(run)
    }
    if index < scalars.count, ![" ", "\n", ">", "/"].contains(scalars[index]) {
      fault("no space after \(name) in <\(element)>")
    }
    if attributes.updateValue(value, forKey: name) != nil { fault("\(name) twice in <\(element)>") }
    skipSpace()
  }

  private mutating func closeTag(_ name: String) {
    guard let open = stack.last, elements[open].name == name else {
      return fault("</\(name)> closes \(stack.last.map { elements[$0].name } ?? "nothing")")
    }
    stack.removeLast()
  }

  private mutating func readName() -> String {
    var name = String.UnicodeScalarView()
    while index < scalars.count,
      scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil
        || scalars[index] == "-" || scalars[index] == "_"
    {
      name.append(scalars[index])
      index += 1
    }
    return String(name)
  }

  private mutating func skipSpace() {
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\n" { index += 1 }
  }

  private mutating func expect(_ scalar: Unicode.Scalar) {
    guard index < scalars.count, scalars[index] == scalar else {
      return fault("expected \(scalar) near \(text(length: 12))")
    }
    index += 1
  }
}

// MARK: What every page must be

extension HTMLChecker {
  private mutating func checkPage() {
    checkFrame()
    checkIDs()
    checkControls()
    checkPolicy()
    checkNesting()
    checkWords()
  }

  private mutating func checkFrame() {
    if all("h1").count != 1 { fault("\(all("h1").count) h1") }
    if all("main").count != 1 { fault("\(all("main").count) main") }
    if all("title").first?.text.isEmpty != false { fault("no title") }
    if all("html").first?.attributes["lang"] == nil { fault("no language") }
    for name in ["header", "footer"] where !all(name).contains(where: { parentName($0) == "body" })
    {
      fault("no \(name) of the page")
    }
    var last = 0
    for heading in elements where ["h1", "h2", "h3", "h4"].contains(heading.name) {
      let level = Int(heading.name.suffix(1)) ?? 0
      if level > last + 1, last > 0 { fault("h\(level) after h\(last): \(heading.text)") }
      if heading.text.allSatisfy(\.isWhitespace) { fault("empty \(heading.name)") }
      last = level
    }
  }

  private mutating func checkIDs() {
    var seen: Set<String> = []
    for element in elements {
      guard let id = element.attributes["id"] else { continue }
      if !seen.insert(id).inserted { fault("id \(id) twice") }
      if id.isEmpty { fault("empty id") }
    }
    for element in elements {
      for name in ["for", "aria-describedby", "aria-labelledby"] {
        for id in (element.attributes[name] ?? "").split(separator: " ")
        where !seen.contains(String(id)) {
          fault("\(name) of <\(element.name)> names no element: \(id)")
        }
      }
      if let target = element.attributes["href"], target.hasPrefix("#"),
        !seen.contains(String(target.dropFirst()))
      {
        fault("link to nowhere: \(target)")
      }
    }
  }

  private mutating func checkControls() {
    let labelled = Set(all("label").compactMap { $0.attributes["for"] })
    for element in elements where ["input", "select", "textarea"].contains(element.name) {
      guard element.attributes["type"] != "hidden" else { continue }
      if !labelled.contains(element.attributes["id"] ?? "") {
        fault("no label for <\(element.name) name=\(element.attributes["name"] ?? "")>")
      }
    }
    for element in elements
    where ["a", "button", "caption", "legend", "label"].contains(element.name) {
      let isNamed = element.attributes["aria-label"] != nil
      if element.text.allSatisfy(\.isWhitespace), !isNamed {
        fault("<\(element.name)> says nothing")
      }
    }
    for form in all("form") where form.attributes["method"] == "post" {
      guard
        let place = elements.firstIndex(where: {
          $0.attributes == form.attributes && $0.name == "form"
        })
      else { continue }
      let hasToken = elements.contains {
        $0.attributes["name"] == "_csrf" && isInside($0, place)
      }
      if !hasToken { fault("a form without its token: \(form.attributes["action"] ?? "")") }
    }
  }

  /// The content security policy allows no inline program and no inline style.
  private mutating func checkPolicy() {
    for element in elements {
      if element.name == "style" { fault("inline style sheet") }
      if element.name == "script", element.attributes["src"] == nil { fault("inline script") }
      for name in element.attributes.keys {
        if name == "style" { fault("style attribute in <\(element.name)>") }
        if name.hasPrefix("on") { fault("\(name) in <\(element.name)>") }
      }
      for name in ["href", "src", "action"] {
        guard let value = element.attributes[name] else { continue }
        let isOurs = value.hasPrefix("/") && !value.hasPrefix("//")
        if !isOurs, !value.hasPrefix("#"), !value.hasPrefix("tel:") {
          fault("leads away: \(value)")
        }
      }
    }
  }

  /// A string made by mistake where markup was meant: it shows the names of our types.
  private mutating func checkWords() {
    guard let page = all("html").first?.text else { return }
    for name in ["HTML(", "Route(", "Optional(", "LocalizedText("] where page.contains(name) {
      fault("\(name) in the text")
    }
  }

  /// The nestings that browsers repair in surprising ways.
  private mutating func checkNesting() {
    let blocks: Set<String> = [
      "p", "div", "ul", "ol", "dl", "section", "form", "table", "h1", "h2", "h3", "fieldset",
    ]
    for element in elements {
      guard let parent = element.parent.map({ elements[$0] }) else { continue }
      if blocks.contains(element.name), ["p", "span", "button", "strong"].contains(parent.name) {
        fault("<\(element.name)> inside <\(parent.name)>")
      }
      if element.name == "li", !["ul", "ol"].contains(parent.name) {
        fault("li in \(parent.name)")
      }
      if ["ul", "ol"].contains(parent.name), element.name != "li" {
        fault("\(element.name) in list")
      }
      if element.name == "form", isInsideForm(element) { fault("form in form") }
    }
  }

  private func parentName(_ element: Element) -> String? {
    element.parent.map { elements[$0].name }
  }

  private func isInside(_ element: Element, _ place: Int) -> Bool {
    var next = element.parent
    while let current = next {
      if current == place { return true }
      next = elements[current].parent
    }
    return false
  }

  private func isInsideForm(_ element: Element) -> Bool {
    var next = element.parent
    while let current = next {
      if elements[current].name == "form" { return true }
      next = elements[current].parent
    }
    return false
  }
}
