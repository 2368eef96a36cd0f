import Foundation
import QuizEngine
import Testing

@testable import TrainingServer

struct WordingTests {
  private static let all: [(name: String, text: LocalizedText)] = Words.areas.flatMap { area in
    Mirror(reflecting: area).children.compactMap { child in
      (child.value as? LocalizedText).map { ("\(type(of: area)).\(child.label ?? "?")", $0) }
    }
  }

  @Test func `every word exists in both languages and differs`() {
    #expect(Self.all.count > 300)
    for (name, text) in Self.all {
      #expect(!text.vietnamese.isEmpty && !text.english.isEmpty, "\(name)")
      #expect(text.vietnamese != text.english, "\(name)")
    }
  }

  @Test func `every word is NFC, trimmed and without doubled spaces`() {
    for (name, text) in Self.all {
      for words in [text.vietnamese, text.english] {
        let composed = words.precomposedStringWithCanonicalMapping
        #expect(Array(composed.utf8) == Array(words.utf8), "\(name)")
        #expect(words == words.trimmingCharacters(in: .whitespacesAndNewlines), "\(name)")
        #expect(!words.contains("  "), "\(name)")
      }
    }
  }

  @Test func `both languages ask the program for the same values`() {
    for (name, text) in Self.all {
      let values = [text.vietnamese, text.english].map { words in
        // English says “you” to everybody.
        Set(words.matches(of: /\{[a-z]+\}/).map { String($0.0) }).subtracting(["{em}"])
      }
      #expect(values[0] == values[1], "\(name)")
    }
  }

  @Test func `a text says to each reader what they are called`() {
    let words = ["{Em} ở đây, {em} nhé.", "Lưu {time}"]
    let said = Address.allCases.map { address in words.map(address.said) }
    #expect(
      said == [
        ["Em ở đây, em nhé.", "Lưu {time}"], ["Thầy/cô ở đây, thầy/cô nhé.", "Lưu {time}"],
        ["Bạn ở đây, bạn nhé.", "Lưu {time}"], ["Thí sinh ở đây, thí sinh nhé.", "Lưu {time}"],
      ])
    #expect(Address(roles: nil) == .stranger && Address(roles: [.student]) == .pupil)
    #expect(Address(roles: [.teacher]) == .teacher)
    for role in [Role.organizer, .admin, .auditor] {
      #expect(Address(roles: [.teacher, role]) == .staff)
    }
  }

  @Test func `no text says only that an error occurred, or calls a paper a diploma`() {
    for (name, text) in Self.all {
      let words = text.vietnamese.lowercased()
      #expect(!words.contains("đã xảy ra lỗi"), "\(name)")
      #expect(!words.contains("chứng chỉ"), "\(name)")
    }
  }

  @Test func `English words carry no Vietnamese letters but names`() {
    for (name, text) in Self.all {
      #expect(
        text.english.unicodeScalars.allSatisfy { $0.value < 0x1E00 || $0.value > 0x1EFF }, "\(name)"
      )
    }
  }

  @Test(arguments: RankingMeasure.allCases)
  func `every ranking key has its line`(_ measure: RankingMeasure) {
    for language in Language.allCases {
      let said = Said(words: Words.ranking, language: language)
      let lines = [RankingOrder.ascending, .descending].map { said.line(RankingKey(measure, $0)) }
      #expect(Set(lines).count == 2)
    }
  }
}
