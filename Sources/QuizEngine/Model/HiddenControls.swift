extension String {
  /// Whether it holds characters that steer a terminal or turn the reading direction: a name with
  /// them shows something else than it says.
  package var hasHiddenControls: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
      default: false
      }
    }
  }
}
