import Foundation
import Testing

@testable import TrainingServer

struct PaletteTests {
  private static let tokens = Dictionary(
    uniqueKeysWithValues: Palette.tokens.map { ($0.name.description, $0) })

  @Test func `every text is readable on every ground it stands on`() throws {
    for pair in Palette.readablePairs {
      let ink = try #require(Self.tokens[pair.ink.description])
      let ground = try #require(Self.tokens[pair.ground.description])
      #expect(contrast(ink.light, ground.light) >= 4.5, "\(pair.ink) on \(pair.ground), light")
      #expect(contrast(ink.dark, ground.dark) >= 4.5, "\(pair.ink) on \(pair.ground), dark")
    }
  }

  @Test func `every edge of a control is visible`() throws {
    for pair in Palette.visiblePairs {
      let edge = try #require(Self.tokens[pair.edge.description])
      let ground = try #require(Self.tokens[pair.ground.description])
      #expect(contrast(edge.light, ground.light) >= 3, "\(pair.edge) on \(pair.ground), light")
      #expect(contrast(edge.dark, ground.dark) >= 3, "\(pair.edge) on \(pair.ground), dark")
    }
  }

  @Test func `black on white has the ratio of the standard`() {
    #expect(contrast(Colour(hex: 0), Colour(hex: 0xFFFFFF)) == 21)
    #expect(Colour(hex: 0x00_0A0B).css == "#000a0b")
  }

  @Test func `the style sheet uses known tokens only`() throws {
    let css = try #require(String(bytes: Assets.styles.body, encoding: .utf8))
    for match in css.matches(of: /var\(--([a-z-]+)\)/) {
      let name = String(match.1)
      #expect(Self.tokens[name] != nil || ["radius", "shadow", "bar"].contains(name), "\(name)")
    }
  }

  /// WCAG 2.2, contrast ratio.
  private func contrast(_ one: Colour, _ other: Colour) -> Double {
    let levels = [luminance(one), luminance(other)].sorted()
    return (levels[1] + 0.05) / (levels[0] + 0.05)
  }

  private func luminance(_ colour: Colour) -> Double {
    let parts = [16, 8, 0].map { shift in
      let value = Double(colour.hex >> UInt32(shift) & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  private func power(_ base: Double) -> Double { pow(base, 2.4) }
}
