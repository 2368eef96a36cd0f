import Foundation
import Testing

@testable import QuizEngine

/// The published JSON Schema says exactly what the reader accepts.
@Suite struct RuleSheetSchemaTests {
  let schema: JSON
  let sample: JSON

  init() throws {
    let url = URL(filePath: Repository.courses + "/rule-sheet.schema.json")
    schema = try JSON(Array(try Data(contentsOf: url)))
    sample = try JSON(Array(SampleSheet.text.utf8))
  }

  /// A place in the sample sheet and the schema of the value there.
  private struct Spot {
    let path: [JSONStep]
    let schema: JSON
  }

  private func resolved(_ node: JSON) -> JSON {
    guard let reference = node["$ref"]?.string, let name = reference.split(separator: "/").last
    else { return node }
    return schema["$defs"]?[String(name)] ?? node
  }

  private func spots(_ node: JSON, at path: [JSONStep] = []) -> [Spot] {
    let node = resolved(node)
    var found = [Spot(path: path, schema: node)]
    for member in node["properties"]?.object?.members ?? [] {
      found += spots(member.value, at: path + [.key(member.key)])
    }
    if let items = node["items"] { found += spots(items, at: path + [.index(0)]) }
    return found
  }

  private func issues(_ sheet: JSON) -> [SourceIssue] {
    do {
      _ = try RuleSheetReader.read(sheet.encoded(), file: "de.json")
      return []
    } catch {
      return error.issues
    }
  }

  /// Names that the reader's message about an unknown name lists.
  private func names(in issues: [SourceIssue], unknown: String) -> Set<String> {
    let message = issues.map(\.message.english).first { $0.contains("no name “\(unknown)”") } ?? ""
    let list = message.split(separator: "Possible names:").last ?? ""
    return Set(list.split(separator: "“").dropFirst().map { String($0.prefix { $0 != "”" }) })
  }

  @Test func `the sample has every key of the schema`() {
    for spot in spots(schema) where spot.path != ["$schema"] && spot.path.last != "order" {
      #expect(sample.value(at: spot.path) != nil, "\(spot.path)")
    }
    #expect(issues(sample).isEmpty)
  }

  @Test func `every object takes exactly the keys of its schema`() throws {
    let unknown = "qqqqqqqqqqqqqqqq"
    let objects = spots(schema).filter { $0.schema["type"]?.string == "object" }
    #expect(objects.count >= 13)
    for spot in objects {
      let keys = Set(spot.schema["properties"]?.object?.keys ?? [])
      let accepted = names(
        in: issues(sample.setting(spot.path + [.key(unknown)], to: .int(1))), unknown: unknown)
      #expect(accepted == keys, "\(spot.path)")
      #expect(spot.schema["additionalProperties"]?.bool == false, "\(spot.path)")
    }
  }

  @Test func `every object needs exactly the keys that its schema requires`() {
    for spot in spots(schema) where spot.schema["type"]?.string == "object" {
      let required = Set(spot.schema["required"]?.array?.compactMap(\.string) ?? [])
      for key in spot.schema["properties"]?.object?.keys ?? [] where key != "$schema" {
        // Without its section a prediction is neither asked nor ranked by.
        if spot.path.isEmpty && key == "prediction" { continue }
        let found = issues(sample.setting(spot.path + [.key(key)], to: nil))
        let isMissed = found.contains {
          $0.message.english.hasPrefix("The key “\(key)” is missing")
        }
        #expect(isMissed == required.contains(key), "\(spot.path) \(key)")
      }
    }
  }

  @Test func `every choice takes exactly the values of its schema`() {
    let unknown = "qqqqqqqqqqqqqqqq"
    let choices = spots(schema).filter { $0.schema["enum"] != nil }
    #expect(choices.count >= 10)
    for spot in choices {
      let published = Set(spot.schema["enum"]?.array?.compactMap(\.string) ?? [])
      let known = names(
        in: issues(sample.setting(spot.path, to: .string(unknown))), unknown: unknown)
      #expect(published.isSubset(of: known), "\(spot.path)")
      for value in known {
        let found = issues(sample.setting(spot.path, to: .string(value)))
        // Another key of the ranking is read; only the contradiction with the prediction remains.
        let isRefused = found.contains { !$0.message.english.contains("rank") }
        #expect(isRefused != published.contains(value), "\(spot.path) \(value): \(found)")
      }
    }
  }

  @Test func `every number has the bounds of its schema`() {
    let numbers = spots(schema).filter { $0.schema["type"]?.string == "integer" }
    #expect(numbers.count >= 7)
    for spot in numbers {
      for (bound, step) in [("minimum", -1), ("maximum", 1)] {
        guard let value = spot.schema[bound]?.int else { continue }
        let inside = issues(sample.setting(spot.path, to: .int(value)))
        let outside = issues(sample.setting(spot.path, to: .int(value + step)))
        func isOutOfRange(_ issues: [SourceIssue]) -> Bool {
          issues.contains { $0.message.english.contains("outside the allowed range") }
        }
        #expect(!isOutOfRange(inside) && isOutOfRange(outside), "\(spot.path) \(bound) \(value)")
      }
    }
  }

  @Test func `what may be left out has the meaning that the schema says`() throws {
    for spot in spots(schema) {
      guard let standard = spot.schema["default"] else { continue }
      let written = try RuleSheetReader.read(
        sample.setting(spot.path, to: standard).encoded(), file: "de.json")
      let left = try RuleSheetReader.read(
        sample.setting(spot.path, to: nil).encoded(), file: "de.json")
      #expect(written == left, "\(spot.path)")
    }
  }
}
