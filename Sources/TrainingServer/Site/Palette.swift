/// One colour by its role, in light and in dark.
struct ColourToken: Sendable {
  let name: StaticString
  let light: Colour
  let dark: Colour
}

/// An sRGB colour without transparency.
struct Colour: Hashable, Sendable {
  let hex: UInt32

  /// `#0b6b67`.
  var css: String {
    let digits = String(hex, radix: 16)
    return "#" + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}

/// The colours of the site; every pair that is shown together is proven readable by a test.
enum Palette {
  static let tokens: [ColourToken] = [
    token("surface", 0xF6F8F8, 0x0E1615),
    token("raised", 0xFFFFFF, 0x16211F),
    token("sunken", 0xEAF0EF, 0x1D2A28),
    token("ink", 0x13211F, 0xE9F0EF),
    token("muted", 0x4A5A58, 0xA9B9B7),
    token("line", 0xD3DDDC, 0x2E3D3B),
    token("edge", 0x6C7D7B, 0x84979A),
    token("accent", 0x0A6662, 0x63CDC4),
    token("accent-deep", 0x084F4C, 0x8FE0D9),
    token("on-accent", 0xFFFFFF, 0x03201E),
    token("accent-soft", 0xDDF0EE, 0x11312F),
    token("good", 0x17632F, 0x83D89A),
    token("good-soft", 0xE1F3E6, 0x12301C),
    token("warn", 0x754800, 0xF2C566),
    token("warn-soft", 0xFDF0D2, 0x33270B),
    token("bad", 0xA3211C, 0xFFA199),
    token("bad-soft", 0xFCE7E5, 0x3C1715),
    token("info", 0x1B568A, 0x93C5F6),
    token("info-soft", 0xE3EEF9, 0x132A40),
  ]

  /// What is written on what; text, so at least 4.5 : 1 (WCAG 2.2, 1.4.3).
  static let readablePairs: [(ink: StaticString, ground: StaticString)] =
    ["surface", "raised", "sunken"].flatMap { (ground: StaticString) in
      ["ink", "muted", "accent", "accent-deep", "good", "warn", "bad", "info"].map { ($0, ground) }
    } + [
      ("on-accent", "accent"), ("on-accent", "accent-deep"), ("ink", "accent-soft"),
      ("accent-deep", "accent-soft"), ("accent", "accent-soft"), ("muted", "accent-soft"),
      ("good", "good-soft"), ("ink", "good-soft"), ("warn", "warn-soft"), ("ink", "warn-soft"),
      ("bad", "bad-soft"), ("ink", "bad-soft"), ("info", "info-soft"), ("ink", "info-soft"),
      ("raised", "bad"), ("muted", "good-soft"), ("muted", "bad-soft"),
    ]

  /// Edges of controls; at least 3 : 1 (WCAG 2.2, 1.4.11).
  static let visiblePairs: [(edge: StaticString, ground: StaticString)] = [
    ("edge", "surface"), ("edge", "raised"), ("edge", "sunken"), ("accent", "raised"),
    ("accent", "surface"), ("accent", "sunken"),
  ]

  /// The tokens as custom properties; paper is always light.
  static var css: String {
    let light = tokens.map { "--\($0.name):\($0.light.css);" }.joined()
    let dark = tokens.map { "--\($0.name):\($0.dark.css);" }.joined()
    return ":root{color-scheme:light dark;\(light)}\n"
      + "@media screen and (prefers-color-scheme:dark){:root{\(dark)}}\n"
  }

  private static func token(_ name: StaticString, _ light: UInt32, _ dark: UInt32) -> ColourToken {
    ColourToken(name: name, light: Colour(hex: light), dark: Colour(hex: dark))
  }
}
